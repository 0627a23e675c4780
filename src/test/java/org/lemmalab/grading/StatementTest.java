package org.lemmalab.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.stream.Stream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class StatementTest {
    private final Grader grader = Grader.standard();

    @TestFactory
    Stream<DynamicTest> statementsAndSets() throws IOException {
        return PairFile.tests("statement-pairs.txt", grader);
    }

    @Property(tries = 300)
    void linearInequalitiesAreSolved(
            @ForAll @IntRange(min = -30, max = 30) int a,
            @ForAll @IntRange(min = -30, max = 30) int b,
            @ForAll @IntRange(min = -30, max = 30) int c) {
        Assume.that(a != 0);
        String bound = "\\frac{" + (c - b) + "}{" + a + "}";
        String inequality = a + "x+" + b + "<" + c;
        assertTrue(grader.equal(inequality, "x" + (a > 0 ? "<" : ">") + bound), inequality);
        assertFalse(grader.equal(inequality, "x" + (a > 0 ? ">" : "<") + bound), inequality);
        assertFalse(grader.equal(inequality, "x" + (a > 0 ? "\\le" : "\\ge") + bound), inequality);
    }

    @Property(tries = 200)
    void quadraticInequalitiesAreSolved(
            @ForAll @IntRange(min = -20, max = 20) int low, @ForAll @IntRange(min = 1, max = 20) int width) {
        int high = low + width;
        String expanded = "x^2-(" + (low + high) + ")x+(" + low * high + ")";
        assertTrue(grader.equal(expanded + "<0", "(" + low + "," + high + ")"), expanded);
        assertTrue(grader.equal(expanded + "\\ge 0", "x\\le " + low + " \\text{ or } x\\ge " + high), expanded);
        assertFalse(grader.equal(expanded + "<0", "[" + low + "," + high + "]"), expanded);
    }

    @Property(tries = 200)
    void integersBetweenBoundsAreListed(
            @ForAll @IntRange(min = -20, max = 20) int low, @ForAll @IntRange(min = 0, max = 8) int length) {
        StringBuilder list = new StringBuilder("\\{" + low);
        for (int n = low + 1; n <= low + length; n++) {
            list.append(',').append(n);
        }
        String range = low + "\\le n\\le " + (low + length) + ", n\\in\\mathbb{Z}";
        assertTrue(grader.equal(range, list + "\\}"), range);
        assertFalse(grader.equal(range, list + "," + (low + length + 1) + "\\}"), range);
    }

    @Property(tries = 200)
    void residueClassesHaveManyNames(
            @ForAll @IntRange(min = 2, max = 40) int modulus,
            @ForAll @IntRange(min = -40, max = 40) int residue,
            @ForAll @IntRange(min = -3, max = 3) int shift) {
        String one = "\\{" + modulus + "k+" + residue + " : k\\in\\mathbb{Z}\\}";
        String other = "\\{" + (residue + shift * modulus) + "-" + modulus + "m \\mid m\\in\\mathbb{Z}\\}";
        assertTrue(grader.equal(one, other), one + " " + other);
        assertFalse(grader.equal(one, "\\{" + modulus + "k+" + (residue + 1) + " : k\\in\\mathbb{Z}\\}"), one);
    }

    @Property(tries = 200)
    void aNameBeforeAValueChangesNothing(@ForAll @IntRange(min = -999, max = 999) int value) {
        for (String name :
                new String[] {"AB", "\\angle A", "m+n", "\\cos B", "f(3)", "V_1", "\\overline{PQ}", "|AB|"}) {
            assertTrue(grader.equal(name + " = " + value, Integer.toString(value)), name);
            assertEquals(false, grader.equal(name + " = " + value, Integer.toString(value + 1)), name);
        }
    }
}
