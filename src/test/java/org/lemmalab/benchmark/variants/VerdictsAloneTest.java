package org.lemmalab.benchmark.variants;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.TextGrader;

/** A verdict depends on its pair alone: not on what was graded before, nor on what else the machine does. */
class VerdictsAloneTest {
    private static final int THREADS = 4;

    private final Grader grader = Grader.standard();
    private final TextGrader texts = TextGrader.standard();

    /** The same pairs before and after others, in another order, and in several threads at once. */
    @Test
    void verdictsDependOnThePairAlone() throws Exception {
        List<Variant> variants = Variants.make(11L, 25);
        List<String> alone = variants.stream().map(this::verdict).toList();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, variants.size()).boxed().toList());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                List<Integer> mine = new ArrayList<>(order);
                Collections.shuffle(mine, new Random(thread));
                tasks.add(() -> inOrder(variants, mine));
            }
            for (Future<List<String>> result : threads.invokeAll(tasks)) {
                assertSame(variants, alone, result.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private List<String> inOrder(List<Variant> variants, List<Integer> order) {
        String[] verdicts = new String[variants.size()];
        order.forEach(at -> verdicts[at] = verdict(variants.get(at)));
        return List.of(verdicts);
    }

    private String verdict(Variant variant) {
        return variant.extract()
                ? texts.grade(variant.prediction(), variant.gold()).toString()
                : grader.grade(variant.prediction(), variant.gold()).toString();
    }

    private static void assertSame(List<Variant> variants, List<String> alone, List<String> together) {
        for (int at = 0; at < alone.size(); at++) {
            assertEquals(alone.get(at), together.get(at), variants.get(at).toString());
        }
    }
}
