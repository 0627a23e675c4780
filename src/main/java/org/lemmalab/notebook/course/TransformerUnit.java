package org.lemmalab.notebook.course;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import org.lemmalab.notebook.CourseUnit;
import org.lemmalab.notebook.Exercise;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
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
     * @return eight synthetic problems to be learnt by heart
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
                        .flatMap(size -> TransformerJudge.count(model(size), answer.applyAsLong(size)).stream())
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
                        .flatMap(tokens -> TransformerJudge.mask(tokens, answer.apply(tokens)).stream())
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
                                .flatMap(t ->
                                        TransformerJudge.softened(logits, t, answer.probabilities(logits.clone(), t))
                                                .stream()))
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
                        .flatMap(mask ->
                                TransformerJudge.loss(logs, mask, answer.of(logs.clone(), mask.clone())).stream())
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
                        .flatMap(logits ->
                                TransformerJudge.descended(logits, answer.step(logits.clone(), 2, 0.5)).stream())
                        .findFirst());
    }

    /**
     * @return exercise 6: a run after which {@link #examples()} are known by heart
     */
    public Exercise<Overfitted> overfit() {
        return new Exercise<>(this, 6, "learning by heart", TransformerJudge::overfitted);
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
}
