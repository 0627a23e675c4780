package org.lemmalab.notebook.course;

import static org.lemmalab.notebook.course.Hints.hint;
import static org.lemmalab.notebook.course.Hints.near;
import static org.lemmalab.notebook.course.Hints.none;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lemmalab.io.Json;
import org.lemmalab.io.Provenance;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.prompt.StudentFormat;
import org.lemmalab.notebook.CourseUnit;
import org.lemmalab.notebook.Exercise;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.wordproblem.Split;
import org.lemmalab.problem.wordproblem.WordProblem;
import org.lemmalab.problem.wordproblem.WordProblemSet;
import org.lemmalab.training.TrainingListener;
import org.lemmalab.training.TrainingProgress;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.ModelConfig.Size;
import org.lemmalab.transformer.SpecialTokens;

/** Unit 3: the transformer and fine-tuning (paper Sec. 4 and App. A.3), on models that train in seconds. */
public final class TransformerUnit implements CourseUnit {
    private static final int EXAMPLES = 8;
    private static final int MOST_STEPS = 300;
    private static final double[][] LOGITS = {{2, 1, 0, -1}, {0, 0, 0, 0}, {1000, 999, 0, -1000}, {-3, 4, 1, 0}};
    private static final List<Size> SIZES =
            List.of(new Size(1000, 64, 160, 2, 4, 4, 16, 256), new Size(5000, 96, 256, 3, 6, 2, 16, 256));

    /** Probabilities of a temperature. */
    @FunctionalInterface
    public interface Softmax {
        /**
         * @param logits one for each token
         * @param temperature above 0
         * @return a probability for each token
         */
        double[] probabilities(double[] logits, double temperature);
    }

    /** The loss of an example. */
    @FunctionalInterface
    public interface Loss {
        /**
         * @param logProbabilities of each token, natural logarithms
         * @param learnt whether each token is learnt
         * @return the loss, in nats a learnt token
         */
        double of(double[] logProbabilities, boolean[] learnt);
    }

    /** A step of gradient descent. */
    @FunctionalInterface
    public interface Descent {
        /**
         * @param logits one for each token
         * @param target the token that should have come
         * @param rate the learning rate
         * @return the logits after the step
         */
        double[] step(double[] logits, int target, double rate);
    }

    /**
     * A training run of the tiny student.
     *
     * @param losses of each step, in nats a token
     * @param remembered how many of the examples' solutions it then writes word for word
     * @param examples how many there are
     */
    public record Overfitted(List<Double> losses, int remembered, int examples) {
        /** Copies the list. */
        public Overfitted {
            losses = List.copyOf(losses);
        }
    }

    @Override
    public String title() {
        return "The transformer and fine-tuning";
    }

    @Override
    public int exercises() {
        return 6;
    }

    @Override
    public Provenance provenance() {
        return CourseInputs.provenance(this, CourseInputs.student());
    }

    /**
     * @return a problem that the small student was not trained on
     */
    public Problem problem() {
        return WordProblemSet.STORIES.generate(1, Split.TEST, 4).get(0).problem();
    }

    /**
     * @param size widths and counts
     * @return a decoder of the Llama family whose output layer is its embedding
     */
    public ModelConfig model(Size size) {
        return ModelConfig.llama(size, true, SpecialTokens.of(1, 2, 0));
    }

    /**
     * @return two small sizes
     */
    public List<Size> sizes() {
        return SIZES;
    }

    /**
     * @return eight made problems to be learnt by heart
     */
    public List<Problem> examples() {
        return WordProblemSet.STORIES.generate(EXAMPLES, Split.TRAIN, 1).stream()
                .map(WordProblem::problem)
                .toList();
    }

    /**
     * Trains a tiny student, fresh from random weights, on {@link #examples()} and asks it the same problems.
     *
     * @param settings of the run; at most 300 steps of it are taken
     * @param listener is told of the steps
     * @return losses and what it remembers
     */
    public Overfitted train(TrainingSettings settings, TrainingListener listener) {
        List<TrainingProgress> steps = new ArrayList<>();
        TrainingSettings bounded = settings.withMaxSteps(Math.min(MOST_STEPS, steps(settings)));
        int remembered = TinyStudent.trained(
                texts(),
                lines(),
                bounded,
                progress -> {
                    steps.add(progress);
                    listener.onStep(progress);
                },
                this::remembered);
        return new Overfitted(steps.stream().map(TrainingProgress::loss).toList(), remembered, EXAMPLES);
    }

    /**
     * @return exercise 1: the number of parameters of {@link #model} for a size
     */
    public Exercise<ToLongFunction<Size>> parameters() {
        return new Exercise<>(
                this,
                1,
                "counting parameters",
                answer -> SIZES.stream()
                        .flatMap(size -> count(size, answer.applyAsLong(size)).stream())
                        .findFirst());
    }

    /**
     * @return exercise 2: for T tokens, whether token i (row) may look at token j (column)
     */
    public Exercise<IntFunction<boolean[][]>> causalMask() {
        return new Exercise<>(
                this,
                2,
                "causal mask",
                answer -> IntStream.of(1, 2, 5)
                        .boxed()
                        .flatMap(tokens -> mask(tokens, answer.apply(tokens)).stream())
                        .findFirst());
    }

    /**
     * @return exercise 3: softmax with a temperature
     */
    public Exercise<Softmax> temperature() {
        return new Exercise<>(
                this,
                3,
                "temperature",
                answer -> Arrays.stream(LOGITS)
                        .flatMap(logits -> DoubleStream.of(1, 0.5, 2)
                                .boxed()
                                .flatMap(t -> softened(logits, t, answer.probabilities(logits.clone(), t)).stream()))
                        .findFirst());
    }

    /**
     * @return exercise 4: the loss of an example of which not all is learnt
     */
    public Exercise<Loss> maskedLoss() {
        double[] logs = {-0.5, -2, -0.25, -1, -4};
        boolean[][] masks = {
            {true, true, true, true, true}, {false, false, true, true, false}, {true, false, false, false, true}
        };
        return new Exercise<>(
                this,
                4,
                "loss mask",
                answer -> Arrays.stream(masks)
                        .flatMap(mask -> loss(logs, mask, answer.of(logs.clone(), mask.clone())).stream())
                        .findFirst());
    }

    /**
     * @return exercise 5: one step of gradient descent on the loss of one token, by its logits
     */
    public Exercise<Descent> descent() {
        return new Exercise<>(
                this,
                5,
                "one training step",
                answer -> Stream.of(LOGITS[0], LOGITS[1], LOGITS[3])
                        .flatMap(logits -> descended(logits, answer.step(logits.clone(), 2, 0.5)).stream())
                        .findFirst());
    }

    /**
     * @return exercise 6: a run after which {@link #examples()} are known by heart
     */
    public Exercise<Overfitted> overfit() {
        return new Exercise<>(this, 6, "learning by heart", TransformerUnit::overfitted);
    }

    private Optional<String> count(Size size, long found) {
        long missing = model(size).parameterCount() - found;
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

    private static Optional<String> mask(int tokens, boolean[][] found) {
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

    private static Optional<String> seen(int row, int column) {
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

    private static Optional<String> softened(double[] logits, double temperature, double[] found) {
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

    private static Optional<String> loss(double[] logs, boolean[] learnt, double found) {
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

    private static Optional<String> descended(double[] logits, double[] found) {
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

    private static Optional<String> overfitted(Overfitted found) {
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

    private static int steps(TrainingSettings settings) {
        int together = settings.batching().rows() * settings.batching().accumulation();
        return settings.maxSteps() > 0
                ? settings.maxSteps()
                : settings.epochs() * ((EXAMPLES + together - 1) / together);
    }

    private int remembered(TextModel student) {
        List<CompletionRequest> requests = examples().stream()
                .map(problem -> StudentFormat.request(problem, StudentFormat.greedy()))
                .toList();
        List<Reply> replies = student.complete(requests);
        return (int) IntStream.range(0, EXAMPLES)
                .filter(i ->
                        replies.get(i).text().strip().equals(response(examples().get(i))))
                .count();
    }

    private List<String> texts() {
        return examples().stream()
                .map(problem -> StudentFormat.prompt(problem.question()) + response(problem))
                .toList();
    }

    private List<JsonNode> lines() {
        return examples().stream()
                .<JsonNode>map(problem -> Json.mapper()
                        .valueToTree(Map.of("instruction", problem.question(), "output", response(problem))))
                .toList();
    }

    private static String response(Problem problem) {
        return StudentFormat.response(problem.goldSolution(), problem.goldAnswer());
    }

    private static double[] softmax(double[] logits, double temperature) {
        double most = Arrays.stream(logits).max().orElseThrow();
        double[] weights = Arrays.stream(logits)
                .map(logit -> Math.exp((logit - most) / temperature))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private static boolean equal(double[] found, double[] expected) {
        return found.length == expected.length
                && IntStream.range(0, found.length).allMatch(i -> near(found[i], expected[i]));
    }

    private static String shown(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
                .toList()
                .toString();
    }
}
