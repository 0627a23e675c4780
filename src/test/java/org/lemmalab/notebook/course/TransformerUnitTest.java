package org.lemmalab.notebook.course;

import static org.lemmalab.notebook.course.Hinted.right;
import static org.lemmalab.notebook.course.Hinted.wrong;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lemmalab.notebook.course.TransformerUnit.Overfitted;
import org.lemmalab.training.TrainingListener;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.transformer.ModelConfig.Size;

class TransformerUnitTest {
    private final TransformerUnit unit = new TransformerUnit();

    @Test
    void parameters() {
        right(unit.parameters(), TransformerUnitTest::count);
        wrong(unit.parameters(), size -> 0, "too few");
        wrong(unit.parameters(), size -> count(size) + (long) size.vocabulary() * size.width(), "tied");
        wrong(
                unit.parameters(),
                size -> count(size) - (long) size.vocabulary() * size.width(),
                "tokens become vectors");
        wrong(
                unit.parameters(),
                size -> count(size) - (2L * size.layers() + 1) * size.width(),
                "a vector of the width");
        wrong(
                unit.parameters(),
                size -> count(new Size(
                        size.vocabulary(),
                        size.width(),
                        size.feedForward(),
                        size.layers(),
                        size.heads(),
                        size.heads(),
                        size.headWidth(),
                        size.context())),
                "How many heads");
    }

    @Test
    void causalMask() {
        right(unit.causalMask(), tokens -> mask(tokens, 0));
        wrong(unit.causalMask(), tokens -> new boolean[0][0], "a square of 1 rows");
        wrong(unit.causalMask(), tokens -> mask(tokens, -1), "look at itself");
        wrong(unit.causalMask(), tokens -> mask(tokens, 1), "already written");
        wrong(
                unit.causalMask(),
                tokens -> {
                    boolean[][] own = new boolean[tokens][tokens];
                    IntStream.range(0, tokens).forEach(i -> own[i][i] = true);
                    return own;
                },
                "does not see token 0");
    }

    @Test
    void temperature() {
        right(unit.temperature(), TransformerUnitTest::softmax);
        wrong(unit.temperature(), (logits, t) -> logits, "add up to 1");
        wrong(unit.temperature(), (logits, t) -> softmax(logits, 1), "temperature 1");
        wrong(unit.temperature(), (logits, t) -> softmax(logits, 1 / t), "the opposite");
        wrong(
                unit.temperature(),
                (logits, t) -> {
                    double[] e = Arrays.stream(logits).map(x -> Math.exp(x / t)).toArray();
                    double sum = Arrays.stream(e).sum();
                    return Arrays.stream(e).map(x -> x / sum).toArray();
                },
                "overflows");
    }

    @Test
    void maskedLoss() {
        right(unit.maskedLoss(), (logs, learnt) -> -sum(logs, learnt) / count(learnt));
        wrong(unit.maskedLoss(), (logs, learnt) -> 0, "by hand");
        wrong(unit.maskedLoss(), (logs, learnt) -> sum(logs, learnt) / count(learnt), "never below 0");
        wrong(
                unit.maskedLoss(),
                (logs, learnt) -> -Arrays.stream(logs).average().orElseThrow(),
                "masked ones still teach");
        wrong(unit.maskedLoss(), (logs, learnt) -> -sum(logs, learnt), "the sum");
        wrong(unit.maskedLoss(), (logs, learnt) -> -sum(logs, learnt) / logs.length, "divided by how many");
    }

    @Test
    void descent() {
        right(unit.descent(), (logits, target, rate) -> step(logits, target, -rate));
        wrong(unit.descent(), (logits, target, rate) -> step(logits, target, rate), "uphill");
        wrong(unit.descent(), (logits, target, rate) -> step(logits, -1, -rate), "the target's too");
        wrong(unit.descent(), (logits, target, rate) -> logits, "Nothing has moved");
        wrong(unit.descent(), (logits, target, rate) -> step(logits, target, -2 * rate), "How far does one step go");
    }

    @Test
    void overfit() {
        TrainingSettings few = TrainingSettings.DEFAULT;
        TrainingSettings enough = few.withEpochs(120).withOptimizer(TrainingSettings.Optimizer.withRate(5e-3));
        wrong(unit.overfit(), unit.train(few, TrainingListener.SILENT), "It has fallen little");
        right(unit.overfit(), unit.train(enough, TrainingListener.SILENT));
        wrong(unit.overfit(), new Overfitted(List.of(5.0, 9.0), 0, 8), "does not fall");
        wrong(unit.overfit(), new Overfitted(List.of(5.0, 0.4), 3, 8), "on its way");
    }

    private static long count(Size size) {
        long queries = (long) size.heads() * size.headWidth();
        long keys = (long) size.keyValueHeads() * size.headWidth();
        long layer = size.width() * (2 * queries + 2 * keys + 3L * size.feedForward() + 2);
        return (long) size.vocabulary() * size.width() + size.layers() * layer + size.width();
    }

    private static boolean[][] mask(int tokens, int ahead) {
        boolean[][] mask = new boolean[tokens][tokens];
        for (int i = 0; i < tokens; i++) {
            for (int j = 0; j < tokens; j++) {
                mask[i][j] = j <= i + ahead;
            }
        }
        return mask;
    }

    private static double[] softmax(double[] logits, double temperature) {
        double most = Arrays.stream(logits).max().orElseThrow();
        double[] e = Arrays.stream(logits)
                .map(x -> Math.exp((x - most) / temperature))
                .toArray();
        double sum = Arrays.stream(e).sum();
        return Arrays.stream(e).map(x -> x / sum).toArray();
    }

    private static double[] step(double[] logits, int target, double rate) {
        double[] p = softmax(logits, 1);
        return IntStream.range(0, p.length)
                .mapToDouble(i -> logits[i] + rate * (p[i] - (i == target ? 1 : 0)))
                .toArray();
    }

    private static double sum(double[] logs, boolean[] learnt) {
        return IntStream.range(0, logs.length)
                .filter(i -> learnt[i])
                .mapToDouble(i -> logs[i])
                .sum();
    }

    private static long count(boolean[] learnt) {
        return IntStream.range(0, learnt.length).filter(i -> learnt[i]).count();
    }
}
