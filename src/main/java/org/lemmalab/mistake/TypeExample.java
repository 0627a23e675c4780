package org.lemmalab.mistake;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

/**
 * An example of an error type, made for this toolkit: a problem with its gold solution, and a wrong solution.
 *
 * @param type the type
 * @param problem question and gold solution
 * @param wrong the wrong solution
 * @param firstWrongStep where it goes wrong, from 1
 */
public record TypeExample(ErrorType type, Problem problem, Solution wrong, int firstWrongStep) {
    private static final Map<ErrorType, TypeExample> ALL = new EnumMap<>(ErrorType.class);

    private static final String MUFFINS =
            "Mia bakes 5 trays of 12 muffins. She keeps 9 muffins and sells the others at $2 each. How much does she take in?";
    private static final String MUFFINS_GOLD =
            "She bakes 5*12=60 muffins.\nShe sells 60-9=51 muffins.\nThat brings in 51*2=$102.";

    static {
        muffins(
                ErrorType.CALCULATION,
                "She bakes 5*12=65 muffins.\nShe sells 65-9=56 muffins.\nThat brings in 56*2=$112.",
                1);
        muffins(
                ErrorType.CONTEXT_VALUE,
                "She bakes 5*12=60 muffins.\nShe sells 60-6=54 muffins.\nThat brings in 54*2=$108.",
                2);
        muffins(
                ErrorType.HALLUCINATION,
                "She bakes 5*12=60 muffins.\nHer brother drops another 7 on the kitchen floor, so 60-7=53 muffins remain.\n"
                        + "She sells 53-9=44 muffins.\nThat brings in 44*2=$88.",
                2);
        muffins(
                ErrorType.OPERATOR,
                "She bakes 5*12=60 muffins.\nShe sells 60+9=69 muffins.\nThat brings in 69*2=$138.",
                2);
        muffins(ErrorType.MISSING_STEP, "She bakes 5*12=60 muffins.\nThat brings in 60*2=$120.", 2);
        muffins(
                ErrorType.CONTRADICTORY_STEP,
                "She bakes 5*12=60 muffins.\nShe sells 70-9=61 muffins.\nThat brings in 61*2=$122.",
                2);
        muffins(
                ErrorType.NONSENSICAL_OUTPUT,
                "She bakes She bakes She bakes She bakes muffins muffins She bakes She bakes muffins muffins muffins",
                1);
        put(
                ErrorType.COUNTING,
                "Tom swims 4 laps on Monday, on Wednesday and on Friday. A lap is 50 meters. How far does he swim in a week?",
                "He swims on 3 days, so 3*4=12 laps.\nThat is 12*50=600 meters.",
                "600",
                "He swims on 2 days, so 2*4=8 laps.\nThat is 8*50=400 meters.",
                1);
        put(
                ErrorType.UNIT_CONVERSION,
                "A train ride takes 3 hours and the walk home 20 minutes. How many minutes is Lea under way?",
                "The ride takes 3 hours * 60 minutes = 180 minutes.\nIn all that is 180+20=200 minutes.",
                "200",
                "The ride takes 3 hours * 100 minutes = 300 minutes.\nIn all that is 300+20=320 minutes.",
                1);
        put(
                ErrorType.FORMULA_CONFUSION,
                "A rectangular yard is 8 meters long and 6 meters wide. Grass seed costs $3 per square meter. What does it cost?",
                "The area of the yard is 8*6=48 square meters.\nThe seed costs 48*3=$144.",
                "144",
                "The area of the yard is 2*(8+6)=28 square meters.\nThe seed costs 28*3=$84.",
                1);
        put(
                ErrorType.QUESTION_MISINTERPRETATION,
                "Ben has 14 red, 9 blue and 5 green marbles. How many marbles does he have, if each weighs 4 grams, in grams?",
                "He has 14+9+5=28 marbles.\nThey weigh 28*4=112 grams.",
                "112",
                "He has 14+9=23 marbles.\nThey weigh 23*4=92 grams.",
                1);
        put(
                ErrorType.CONFUSING_CONCEPT,
                "A stall sells 40 pies at $7 each. Making them costs $95. What profit does the stall make?",
                "The pies bring in 40*7=$280.\nThe profit is 280-95=$185.",
                "185",
                "The pies bring in 40*7=$280.\nThe revenue is 280+95=$375.",
                2);
    }

    /**
     * @param type a type
     * @return its example
     */
    public static TypeExample of(ErrorType type) {
        return ALL.get(type);
    }

    private static void muffins(ErrorType type, String wrong, int step) {
        put(type, MUFFINS, MUFFINS_GOLD, "102", wrong, step);
    }

    private static void put(ErrorType type, String question, String gold, String answer, String wrong, int step) {
        Problem problem = new Problem("example/" + type.label(), question, gold, answer);
        Solution solution = new Solution(StepSplitter.split(wrong).steps(), Optional.empty());
        ALL.put(type, new TypeExample(type, problem, solution, step));
    }
}
