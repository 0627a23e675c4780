package org.lemmalab.mistake.departure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.QuestionValues;

/** Where the equations of an attempt stand to the gold path of a problem: as formulas of the question's values, not as values alone. */
public final class PathCheck {
    private final GoldPath gold;

    /** The place of an equation. */
    public enum Place {
        /** It is the result of a gold operation. */
        COMPLETES,
        /** It is a part on the way to one. */
        REACHES,
        /** No path of the gold solution passes through it. */
        OFF
    }

    private PathCheck(GoldPath gold) {
        this.gold = gold;
    }

    /**
     * @param problem question and gold solution
     * @return its gold path
     */
    public static PathCheck of(Problem problem) {
        return new PathCheck(GoldPath.of(problem));
    }

    /**
     * @return whether the equations of the gold solution lead to its answer
     */
    public boolean isComplete() {
        return gold.isComplete();
    }

    /**
     * @return the results of the gold operations
     */
    public Set<BigFraction> results() {
        return gold.results();
    }

    /** The gold path itself. */
    GoldPath gold() {
        return gold;
    }

    /**
     * @return the values that the question states
     */
    public Set<BigFraction> stated() {
        return gold.question().stated();
    }

    /**
     * @param value a value
     * @return whether it lies on the gold path, possibly by chance
     */
    public boolean reaches(double value) {
        return gold.reaches(value);
    }

    /**
     * @param value a value
     * @return whether the question states it, also as a percentage or a part
     */
    public boolean isStated(BigFraction value) {
        QuestionValues question = gold.question();
        return question.states(value) || question.impliesPercentOf(value);
    }

    /**
     * @param step the text of a step
     * @return its equations of numbers
     */
    public static List<Equation> equations(String step) {
        return StepReading.of(1, step).equations();
    }

    /**
     * @param steps the equations of each step of an attempt
     * @return their places, step by step
     */
    public List<List<Place>> places(List<List<Equation>> steps) {
        AttemptPath path = new AttemptPath(gold);
        List<List<Place>> places = new ArrayList<>();
        for (List<Equation> equations : steps) {
            List<Place> here = new ArrayList<>();
            for (Equation equation : equations) {
                here.add(place(equation, path));
                path.add(equation);
            }
            places.add(here);
        }
        return places;
    }

    private Place place(Equation equation, AttemptPath path) {
        List<Double> shadows = path.shadows(equation);
        if (gold.states(equation) || shadows.stream().anyMatch(gold.shifted()::completes)) {
            return Place.COMPLETES;
        }
        return shadows.stream().anyMatch(gold.shifted()::reaches) ? Place.REACHES : Place.OFF;
    }
}
