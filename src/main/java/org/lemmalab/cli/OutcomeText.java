package org.lemmalab.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.lemmalab.experiment.study.Contrast;
import org.lemmalab.experiment.study.Measure;
import org.lemmalab.experiment.study.Outcome;

/** What an experiment found, as text: shares in percent, other numbers as they are. */
final class OutcomeText {
    private OutcomeText() {}

    static void print(Outcome outcome, PrintWriter console) {
        console.println("\n" + outcome.experiment() + " " + outcome.title() + " (" + outcome.scale() + ", "
                + outcome.budget() + ")");
        if (!outcome.measures().isEmpty()) {
            measures(outcome).lines().forEach(console::println);
        }
        if (!outcome.contrasts().isEmpty()) {
            contrasts(outcome).lines().forEach(console::println);
        }
        outcome.findings()
                .forEach(each ->
                        console.println(each.claim() + " " + each.verdict().title() + ". " + each.why()));
        outcome.cases().forEach(each -> console.println(each.title() + ": " + each.problem()));
        console.flush();
    }

    private static TextTable measures(Outcome outcome) {
        TextTable table = new TextTable("student", "method", "set", "metric", "value", "95 %", "count", "seeds");
        for (Measure each : outcome.measures()) {
            boolean isShare = each.high() <= 1;
            table.add(
                    each.base(),
                    each.method(),
                    each.set(),
                    each.metric(),
                    number(each.value(), isShare),
                    number(each.low(), isShare) + " - " + number(each.high(), isShare),
                    each.count(),
                    each.seeds());
        }
        return table;
    }

    private static TextTable contrasts(Outcome outcome) {
        TextTable table =
                new TextTable("student", "method", "against", "set", "metric", "points", "95 %", "adjusted p");
        for (Contrast each : outcome.contrasts()) {
            table.add(
                    each.base(),
                    each.method(),
                    each.against(),
                    each.set(),
                    each.metric(),
                    number(each.difference(), true),
                    number(each.low(), true) + " - " + number(each.high(), true),
                    String.format(Locale.ROOT, "%.3f", each.adjusted()));
        }
        return table;
    }

    private static String number(double value, boolean isShare) {
        return String.format(Locale.ROOT, "%.1f", isShare ? 100 * value : value);
    }
}
