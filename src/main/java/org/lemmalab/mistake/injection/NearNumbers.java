package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Numbers;

/** Numbers that are easily written for another one: a digit off, two digits swapped, a carry lost, a round amount off. */
final class NearNumbers {
    private static final int[] WHOLE = {1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 30, 40, 50, 60, 100, 200, 500, 1000};
    private static final BigFraction TENTH = BigFraction.of(1, 10);
    private static final BigFraction HALF = BigFraction.of(1, 2);
    private static final BigFraction LEAST = BigFraction.of(3, 5);
    private static final BigFraction MOST = BigFraction.of(8, 5);

    private NearNumbers() {}

    /** Numbers near a positive one, in random order; none where there is nothing near. */
    static List<BigFraction> of(BigFraction number, RandomGenerator random) {
        if (number.signum() <= 0) {
            return List.of();
        }
        Set<BigFraction> found = new LinkedHashSet<>();
        for (int difference : WHOLE) {
            both(number, BigFraction.of(difference), found);
        }
        if (Numbers.isWhole(number)) {
            swapped(number, found);
        } else {
            both(number, HALF, found);
            both(number, TENTH, found);
        }
        List<BigFraction> near = new ArrayList<>();
        for (BigFraction each : found) {
            if (isNear(each, number)) {
                near.add(each);
            }
        }
        Collections.shuffle(near, new Random(random.nextLong()));
        return near;
    }

    private static boolean isNear(BigFraction value, BigFraction number) {
        if (value.signum() <= 0 || value.equals(number)) {
            return false;
        }
        BigFraction ratio = value.divide(number);
        boolean small = number.compareTo(BigFraction.of(4)) <= 0
                && value.subtract(number).abs().compareTo(BigFraction.of(2)) <= 0;
        return small || ratio.compareTo(LEAST) >= 0 && ratio.compareTo(MOST) <= 0;
    }

    private static void both(BigFraction number, BigFraction difference, Set<BigFraction> into) {
        into.add(number.add(difference));
        into.add(number.subtract(difference));
    }

    /** Two neighbouring digits in each other's place. */
    private static void swapped(BigFraction number, Set<BigFraction> into) {
        String digits = number.getNumerator().toString();
        for (int i = 0; i + 1 < digits.length() && digits.length() < 10; i++) {
            String other = digits.substring(0, i) + digits.charAt(i + 1) + digits.charAt(i) + digits.substring(i + 2);
            if (!other.startsWith("0")) {
                into.add(BigFraction.of(Long.parseLong(other)));
            }
        }
    }
}
