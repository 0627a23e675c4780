package org.lemmalab.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

class ProgramAnalystTest {
    private static final Problem ORCHARD = new Problem(
            "orchard",
            "An orchard has 18 rows with 25 apple trees each. A storm fells 35 trees. Each tree left gives 8 baskets, and a basket"
                    + " sells for $6. How much money do the trees bring in?",
            """
            The orchard has 18*25=<<18*25=450>>450 trees.
            After the storm 450-35=<<450-35=415>>415 trees are left.
            They give 415*8=<<415*8=3320>>3320 baskets.
            These sell for 3320*6=$<<3320*6=19920>>19920.""",
            "19920");
    private static final Problem PATH = new Problem(
            "path",
            "A rectangular pond is 14 meters long and 9 meters wide. A liner costs $3 per square meter. What does it cost to line the"
                    + " pond's surface?",
            """
            The area of the pond is 14 meters * 9 meters = 126 square meters.
            The liner costs 126 * $3 = $378.""",
            "378");
    private static final Problem SHIFT = new Problem(
            "shift",
            "Rosa packs 12 crates an hour. She works on Monday, Wednesday and Saturday, 5 hours each. How many crates is that?",
            """
            She works 3 days * 5 hours = 15 hours.
            So she packs 15 * 12 = 180 crates.""",
            "180");
    private static final Problem FILM = new Problem(
            "film",
            "A film runs for 2 hours. Before it there are 25 minutes of trailers. How many minutes does it take in all?",
            """
            The film takes 2 hours * 60 minutes/hour = 120 minutes.
            In all it takes 120 + 25 = 145 minutes.""",
            "145");
    private static final Problem STALL = new Problem(
            "stall",
            "A stall sells 40 pies at $7 each. Making them costs $95. What profit does the stall make?",
            """
            The stall earns 40*7=$<<40*7=280>>280.
            Its profit is 280-95=$<<280-95=185>>185.""",
            "185");

    private static Analysis analyse(Problem problem, String attempt) {
        return new ProgramAnalyst().analyse(problem, StepSplitter.split(attempt));
    }

    private static Analysis abstaining(Problem problem, String attempt) {
        return ProgramAnalyst.abstaining().analyse(problem, StepSplitter.split(attempt));
    }

    private static void assertWrong(int step, ErrorType type, Analysis analysis) {
        Analysis.Wrong wrong = assertInstanceOf(Analysis.Wrong.class, analysis, analysis.explanation());
        assertEquals(type, wrong.type(), wrong.explanation());
        assertEquals(step, wrong.firstWrongStep(), wrong.explanation());
        assertTrue(wrong.explanation().contains("tep " + step), wrong.explanation());
    }

    @Test
    void anotherWayToTheAnswerIsCorrect() {
        Analysis merged =
                analyse(ORCHARD, "There are 18*25-35=415 trees left.\nThey bring in 415*8*6=$19920.\n#### 19920");
        assertInstanceOf(Analysis.Correct.class, merged);
        Analysis reordered = analyse(
                ORCHARD,
                "One tree brings in 8*6=$48.\nThe storm costs 35*48=$1680.\nAll trees would bring 450*48=$21600.\n"
                        + "So they bring in 21600-1680=$19920.\n#### 19,920");
        assertInstanceOf(Analysis.Correct.class, reordered);
    }

    @Test
    void anErrorAfterAnotherOrderOfFactorsIsFoundWhereItHappens() {
        assertWrong(
                3,
                ErrorType.CALCULATION,
                analyse(
                        ORCHARD,
                        "One tree brings in 8*6=$48.\nThere are 18*25-35=415 trees left.\nThey bring in 415*48=$19820.\n#### 19820"));
    }

    @Test
    void falseArithmeticIsACalculationError() {
        Analysis analysis = analyse(
                ORCHARD,
                "The orchard has 18*25=450 trees.\nAfter the storm 450-35=425 trees are left.\nThey give 425*8=3400 baskets.\n"
                        + "These sell for 3400*6=$20400.\n#### 20400");
        assertWrong(2, ErrorType.CALCULATION, analysis);
        assertEquals("Step 2 says 450 - 35 = 425, but it is 415.", analysis.explanation());
    }

    @Test
    void anotherOperatorIsAnOperatorError() {
        assertWrong(
                2,
                ErrorType.OPERATOR,
                analyse(
                        ORCHARD,
                        "The orchard has 18*25=450 trees.\nAfter the storm 450+35=485 trees are left.\nThey give 485*8=3880 baskets.\n"
                                + "These sell for 3880*6=$23280.\n#### 23280"));
    }

    @Test
    void aMisquotedValueOfTheQuestionIsAContextValueError() {
        assertWrong(
                2,
                ErrorType.CONTEXT_VALUE,
                analyse(
                        ORCHARD,
                        "The orchard has 18*25=450 trees.\nAfter the storm 450-53=397 trees are left.\nThey give 397*8=3176 baskets.\n"
                                + "These sell for 3176*6=$19056.\n#### 19056"));
    }

    @Test
    void aMisquotedResultIsAContradictoryStep() {
        assertWrong(
                3,
                ErrorType.CONTRADICTORY_STEP,
                analyse(
                        ORCHARD,
                        "The orchard has 18*25=450 trees.\nAfter the storm 450-35=415 trees are left.\nThey give 451*8=3608 baskets.\n"
                                + "These sell for 3608*6=$21648.\n#### 21648"));
    }

    @Test
    void aSkippedResultIsAMissingStep() {
        assertWrong(
                2,
                ErrorType.MISSING_STEP,
                analyse(
                        ORCHARD,
                        "The orchard has 18*25=450 trees.\nThey give 450*8=3600 baskets.\nThese sell for 3600*6=$21600.\n#### 21600"));
    }

    @Test
    void anAddedStoryIsAHallucination() {
        assertWrong(
                2,
                ErrorType.HALLUCINATION,
                analyse(
                        ORCHARD,
                        "The orchard has 18*25=450 trees.\nAfter the storm, and because the farmer burned another 11 sick trunks,"
                                + " 450-35-11=404 trees are left.\nThey give 404*8=3232 baskets.\nThese sell for 3232*6=$19392.\n#### 19392"));
    }

    @Test
    void anInventedValueIsAHallucinationAlsoWithoutAStory() {
        assertWrong(1, ErrorType.HALLUCINATION, analyse(STALL, "It sells pies for 77*13=$1001.\n#### 1001"));
    }

    @Test
    void aWrongFactorBetweenUnitsIsAUnitConversionError() {
        assertWrong(
                1,
                ErrorType.UNIT_CONVERSION,
                analyse(
                        FILM,
                        "The film takes 2 hours * 100 minutes/hour = 200 minutes.\nIn all it takes 200 + 25 = 225 minutes.\n#### 225"));
    }

    @Test
    void aLeftOutConversionIsAUnitConversionError() {
        assertWrong(
                1, ErrorType.UNIT_CONVERSION, analyse(FILM, "It takes 2 hours + 25 minutes = 27 minutes.\n#### 27"));
    }

    @Test
    void aWrongNumberOfDaysIsACountingError() {
        assertWrong(
                1,
                ErrorType.COUNTING,
                analyse(SHIFT, "She works 4 days * 5 hours = 20 hours.\nSo she packs 20 * 12 = 240 crates.\n#### 240"));
    }

    @Test
    void gapsForPostsAreACountingErrorOfTheStepThatCountsThem() {
        Problem fence = new Problem(
                "fence",
                "A straight fence is 48 meters long with a post every 6 meters and at both ends. A post costs $11. What do the posts"
                        + " cost?",
                "There are 48/6=<<48/6=8>>8 gaps.\nSo there are 8+1=<<8+1=9>>9 posts.\nThey cost 9*11=$<<9*11=99>>99.",
                "99");
        assertWrong(1, ErrorType.COUNTING, analyse(fence, "There are 48/6=8 posts.\nThey cost 8*11=$88.\n#### 88"));
    }

    @Test
    void minutesReadAsDecimalsOfAnHourAreAUnitConversionError() {
        Problem ride = new Problem(
                "ride",
                "Ben rides at 16 kilometers an hour for 1 hour and 15 minutes. How far does he ride?",
                "He rides for 1+15/60=<<1+15/60=1.25>>1.25 hours.\nHe rides 16*1.25=<<16*1.25=20>>20 kilometers.",
                "20");
        assertWrong(1, ErrorType.UNIT_CONVERSION, analyse(ride, "He rides 16*1.15=18.4 kilometers.\n#### 18.4"));
    }

    @Test
    void aPerimeterForAnAreaIsAFormulaConfusion() {
        assertWrong(
                1,
                ErrorType.FORMULA_CONFUSION,
                analyse(
                        PATH,
                        "The area of the pond is 14 + 9 + 14 + 9 = 46 meters.\nThe liner costs 46 * $3 = $138.\n#### 138"));
        assertWrong(
                1,
                ErrorType.FORMULA_CONFUSION,
                analyse(
                        PATH,
                        "The area of the pond is 14 meters + 9 meters = 23.\nThe liner costs 23 * $3 = $69.\n#### 69"));
    }

    @Test
    void aRightOperationOnAnotherQuantityIsAMisinterpretation() {
        assertWrong(
                2,
                ErrorType.QUESTION_MISINTERPRETATION,
                analyse(STALL, "The stall earns 40*7=$280.\nWhat it keeps is 280-40=$240.\n#### 240"));
    }

    @Test
    void anIntermediateResultForAnAnswerLeavesOutAStep() {
        assertWrong(1, ErrorType.MISSING_STEP, analyse(STALL, "The stall earns 40*7=$280.\n#### 280"));
    }

    @Test
    void revenueForProfitIsAConfusingConcept() {
        assertWrong(
                2,
                ErrorType.CONFUSING_CONCEPT,
                analyse(STALL, "The stall earns 40*7=$280.\nIts revenue is 280*7=$1960.\n#### 1960"));
    }

    @Test
    void anAnswerThatContradictsTheStepsIsAContradictoryStep() {
        assertWrong(
                2,
                ErrorType.CONTRADICTORY_STEP,
                analyse(STALL, "The stall earns 40*7=$280.\nIts profit is 280-95=$185.\n#### 158"));
    }

    @Test
    void emptyAndRepeatedOutputIsNonsense() {
        assertInstanceOf(Analysis.Wrong.class, analyse(STALL, ""));
        assertEquals(ErrorType.NONSENSICAL_OUTPUT, ((Analysis.Wrong) analyse(STALL, "")).type());
        assertWrong(4, ErrorType.NONSENSICAL_OUTPUT, analyse(STALL, "We add pies.\n".repeat(9) + "#### 4"));
        assertWrong(
                1,
                ErrorType.NONSENSICAL_OUTPUT,
                analyse(
                        STALL,
                        "The pies the stall the pies the stall sells pies the stall the pies the stall.\n#### 4"));
        assertWrong(1, ErrorType.NONSENSICAL_OUTPUT, analyse(STALL, "@@##&&~~!!@@##&&~~!!@@##\n#### 4"));
    }

    @Test
    void whereTheGoldSolutionHasNoEquationsTheVerdictIsUndecided() {
        Problem bare = new Problem("bare", "How many pies are 3 and 4 pies?", "Count them.", "7");
        assertInstanceOf(Analysis.Undecided.class, abstaining(bare, "That is 3*4=12.\n#### 12"));
        assertInstanceOf(Analysis.Correct.class, analyse(bare, "That is 3+4=7.\n#### 7"));
    }

    @Test
    void anAttemptOfWordsAloneIsUndecided() {
        assertInstanceOf(Analysis.Undecided.class, abstaining(STALL, "I guess quite a lot.\n#### 100"));
    }

    @Test
    void aGoldAnswerThatIsNoNumberLeavesItUndecided() {
        Problem words = new Problem("words", "Who has more?", "Ann has 3+4=7.", "Ann");
        assertInstanceOf(Analysis.Undecided.class, abstaining(words, "Ben has 9.\n#### Ben"));
    }

    @Test
    void anUnneededEquationIsPassedOver() {
        assertWrong(
                3,
                ErrorType.CALCULATION,
                analyse(
                        STALL,
                        "Half the pies are 40/2=20.\nThe stall earns 40*7=$280.\nIts profit is 280-95=$175.\n#### 175"));
    }

    @Test
    void theSameAttemptGetsTheSameVerdictAndNoTextBreaksIt() {
        Random random = new Random(20261123);
        String signs = "0123456789 +-*/=().,%$<>xX\nab";
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(300), 0, signs.length()).forEach(at -> text.append(signs.charAt(at)));
            Solution attempt = StepSplitter.split(text.toString());
            Analysis first = new ProgramAnalyst().analyse(ORCHARD, attempt);
            assertNotNull(first);
            assertEquals(first, new ProgramAnalyst().analyse(ORCHARD, attempt));
        }
        assertNotNull(new ProgramAnalyst()
                .analyse(ORCHARD, new Solution(StepSplitter.split("x").steps(), Optional.of("9".repeat(10_000)))));
    }
}
