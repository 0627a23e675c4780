package org.lemmalab.mistake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.lemmalab.io.LabException;

/**
 * Settings of mistake augmentation (paper Sec. 3.3), with the switches of its ablations.
 *
 * @param types from which distribution a type is drawn
 * @param sources whose errors make up the pool
 * @param perProblem how many mistakes are drawn for each problem, at least 1; does nothing for {@link Sources#STUDENT_ONLY}
 * @param strength how many errors the overall distribution counts for where a question's own is smoothed, above 0
 * @param size how many errors the pool is to have, for comparisons of equal size; empty for as many as there are
 * @param seed decides every draw
 */
public record MistakeAugmentation(
        TypeChoice types, Sources sources, int perProblem, double strength, OptionalInt size, long seed) {
    /** Draws for each problem by default. */
    public static final int PER_PROBLEM = 4;

    /** Smoothing strength by default: a question's own errors outweigh the overall distribution from six on. */
    public static final double STRENGTH = 5;

    /** From which distribution a type is drawn. */
    public enum TypeChoice {
        /** The question's own, smoothed towards the overall one: the paper's method. */
        PER_QUESTION,
        /** The overall one for every question. */
        OVERALL,
        /** All injectable types alike: the ablation. */
        UNIFORM
    }

    /** Whose errors make up the pool. */
    public enum Sources {
        /** The student's own and injected ones: the paper's method. */
        STUDENT_AND_TEACHER,
        /** Only the student's own: the ablation without error augmentation. */
        STUDENT_ONLY,
        /** Only injected ones. */
        TEACHER_ONLY
    }

    /** Checks the numbers. */
    public MistakeAugmentation {
        if (types == null || sources == null || size == null) {
            throw new LabException("mistake augmentation: expected types, sources and a size or none");
        }
        if (perProblem < 1 || !(strength > 0) || size.orElse(1) < 1) {
            throw new LabException(
                    "mistake augmentation: expected at least 1 draw for each problem, a strength above 0 and a size"
                            + " of at least 1, found " + perProblem + ", " + strength + " and " + size);
        }
    }

    /**
     * @param seed decides every draw
     * @return the paper's method
     */
    public static MistakeAugmentation standard(long seed) {
        return new MistakeAugmentation(
                TypeChoice.PER_QUESTION, Sources.STUDENT_AND_TEACHER, PER_PROBLEM, STRENGTH, OptionalInt.empty(), seed);
    }

    /**
     * @param choice from which distribution a type is drawn
     * @return the same with another choice
     */
    public MistakeAugmentation withTypes(TypeChoice choice) {
        return new MistakeAugmentation(choice, sources, perProblem, strength, size, seed);
    }

    /**
     * @param chosen whose errors make up the pool
     * @return the same with other sources
     */
    public MistakeAugmentation withSources(Sources chosen) {
        return new MistakeAugmentation(types, chosen, perProblem, strength, size, seed);
    }

    /**
     * @param errors how many errors the pool is to have
     * @return the same with pools of that size
     */
    public MistakeAugmentation sizeMatched(int errors) {
        return new MistakeAugmentation(types, sources, perProblem, strength, OptionalInt.of(errors), seed);
    }

    /**
     * @return whether mistakes are injected at all
     */
    public boolean injects() {
        return sources != Sources.STUDENT_ONLY;
    }

    /**
     * Puts a pool together from both sources. With a size set, a random choice of that many: without one twice if there are enough,
     * else all of them as often as needed, the last round chosen at random.
     *
     * @param student the student's own errors
     * @param injected injected ones
     * @param <T> their kind
     * @return the pool, in the order of its sources
     * @throws LabException if a size is set and there is no error at all
     */
    public <T> List<T> pool(List<? extends T> student, List<? extends T> injected) {
        List<T> all = new ArrayList<>();
        if (sources != Sources.TEACHER_ONLY) {
            all.addAll(student);
        }
        if (injects()) {
            all.addAll(injected);
        }
        return size.isEmpty() ? List.copyOf(all) : matched(all, size.getAsInt());
    }

    private <T> List<T> matched(List<T> all, int wanted) {
        if (all.isEmpty()) {
            throw new LabException("mistake augmentation: expected errors for a pool of " + wanted + ", found none");
        }
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        List<Integer> chosen = new ArrayList<>(order.subList(0, wanted % all.size()));
        for (int round = 0; round < wanted / all.size(); round++) {
            chosen.addAll(order);
        }
        Collections.sort(chosen);
        return chosen.stream().map(all::get).toList();
    }
}
