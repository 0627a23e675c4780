package org.lemmalab.cli;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.training.AvailableMemory;
import org.lemmalab.training.Example;
import org.lemmalab.training.ExampleReader;
import org.lemmalab.training.ExampleSet;
import org.lemmalab.training.MemoryEstimate;
import org.lemmalab.training.SupervisedTrainer;
import org.lemmalab.training.TrainingConfig;
import org.lemmalab.training.TrainingProgress;
import org.lemmalab.training.TrainingResult;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.TextTokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lab train --config FILE}. */
@Command(
        name = "train",
        description = "Fine-tune a model on examples; Ctrl-C stops with a checkpoint, --resume goes on from it.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;
    private static final List<String> TOKENIZER_FILES =
            List.of("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json");

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "JSON: model, data, output; optional chat_template, preset (default, paper), settings.")
    private Path config;

    @Option(names = "--resume", description = "Go on from the newest checkpoint in the output folder.")
    private boolean resume;

    @Override
    public Integer call() {
        TrainingConfig run = TrainingConfig.read(config);
        Checkpoint checkpoint = Checkpoint.open(run.model());
        List<Example> examples = examples(run, checkpoint);
        requireMemory(run, checkpoint, examples);
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = checkpoint.decoder(manager, run.settings().precision());
                ProgressBar bar = new ProgressBarBuilder()
                        .setTaskName("train")
                        .setInitialMax(-1)
                        .build()) {
            SupervisedTrainer trainer = new SupervisedTrainer(decoder, run.settings())
                    .withTokenizer(tokenizerFiles(run.model()))
                    .withListener(progress -> show(bar, progress));
            TrainingResult result =
                    resume ? trainer.resume(examples, run.output()) : trainer.train(examples, run.output());
            System.out.printf("%n%s%n", result.report());
            System.out.printf(
                    "%s after step %d: %s%n",
                    result.complete() ? "finished" : "stopped", result.step(), result.folder());
            return result.complete() ? 0 : INTERRUPTED;
        }
    }

    private static List<Example> examples(TrainingConfig run, Checkpoint checkpoint) {
        try (TextTokenizer tokenizer = TextTokenizer.open(run.model());
                RejectedLines rejected = RejectedLines.beside(run.output())) {
            List<Example> examples =
                    new ExampleReader(tokenizer, checkpoint.config(), run.template()).read(run.data(), rejected);
            rejected.messages().forEach(System.err::println);
            rejected.file().ifPresent(file -> System.err.println(rejected.count() + " bad lines are kept in " + file));
            return examples;
        }
    }

    /** Before the weights are read, which may be too much by themselves. */
    private static void requireMemory(TrainingConfig run, Checkpoint checkpoint, List<Example> examples) {
        TrainingSettings settings = run.settings();
        ExampleSet fitting = ExampleSet.within(examples, settings.batching().cutoff());
        MemoryEstimate memory = MemoryEstimate.of(checkpoint.config(), settings, fitting);
        Device device = Engine.getInstance().defaultDevice();
        System.out.println(
                "memory: " + memory.report() + "; free: " + MemoryEstimate.shown(AvailableMemory.of(device)));
        memory.requireFits(device);
    }

    private static void show(ProgressBar bar, TrainingProgress progress) {
        bar.maxHint(progress.steps());
        bar.stepTo(progress.step());
        bar.setExtraMessage("loss %.4f, rate %.2e, %.0f tokens/s"
                .formatted(progress.loss(), progress.learningRate(), progress.tokensPerSecond()));
    }

    /** The tokenizer of a checkpoint folder, to be put beside what is made of it. */
    static Map<String, String> tokenizerFiles(Path model) {
        Map<String, String> files = new TreeMap<>();
        for (String name : TOKENIZER_FILES) {
            Path file = model.resolve(name);
            try {
                if (Files.exists(file)) {
                    files.put(name, Files.readString(file));
                }
            } catch (IOException e) {
                throw new LabException(file + ": cannot be read: " + e, e);
            }
        }
        return files;
    }
}
