package org.lemmalab.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.TextGrader;
import org.lemmalab.solution.AnswerExtractor;

/** Speed of whole texts on one and several threads, times of single verdicts, the time limit, and memory over a million pairs. */
final class GradingSpeed {
    private static final int WARM_UP = 150;
    private static final int ROUNDS = 7;
    private static final int REPEATS = 15;
    private static final int PAIRS = 1_000_000;
    private static final List<String> HARD = List.of(
            "9^{9^{9^9}}",
            "1000000!",
            "(10^6)!!",
            "2^{100000}-3^{63000}",
            "(a+b+c+d)^{60}",
            "\\sin(10^{100})",
            "\\sqrt{" + "9".repeat(1_000) + "}",
            "(" + "x+".repeat(300) + "1)^{40}",
            "\\{" + "\\sin x,".repeat(150) + "1\\}",
            "\\{" + "\\cos y,".repeat(150) + "2\\}",
            "{".repeat(100_000),
            "7".repeat(1_000_000),
            "1".repeat(3_900));

    private final Grader grader;
    private final AnswerExtractor extractor;

    GradingSpeed(Grader grader, AnswerExtractor extractor) {
        this.grader = grader;
        this.extractor = extractor;
    }

    void measure(List<MarkedAnswer> texts, List<GoldAnswers> sets, ObjectNode figures, PrintStream out) {
        for (int i = 0; i < WARM_UP; i++) {
            grade(texts);
        }
        int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
        double single = rate(texts, 1);
        double several = rate(texts, threads);
        out.printf(Locale.ROOT, "%nwhole texts: %.0f pairs/s on one thread, %.0f on %d%n", single, several, threads);
        figures.put("math_pairs_per_second", Math.round(single));
        figures.put("math_pairs_per_second_threads", Math.round(several));
        figures.put("threads", threads);
        python(texts, figures, out);
        singleVerdicts(sets, figures, out);
        timeLimit(figures, out);
        memory(texts, figures, out);
    }

    private long grade(List<MarkedAnswer> texts) {
        return texts.stream()
                .filter(text -> TextGrader.with(extractor, grader)
                        .grade(text.text(), text.gold())
                        .isRight())
                .count();
    }

    /** The same pairs by a grader in Python, and how many times as many ours grades in a second on one thread. */
    private void python(List<MarkedAnswer> texts, ObjectNode figures, PrintStream out) {
        List<List<String>> pairs = texts.stream()
                .map(text -> List.of(text.prediction(), text.gold()))
                .toList();
        double ours = pairRate(texts);
        figures.put("math_plain_pairs_per_second", Math.round(ours));
        GradingPeer.grade(pairs)
                .ifPresentOrElse(
                        peer -> {
                            double theirs = pairs.size() / peer.seconds();
                            long agreed = IntStream.range(0, pairs.size())
                                    .filter(i ->
                                            peer.equal().get(i) == texts.get(i).marked())
                                    .count();
                            out.printf(
                                    Locale.ROOT,
                                    "pairs without texts: %.0f/s on one thread, a grader in Python with %s %.0f/s (%d of %d as"
                                            + " marked): %.0f times the rate%n",
                                    ours,
                                    peer.version(),
                                    theirs,
                                    agreed,
                                    pairs.size(),
                                    ours / theirs);
                            figures.put("python_pairs_per_second", Math.round(theirs));
                            figures.put("python_ratio", ours / theirs);
                        },
                        () -> out.println("a grader in Python: no Python with SymPy is at hand"));
    }

    private double pairRate(List<MarkedAnswer> texts) {
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < REPEATS; i++) {
                texts.forEach(text -> grader.grade(text.prediction(), text.gold()));
            }
            rates[round] = (double) REPEATS * texts.size() * 1e9 / (System.nanoTime() - start);
        }
        return Measuring.median(rates);
    }

    /** The median over the rounds of texts a second, each thread grading all of them. */
    private double rate(List<MarkedAnswer> texts, int threads) {
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            List<Thread> workers = IntStream.range(0, threads)
                    .mapToObj(i -> new Thread(() -> IntStream.range(0, REPEATS).forEach(j -> grade(texts))))
                    .toList();
            workers.forEach(Thread::start);
            workers.forEach(GradingSpeed::join);
            rates[round] = (double) threads * REPEATS * texts.size() * 1e9 / (System.nanoTime() - start);
        }
        Arrays.sort(rates);
        return rates[ROUNDS / 2];
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each gold answer against itself with a space more, and against its neighbour: all kinds of answer, half of them equal. */
    private void singleVerdicts(List<GoldAnswers> sets, ObjectNode figures, PrintStream out) {
        double[] times = sets.stream()
                .flatMap(set -> IntStream.range(0, set.answers().size())
                        .boxed()
                        .flatMap(i -> List.of(
                                milliseconds(
                                        set.answers().get(i),
                                        "\\left. " + set.answers().get(i)),
                                milliseconds(set.answers().get(i), set.answers().get(Math.max(0, i - 1))))
                                .stream()))
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double median = times[times.length / 2];
        double p99 = times[(int) (times.length * 0.99)];
        double largest = times[times.length - 1];
        out.printf(
                Locale.ROOT,
                "single verdicts (%d of all sets): median %.3f ms, p99 %.2f ms, largest %.0f ms%n",
                times.length,
                median,
                p99,
                largest);
        figures.put("median_ms", median);
        figures.put("p99_ms", p99);
        figures.put("largest_ms", largest);
    }

    private double milliseconds(String prediction, String gold) {
        long start = System.nanoTime();
        grader.grade(prediction, gold);
        return (System.nanoTime() - start) / 1e6;
    }

    /** Every hard answer against every other. */
    private void timeLimit(ObjectNode figures, PrintStream out) {
        double longest = 0;
        int undecided = 0;
        for (String prediction : HARD) {
            for (String gold : HARD) {
                longest = Math.max(longest, milliseconds(prediction, gold));
                undecided += grader.grade(prediction, gold).isUndecided() ? 1 : 0;
            }
        }
        double limit = grader.settings().timeLimit().toMillis();
        out.printf(
                Locale.ROOT,
                "%d hostile pairs: longest %.0f ms of %.0f allowed, %d undecided%n",
                HARD.size() * HARD.size(),
                longest,
                limit,
                undecided);
        figures.put("hostile_longest_ms", longest);
        figures.put("limit_ms", limit);
    }

    private void memory(List<MarkedAnswer> texts, ObjectNode figures, PrintStream out) {
        double before = heap();
        long start = System.nanoTime();
        for (int i = 0; i < PAIRS; i++) {
            MarkedAnswer text = texts.get(i % texts.size());
            grader.grade(text.prediction(), texts.get((i * 31) % texts.size()).gold());
        }
        double after = heap();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        out.printf(
                Locale.ROOT,
                "a million pairs in %d s: live heap %.1f MB before, %.1f MB after%n",
                seconds,
                before,
                after);
        figures.put("heap_growth_mb_per_million_pairs", after - before);
    }

    private static double heap() {
        System.gc();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
    }
}
