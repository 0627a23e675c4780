package org.lemmalab.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;
import org.lemmalab.solution.Attempt;
import org.lemmalab.solution.StepSplitter;

class ErrorDistributionTest {
    private final ErrorDistribution distribution = new ErrorDistribution();

    private void add(String model, ErrorType type, int times) {
        for (int i = 0; i < times; i++) {
            add(model, new Analysis.Wrong(2, type, "because"));
        }
    }

    private void add(String model, Analysis analysis) {
        Attempt attempt =
                new Attempt("a", "p", model, StepSplitter.split("One.\nTwo.\nThree.\nFour."), Optional.empty());
        distribution.add(new LabelledAttempt(attempt, "1", analysis));
    }

    @Test
    void countsByModelAndTypeAndVerdict() {
        add("small", ErrorType.CALCULATION, 3);
        add("small", ErrorType.OPERATOR, 1);
        add("large", ErrorType.CALCULATION, 2);
        add("large", new Analysis.Correct("right"));
        add("large", new Analysis.Undecided(OptionalInt.empty(), "open"));
        assertEquals(List.of("large", "small"), distribution.models());
        assertEquals(3, distribution.count("small", ErrorType.CALCULATION));
        assertEquals(0, distribution.count("large", ErrorType.OPERATOR));
        assertEquals(5, distribution.count(ErrorType.CALCULATION));
        assertEquals(2, distribution.total("large"));
        assertEquals(1, distribution.verdicts("large", "undecided"));
        assertEquals(0.75, distribution.share("small", ErrorType.CALCULATION).value());
        assertThrows(LabException.class, () -> distribution.count("medium", ErrorType.OPERATOR));
    }

    @Test
    void anyGroupOfAttemptsMayTakeTheModelsPlace() {
        ErrorDistribution byTemperature = ErrorDistribution.byTemperature();
        for (double temperature : new double[] {0.3, 1.1, 1.1}) {
            Attempt attempt = new Attempt(
                    "a", "p", "m", StepSplitter.split("One."), Optional.empty(), OptionalDouble.of(temperature));
            byTemperature.add(
                    new LabelledAttempt(attempt, "1", new Analysis.Wrong(1, ErrorType.NONSENSICAL_OUTPUT, "because")));
        }
        Attempt bare = new Attempt("a", "p", "m", StepSplitter.split("One."), Optional.empty());
        byTemperature.add(new LabelledAttempt(bare, "1", new Analysis.Correct("right")));
        assertEquals(List.of("0.3", "1.1", "unknown"), byTemperature.models());
        assertEquals(2, byTemperature.count("1.1", ErrorType.NONSENSICAL_OUTPUT));
        assertEquals(0, byTemperature.total("unknown"));
        ErrorDistribution byProblem =
                ErrorDistribution.by(labelled -> labelled.attempt().problemId());
        byProblem.add(new LabelledAttempt(bare, "1", new Analysis.Wrong(1, ErrorType.OPERATOR, "because")));
        assertEquals(List.of("p"), byProblem.models());
    }

    @Test
    void aLineKeepsTemperatureAndAgreementWhereTheyAreKnown() {
        Attempt attempt = new Attempt(
                "a", "p", "m", StepSplitter.split("One.\nTwo."), Optional.of(false), OptionalDouble.of(0.7));
        LabelledAttempt labelled = new LabelledAttempt(
                attempt, "1", new Analysis.Wrong(2, ErrorType.COUNTING, "because"), OptionalDouble.of(0.6));
        assertEquals(labelled, LabelledAttempt.parse(labelled.json()));
        LabelledAttempt bare = new LabelledAttempt(
                new Attempt("a", "p", "m", attempt.solution(), Optional.empty()), "1", new Analysis.Correct("right"));
        assertEquals(bare, LabelledAttempt.parse(bare.json()));
        assertFalse(bare.json().has("temperature") || bare.json().has("agreement"));
        assertThrows(
                LabException.class, () -> LabelledAttempt.parse(labelled.json().put("agreement", 1.5)));
    }

    /** Wilson's interval for 8 of 10: (0.8 + z²/20 ± z·sqrt(0.8·0.2/10 + z²/400)) / (1 + z²/10) with z = 1.959964. */
    @Test
    void wilsonIntervalsMatchTheFormulaByHand() {
        Share share = new Share(8, 10);
        assertEquals(0.49016, share.low(), 5e-5);
        assertEquals(0.94331, share.high(), 5e-5);
        assertEquals(0, new Share(0, 5).low());
        assertEquals(1, new Share(5, 5).high());
        assertEquals(0.43449, new Share(0, 5).high(), 5e-5);
        assertThrows(LabException.class, () -> new Share(3, 2));
    }

    /** Table 20 30 / 30 20: expected 25 everywhere, chi-square 4 · 25/25 = 4, V = sqrt(4/100) = 0.2, p = 0.0455. */
    @Test
    void chiSquareMatchesATableByHand() {
        add("a", ErrorType.CALCULATION, 20);
        add("b", ErrorType.CALCULATION, 30);
        add("a", ErrorType.OPERATOR, 30);
        add("b", ErrorType.OPERATOR, 20);
        Independence test = distribution.independence().orElseThrow();
        assertEquals(4.0, test.statistic(), 1e-12);
        assertEquals(1, test.degreesOfFreedom());
        assertEquals(0.2, test.cramersV(), 1e-12);
        assertEquals(0.0455, test.pValue(), 5e-5);
        assertTrue(test.pooled().isEmpty());
    }

    @Test
    void rareTypesArePooledFromTheRarestUp() {
        add("a", ErrorType.CALCULATION, 20);
        add("b", ErrorType.CALCULATION, 20);
        add("a", ErrorType.OPERATOR, 20);
        add("b", ErrorType.OPERATOR, 20);
        add("a", ErrorType.COUNTING, 4);
        add("b", ErrorType.COUNTING, 4);
        add("a", ErrorType.HALLUCINATION, 3);
        Independence test = distribution.independence().orElseThrow();
        assertEquals(List.of(ErrorType.HALLUCINATION, ErrorType.COUNTING), test.pooled());
        assertEquals(2, test.degreesOfFreedom());
    }

    @Test
    void withoutTwoModelsOrTwoTypesThereIsNoTest() {
        assertTrue(distribution.independence().isEmpty());
        add("a", ErrorType.CALCULATION, 50);
        assertTrue(distribution.independence().isEmpty());
        add("b", ErrorType.CALCULATION, 50);
        assertTrue(distribution.independence().isEmpty());
    }
}
