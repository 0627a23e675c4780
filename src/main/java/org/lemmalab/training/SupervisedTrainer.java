package org.lemmalab.training;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.Decoder;

/**
 * Fine-tunes a decoder on examples.
 *
 * <pre>{@code
 * try (NDManager manager = NDManager.newBaseManager();
 *         Decoder decoder = Checkpoint.open(student).decoder(manager, settings.precision())) {
 *     new SupervisedTrainer(decoder, settings).withListener(System.out::println).train(examples, output);
 * }
 * }</pre>
 *
 * Interrupting the thread, {@link #stop} and Ctrl-C all end a run after the step it is in, with a checkpoint.
 */
public final class SupervisedTrainer {
    private final Decoder decoder;
    private final TrainingSettings settings;
    private final Map<String, String> tokenizer;
    private final TrainingListener listener;
    private final StopSignal signal;

    /**
     * @param decoder is changed in place by full fine-tuning, not by adapters
     * @param settings what to do
     * @throws LabException if the decoder computes in another element type than the settings say
     */
    public SupervisedTrainer(Decoder decoder, TrainingSettings settings) {
        this(decoder, settings, Map.of(), TrainingListener.SILENT);
        if (decoder.compute() != settings.precision()) {
            throw new LabException("training: expected a decoder that computes in " + settings.precision() + ", found "
                    + decoder.compute());
        }
    }

    private SupervisedTrainer(
            Decoder decoder, TrainingSettings settings, Map<String, String> tokenizer, TrainingListener listener) {
        this.decoder = decoder;
        this.settings = settings;
        this.tokenizer = Map.copyOf(tokenizer);
        this.listener = listener;
        this.signal = new StopSignal();
    }

    /**
     * @param files the tokenizer's files by name, put beside every model that is written
     * @return a trainer that does so
     */
    public SupervisedTrainer withTokenizer(Map<String, String> files) {
        return new SupervisedTrainer(decoder, settings, files, listener);
    }

    /**
     * @param newListener told after every step
     * @return a trainer that tells it
     */
    public SupervisedTrainer withListener(TrainingListener newListener) {
        return new SupervisedTrainer(decoder, settings, tokenizer, newListener);
    }

    /**
     * Trains from the beginning.
     *
     * @param examples what to learn
     * @param folder for checkpoints, log and result; without checkpoints of an earlier run
     * @return what came of it
     * @throws LabException before the first step if the examples do not suit the model, the folder is in use or the memory is too
     *     small; later if the
     *     loss is no number, with a checkpoint of the last good step
     */
    public TrainingResult train(List<Example> examples, Path folder) {
        TrainingFolder place = new TrainingFolder(folder);
        if (place.newest().isPresent()) {
            throw new LabException(folder + ": expected no checkpoint of an earlier run, found "
                    + place.newest().get().getFileName() + "; resume it, or name another folder");
        }
        return run(examples, place);
    }

    /**
     * Goes on from the newest checkpoint as if the run had not stopped; from the beginning where there is none.
     *
     * @param examples those of the run
     * @param folder of the run
     * @return what came of it
     * @throws LabException as {@link #train}, and if examples or settings are not those of the run
     */
    public TrainingResult resume(List<Example> examples, Path folder) {
        return run(examples, new TrainingFolder(folder));
    }

    /** Ends the run after the step it is in, from any thread. */
    public void stop() {
        signal.raise();
    }

    private TrainingResult run(List<Example> examples, TrainingFolder folder) {
        ExampleSet fitting = ExampleSet.within(examples, settings.batching().cutoff());
        fitting.check(decoder.config());
        MemoryEstimate memory = MemoryEstimate.of(decoder.config(), settings, fitting);
        // The decoder has its weights already.
        memory.requireFits(
                memory.total() - memory.weights(),
                AvailableMemory.of(decoder.manager().getDevice()));
        try (Learner learner = Learner.of(decoder, settings, tokenizer);
                StopSignal.Watch watch = signal.watch();
                TrainingRun run = new TrainingRun(learner, settings, fitting, folder)) {
            return run.train(decoder.manager(), listener, watch);
        }
    }
}
