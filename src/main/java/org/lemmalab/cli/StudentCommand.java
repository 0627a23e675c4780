package org.lemmalab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lemmalab.synthetic.student.ModelCard;
import org.lemmalab.synthetic.student.StudentRecipe;
import org.lemmalab.synthetic.student.StudentTraining;
import org.lemmalab.training.TrainingListener;
import org.lemmalab.training.TrainingProgress;
import org.lemmalab.transformer.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab student train --out FOLDER} and {@code lab student gates --student FOLDER}. */
@Command(
        name = "student",
        description = "The small students that the experiments run on.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {StudentCommand.Train.class, StudentGatesCommand.class})
final class StudentCommand {
    private static final int INTERRUPTED = 130;

    /** Trains one. */
    @Command(
            name = "train",
            description = {
                "Train a student from nothing on made problems; FOLDER/student is then a Hugging Face folder with a model card.",
                "The same call goes on with a run that was stopped."
            },
            mixinStandardHelpOptions = true)
    static final class Train implements Callable<Integer> {
        @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "The run's own folder.")
        private Path out;

        @Option(names = "--width", defaultValue = "128", description = "Width of the decoder (${DEFAULT-VALUE}).")
        private int width;

        @Option(names = "--layers", defaultValue = "4", description = "Its layers (${DEFAULT-VALUE}).")
        private int layers;

        @Option(
                names = "--examples",
                defaultValue = "150000",
                description = "Examples, read over and over (${DEFAULT-VALUE}).")
        private int examples;

        @Option(
                names = "--steps",
                defaultValue = "7000",
                description = "Steps of about 2,000 tokens at the full rate, at most (${DEFAULT-VALUE}).")
        private int steps;

        @Option(
                names = "--long",
                defaultValue = "3500",
                description = "Steps after that, with stories of full length (${DEFAULT-VALUE}).")
        private int lengthy;

        @Option(
                names = "--cooling",
                defaultValue = "3000",
                description = "Steps after that, in which the rate falls to zero (${DEFAULT-VALUE}).")
        private int cooling;

        @Option(
                names = "--repetitions",
                defaultValue = "0",
                description = "Percent of that part's examples in which a step or a solution is said again, as a skill"
                        + " for mending errors (${DEFAULT-VALUE}).")
        private int repetitions;

        @Option(
                names = "--retries",
                defaultValue = "0",
                description =
                        "Percent of the steps of relations, in that part and after it, before which another one is"
                                + " begun too early and taken back (${DEFAULT-VALUE}).")
        private int retries;

        @Option(names = "--mask-retries", description = "What is begun too early is read and not learnt.")
        private boolean masksRetries;

        @Option(
                names = "--fork",
                paramLabel = "RUN",
                description =
                        "Takes over what another run has trained before its rate began to fall; its options are the"
                                + " same but for --repetitions, --retries and --mask-retries.")
        private Optional<Path> fork = Optional.empty();

        @Option(names = "--minutes", description = "Ends the first part after so many minutes of this call.")
        private Double minutes;

        @Option(
                names = "--precision",
                defaultValue = "FLOAT32",
                description = "FLOAT32 or BFLOAT16 (${DEFAULT-VALUE}).")
        private Precision precision;

        @Option(names = "--seed", defaultValue = "1", description = "The seed (${DEFAULT-VALUE}).")
        private long seed;

        @Option(
                names = "--measure",
                defaultValue = "300",
                description = "Problems a set for the card (${DEFAULT-VALUE}).")
        private int measure;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            StudentRecipe recipe = StudentRecipe.SMALL
                    .withSize(width, layers)
                    .withExamples(examples)
                    .withSteps(steps, lengthy, cooling)
                    .withPractice(new StudentRecipe.Practice(repetitions, retries, masksRetries))
                    .withPrecision(precision)
                    .withSeed(seed);
            ModelCard.requireProblems(measure);
            Optional<Duration> limit =
                    Optional.ofNullable(minutes).map(value -> Duration.ofMillis((long) (value * 60_000)));
            StudentTraining training = new StudentTraining(recipe, out, listener());
            fork.ifPresent(training::fork);
            Optional<Path> student = training.run(limit);
            var console = spec.commandLine().getOut();
            student.ifPresentOrElse(
                    folder -> console.println(ModelCard.write(recipe, out, folder, measure)),
                    () -> console.println("stopped; the same call goes on"));
            console.flush();
            return student.isPresent() ? 0 : INTERRUPTED;
        }

        /** A line a hundred steps: such runs are long, and their output goes to a file as a rule. */
        private TrainingListener listener() {
            var console = spec.commandLine().getOut();
            return progress -> {
                if (progress.step() % 100 == 0) {
                    console.println(line(progress));
                    console.flush();
                }
            };
        }

        private static String line(TrainingProgress progress) {
            return String.format(
                    Locale.ROOT,
                    "step %d of %d, loss %.4f, %.0f tokens/s",
                    progress.step(),
                    progress.steps(),
                    progress.loss(),
                    progress.tokensPerSecond());
        }
    }
}
