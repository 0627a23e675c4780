package org.lemmalab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.training.TrainingConfig;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.training.export.ExportReport;
import org.lemmalab.training.export.ExportRequest;
import org.lemmalab.training.export.Exporter;
import org.lemmalab.training.export.LlamaFactoryExport;
import org.lemmalab.training.export.TrlExport;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab export llama-factory|trl DIR}: one tool each, the options the same. */
abstract class TrainingExport implements Callable<Integer> {
    /** For LLaMA-Factory. */
    @Command(
            name = "llama-factory",
            description = "Write training examples and settings for LLaMA-Factory.",
            mixinStandardHelpOptions = true)
    static final class LlamaFactory extends TrainingExport {
        LlamaFactory() {
            super(new LlamaFactoryExport());
        }
    }

    /** For TRL. */
    @Command(
            name = "trl",
            description = "Write training examples, settings and a script for TRL.",
            mixinStandardHelpOptions = true)
    static final class Trl extends TrainingExport {
        Trl() {
            super(new TrlExport());
        }
    }

    private final Exporter exporter;

    @Parameters(paramLabel = "DIR", description = "The folder to be; not there yet, or empty.")
    private Path folder;

    @ArgGroup(multiplicity = "1")
    private Run run;

    /** Either a training file, or data and model with the paper's settings. */
    static final class Run {
        @Option(names = "--config", paramLabel = "FILE", description = "A training file, as for 'lab train'.")
        private Path config;

        @ArgGroup(exclusive = false)
        private Plain plain;
    }

    /** Data and model. */
    static final class Plain {
        @Option(names = "--data", required = true, paramLabel = "FILE", description = "Training examples.")
        private Path data;

        @Option(
                names = "--model",
                required = true,
                paramLabel = "NAME",
                description = "The model's name or folder where it is trained; the paper's settings are used.")
        private String model;
    }

    @Option(
            names = "--template",
            paramLabel = "NAME",
            description =
                    "How conversations are written: alpaca (the paper's prompts, default), model (the model's own), or"
                            + " another of LLaMA-Factory's.")
    private String template = ExportRequest.ALPACA;

    @Option(
            names = "--ignore-masks",
            description = "Write examples with masked spans too; neither tool can leave a span unlearnt.")
    private boolean ignoreMasks;

    TrainingExport(Exporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public Integer call() {
        ExportRequest request = request();
        try (RejectedLines rejected =
                RejectedLines.beside(folder.toAbsolutePath().normalize())) {
            ExportReport report = exporter.write(request, folder, rejected);
            rejected.messages().forEach(System.err::println);
            rejected.file().ifPresent(file -> System.err.println(rejected.count() + " lines are kept in " + file));
            System.out.println(report.examples() + " examples in " + folder + ", for " + report.version());
            if (report.unmasked() > 0) {
                System.out.println(report.unmasked() + " of them have masked spans, which will be learnt");
            }
            System.out.println("there: " + report.command());
            return 0;
        }
    }

    private ExportRequest request() {
        ExportRequest.Masks masks = ignoreMasks ? ExportRequest.Masks.IGNORE : ExportRequest.Masks.REJECT;
        if (run.config == null) {
            return new ExportRequest(run.plain.data, run.plain.model, TrainingSettings.paper(), template, masks);
        }
        TrainingConfig config = TrainingConfig.read(run.config);
        return new ExportRequest(config.data(), config.model().toString(), config.settings(), template, masks);
    }
}
