package org.lemmalab.mistake.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.departure.PathCheck.Place;
import org.lemmalab.problem.program.Equation;

/** Which equations of an attempt its answer is derived from, and which lead on to a result of the gold solution. */
final class Derivation {
    /**
     * One equation in the derivation.
     *
     * @param step its step, from 0
     * @param place where it stands to the gold path
     * @param inGold whether the gold solution has its result
     * @param answers whether the answer is derived from it
     * @param leadsOn whether a gold result is worked out from it later
     * @param repair the smallest change of it that leads to the gold answer
     */
    record Use(int step, Place place, boolean inGold, boolean answers, boolean leadsOn, Repair repair) {}

    private static final int MOST_EQUATIONS = 60;

    private record Entry(int step, Equation equation, Place place) {
        double result() {
            return equation.result().map(BigFraction::doubleValue).orElse(Double.NaN);
        }

        boolean uses(double value) {
            return equation.expression().numbers().stream()
                    .anyMatch(number -> Points.same(number.doubleValue(), value));
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Gold gold;

    private Derivation(Gold gold, List<List<Equation>> equations, List<List<Place>> places) {
        this.gold = gold;
        for (int i = 0; i < equations.size(); i++) {
            for (int j = 0; j < equations.get(i).size(); j++) {
                entries.add(new Entry(i, equations.get(i).get(j), places.get(i).get(j)));
            }
        }
    }

    static List<Use> of(Gold gold, List<List<Equation>> equations, List<List<Place>> places, OptionalDouble answer) {
        return new Derivation(gold, equations, places).uses(answer);
    }

    private List<Use> uses(OptionalDouble answer) {
        int size = entries.size();
        boolean[] answers = new boolean[size];
        boolean[] leadsOn = new boolean[size];
        int last = last(answer);
        for (int i = size - 1; i >= 0; i--) {
            answers[i] |= i == last;
            for (int j = i - 1; j >= 0; j--) {
                if (produces(j, i)) {
                    answers[j] |= answers[i];
                    leadsOn[j] |= leadsOn[i] || entries.get(i).place() == Place.COMPLETES;
                }
            }
        }
        List<Use> uses = new ArrayList<>();
        List<Repair> repairs = repairs(last);
        for (int i = 0; i < size; i++) {
            Entry entry = entries.get(i);
            double result = entry.result();
            boolean inGold = gold.path().reaches(result)
                    || gold.has(result, entry.equation().decimals());
            uses.add(new Use(entry.step(), entry.place(), inGold, answers[i], leadsOn[i], repairs.get(i)));
        }
        return uses;
    }

    private List<Repair> repairs(int last) {
        int size = entries.size();
        if (gold.answer().isEmpty() || size == 0 || size > MOST_EQUATIONS) {
            return Collections.nCopies(size, Repair.NONE);
        }
        Workings workings = new Workings(entries.stream().map(Entry::equation).toList(), last);
        List<Double> results =
                gold.path().results().stream().map(BigFraction::doubleValue).toList();
        RepairFinder finder = new RepairFinder(workings, gold.answer().getAsDouble(), gold.questionNumbers(), results);
        List<Repair> repairs = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            repairs.add(i > last ? Repair.NONE : finder.of(i));
        }
        return repairs;
    }

    /** The last equation that has the answer; the last of all where none has. */
    private int last(OptionalDouble answer) {
        for (int i = entries.size() - 1; i >= 0 && answer.isPresent(); i--) {
            if (Points.same(Math.abs(entries.get(i).result()), Math.abs(answer.getAsDouble()))) {
                return i;
            }
        }
        return entries.size() - 1;
    }

    /** Whether the earlier equation is the latest before the later one that has a number which the later one uses. */
    private boolean produces(int earlier, int later) {
        double value = entries.get(earlier).result();
        if (!Double.isFinite(value) || !entries.get(later).uses(value)) {
            return false;
        }
        for (int i = earlier + 1; i < later; i++) {
            if (Points.same(entries.get(i).result(), value)) {
                return false;
            }
        }
        return true;
    }
}
