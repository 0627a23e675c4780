package org.lemmalab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.lemmalab.io.JsonLines;
import org.lemmalab.mistake.AgreementTable;
import org.lemmalab.mistake.AnalystAgreement;
import org.lemmalab.mistake.Kappa;
import org.lemmalab.mistake.LabelledAttempt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab agree A B}: how far two analysts agree. */
@Command(
        name = "agree",
        description = {
            "Compare two files of labelled attempts, as 'lab errors' writes them: Cohen's kappa with its 95 %% interval",
            "(Fleiss, Cohen and Everitt 1969) for verdict, first wrong step and error type, and the matrix of one of them."
        },
        mixinStandardHelpOptions = true)
final class AgreeCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "Labelled attempts (JSON Lines); the matrix's rows.")
    private Path first;

    @Parameters(index = "1", paramLabel = "B", description = "The same attempts, labelled again; the columns.")
    private Path second;

    @Option(
            names = "--matrix",
            defaultValue = "type",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Matrix matrix;

    @Spec
    private CommandSpec spec;

    /** Which matrix is shown, by the words of the command line. */
    enum Matrix {
        type,
        step,
        verdict
    }

    @Override
    public Integer call() {
        AnalystAgreement agreement = AnalystAgreement.of(
                JsonLines.readAll(first, LabelledAttempt::parse), JsonLines.readAll(second, LabelledAttempt::parse));
        PrintWriter out = spec.commandLine().getOut();
        kappas(agreement).forEach(out::println);
        out.println();
        AgreementTable shown = switch (matrix) {
            case type -> agreement.types();
            case step -> agreement.steps();
            case verdict -> agreement.verdicts();
        };
        matrix(shown).forEach(out::println);
        if (agreement.onlyFirst() + agreement.onlySecond() > 0) {
            out.println("not compared: " + agreement.onlyFirst() + " attempts of A alone, " + agreement.onlySecond()
                    + " of B alone");
        }
        out.flush();
        return 0;
    }

    private static List<String> kappas(AnalystAgreement agreement) {
        TextTable table = new TextTable("agreement on", "cases", "same", "kappa", "low", "high");
        agreement.tables().forEach((name, counts) -> {
            Optional<Kappa> kappa = counts.kappa();
            table.add(
                    name,
                    counts.total(),
                    counts.total() == 0 ? "-" : percent(counts.agreements(), counts.total()),
                    kappa.map(value -> number(value.value())).orElse("-"),
                    kappa.map(value -> number(value.low())).orElse("-"),
                    kappa.map(value -> number(value.high())).orElse("-"));
        });
        return table.lines();
    }

    private static List<String> matrix(AgreementTable counts) {
        List<String> used = counts.used();
        TextTable table =
                new TextTable(Stream.concat(Stream.of("A \\ B"), used.stream()).toArray(String[]::new));
        for (String row : used) {
            List<Object> cells = new ArrayList<>(List.of(row));
            used.forEach(column -> cells.add(counts.count(row, column)));
            table.add(cells.toArray());
        }
        return table.lines();
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
