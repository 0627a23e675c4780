package org.lemmalab.notebook.course;

import static org.lemmalab.notebook.course.Hints.hint;
import static org.lemmalab.notebook.course.Hints.near;
import static org.lemmalab.notebook.course.Hints.none;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lemmalab.notebook.course.TransformerUnit.Overfitted;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.ModelConfig.Size;

/** How the exercises of {@link TransformerUnit} are judged. */
final class TransformerJudge {
    private TransformerJudge() {}

    static Optional<String> count(ModelConfig model, long found) {
        Size size = model.size();
        long missing = model.parameterCount() - found;
        long table = (long) size.vocabulary() * size.width();
        long norms = (2L * size.layers() + 1) * size.width();
        long sharedKeys = 2L * size.layers() * size.width() * (size.heads() - size.keyValueHeads()) * size.headWidth();
        String where = "For " + size + " found " + String.format("%,d", found) + ": ";
        if (missing == 0) {
            return none();
        }
        if (missing == -table) {
            return Optional.of(
                    where
                            + "one table of vocabulary by width too many. The output layer is tied: whose weights does it use?");
        }
        if (missing == table) {
            return Optional.of(where + "a table of vocabulary by width is missing. Where do tokens become vectors?");
        }
        if (missing == norms || missing == size.width() || missing == norms - size.width()) {
            return Optional.of(
                    where
                            + "close. What is missing is as small as a vector of the width: which layers have just such a weight?");
        }
        if (sharedKeys > 0 && missing == -sharedKeys) {
            return Optional.of(where + "too many. How many heads do keys and values have here?");
        }
        return Optional.of(where + "too " + (missing > 0 ? "few" : "many")
                + ". Count one layer first: four matrices of attention, three of the feed-forward part, two norms.");
    }

    static Optional<String> mask(int tokens, boolean[][] found) {
        if (found.length != tokens || Arrays.stream(found).anyMatch(row -> row.length != tokens)) {
            return hint("For %d tokens expected a square of %d rows, found %d. ", tokens, tokens, found.length);
        }
        for (int i = 0; i < tokens; i++) {
            for (int j = 0; j < tokens; j++) {
                if (found[i][j] != (j <= i)) {
                    return seen(i, j);
                }
            }
        }
        return none();
    }

    static Optional<String> seen(int row, int column) {
        if (row == column) {
            return hint(
                    "Token %d may not look at itself in yours. Would the first token have anything to look at?", row);
        }
        return column > row
                ? hint(
                        "Token %d looks at token %d in yours. Is that already written when %d is read?",
                        row, column, row)
                : hint(
                        "Token %d does not see token %d in yours, though it was read before. Who is hiding it?",
                        row, column);
    }

    static Optional<String> softened(double[] logits, double temperature, double[] found) {
        double[] expected = softmax(logits, temperature);
        if (equal(found, expected)) {
            return none();
        }
        String where = "For logits " + Arrays.toString(logits) + " at temperature " + temperature + " found "
                + shown(found) + ". ";
        if (!Arrays.stream(found).allMatch(Double::isFinite)) {
            return Optional.of(
                    where
                            + "The exponential of a large number overflows. What may be taken off all logits without a change?");
        }
        if (!near(Arrays.stream(found).sum(), 1)) {
            return Optional.of(where + "Probabilities add up to 1; what must each be divided by?");
        }
        if (equal(found, softmax(logits, 1))) {
            return Optional.of(where + "That is temperature 1. Where does the temperature come in?");
        }
        return equal(found, softmax(logits, 1 / temperature))
                ? Optional.of(where + "A higher temperature should make things more even; yours does the opposite.")
                : Optional.of(where + "The logits are scaled first, then comes the softmax.");
    }

    static Optional<String> loss(double[] logs, boolean[] learnt, double found) {
        double sum = IntStream.range(0, logs.length)
                .filter(i -> learnt[i])
                .mapToDouble(i -> -logs[i])
                .sum();
        long count = IntStream.range(0, logs.length).filter(i -> learnt[i]).count();
        if (near(found, sum / count)) {
            return none();
        }
        String where = String.format("For the mask %s found %.3f. ", Arrays.toString(learnt), found);
        if (found < 0) {
            return Optional.of(
                    where
                            + "A loss is smaller the likelier the tokens are, and never below 0. What does the logarithm of a probability look like?");
        }
        if (near(found, -Arrays.stream(logs).average().orElseThrow())) {
            return Optional.of(where + "That is the mean over all tokens; the masked ones still teach.");
        }
        if (near(found, sum)) {
            return Optional.of(where + "That is the sum. Would a longer example count for more?");
        }
        return near(found, sum / logs.length)
                ? Optional.of(where + "The right tokens are added up, but divided by how many?")
                : Optional.of(where + "Add up the learnt tokens by hand; what is the mean of theirs?");
    }

    static Optional<String> descended(double[] logits, double[] found) {
        double[] p = softmax(logits, 1);
        double[] expected = new double[p.length];
        double[] uphill = new double[p.length];
        double[] blind = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            double gradient = p[i] - (i == 2 ? 1 : 0);
            expected[i] = logits[i] - 0.5 * gradient;
            uphill[i] = logits[i] + 0.5 * gradient;
            blind[i] = logits[i] - 0.5 * p[i];
        }
        if (equal(found, expected)) {
            return none();
        }
        String where = "For logits " + Arrays.toString(logits) + ", target 2 and rate 0.5 found " + shown(found) + ". ";
        if (equal(found, uphill)) {
            return Optional.of(where + "The target has become less likely: that is uphill.");
        }
        if (equal(found, blind)) {
            return Optional.of(where + "All logits fall, the target's too. What should its probability have been?");
        }
        if (equal(found, logits)) {
            return Optional.of(where + "Nothing has moved. In which direction does each logit change the loss?");
        }
        return Optional.of(
                where
                        + "The gradient by a logit is its probability less what that should have been. How far does one step go along it?");
    }

    static Optional<String> overfitted(Overfitted found) {
        if (found.remembered() == found.examples()) {
            return none();
        }
        int steps = found.losses().size();
        double first = found.losses().get(0);
        double last = found.losses().get(steps - 1);
        String where = String.format(
                "%d steps, loss from %.2f to %.2f, %d of %d known by heart. ",
                steps, first, last, found.remembered(), found.examples());
        if (!(last < first)) {
            return Optional.of(where + "The loss does not fall. What does a step that is too long do?");
        }
        if (last > 0.5 * first) {
            return Optional.of(where + "It has fallen little. Is the step too short, or are there too few of them?");
        }
        return Optional.of(where + "It is on its way. The loss must come near 0 before every digit is right.");
    }

    static double[] softmax(double[] logits, double temperature) {
        double most = Arrays.stream(logits).max().orElseThrow();
        double[] weights = Arrays.stream(logits)
                .map(logit -> Math.exp((logit - most) / temperature))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    static boolean equal(double[] found, double[] expected) {
        return found.length == expected.length
                && IntStream.range(0, found.length).allMatch(i -> near(found[i], expected[i]));
    }

    static String shown(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
                .toList()
                .toString();
    }
}
