package org.lemmalab.cli;

import org.lemmalab.io.LabException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code lab} command. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Lemma Lab: learning from errors in mathematical reasoning.",
        subcommands = {
            CorpusCommand.class,
            ErrorsCommand.class,
            AgreeCommand.class,
            GradeCommand.class,
            ReproduceCommand.class,
            TrainCommand.class,
            MergeCommand.class,
            ExportCommand.class,
            StudentCommand.class,
            StudyCommand.class,
            ServeCommand.class,
            AskCommand.class,
            SampleCommand.class,
            TripletsCommand.class,
            EvalCommand.class,
            RunsCommand.class,
            ProblemsCommand.class,
            DataCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {
    private Main() {}

    /**
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /**
     * @return the command line parser with all commands; a {@link LabException} becomes one line on standard error and exit
     *     status 1
     */
    public static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((exception, commandLine, parsed) -> {
            if (exception instanceof LabException) {
                commandLine.getErr().println(commandLine.getColorScheme().errorText("lab: " + exception.getMessage()));
                return 1;
            }
            throw exception;
        });
    }
}
