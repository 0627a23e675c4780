package org.lemmalab.synthetic.wordproblem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;

/** Plans by hand. */
class PlanTest {
    private static PlannedStep step(String operator, Term left, Term right) {
        return new PlannedStep(List.of(left, right), operator, List.of("it is {=}."));
    }

    private static Term number(long value) {
        return new Term.Given(value);
    }

    private static Term result(int step) {
        return new Term.Result(step);
    }

    private static final Plan TWO_BRANCHES = new Plan(List.of(
            step("*", number(4), number(6)),
            step("+", number(5), number(3)),
            step("-", result(0), number(2)),
            step("+", result(2), result(1))));

    @Test
    void resultsFollow() {
        assertEquals(List.of(24L, 8L, 22L, 30L), TWO_BRANCHES.results());
        assertEquals(30, TWO_BRANCHES.answer());
        assertEquals(3, TWO_BRANCHES.orders());
    }

    @Test
    void anotherOrderIsTheSameProgram() {
        assertEquals(
                "It is 5+3=8.\nIt is 4*6=24.\nIt is 24-2=22.\nIt is 22+8=30.",
                TWO_BRANCHES.text(List.of(1, 0, 2, 3), new Random(1)));
    }

    @Test
    void wrongOrdersAndPlansAreRefused() {
        assertThrows(LabException.class, () -> TWO_BRANCHES.text(List.of(2, 0, 1, 3), new Random(1)));
        assertThrows(LabException.class, () -> TWO_BRANCHES.text(List.of(0, 1, 2), new Random(1)));
        assertThrows(LabException.class, () -> TWO_BRANCHES.text(List.of(0, 0, 1, 2, 3), new Random(1)));
        assertThrows(LabException.class, () -> new Plan(List.of(step("/", number(7), number(2)))));
        assertThrows(LabException.class, () -> new Plan(List.of(step("-", number(2), number(7)))));
        assertThrows(LabException.class, () -> new Plan(List.of(step("/", number(2), number(0)))));
        assertThrows(LabException.class, () -> new Plan(List.of(step("+", result(0), number(1)))));
        assertThrows(
                LabException.class,
                () -> new Plan(List.of(step("+", number(1), number(1)), step("+", number(1), number(2)))));
        assertThrows(LabException.class, () -> new PlannedStep(List.of(number(1)), "+", List.of("{=}")));
        assertThrows(LabException.class, () -> new PlannedStep(List.of(number(1), number(2)), "+", List.of("no")));
    }
}
