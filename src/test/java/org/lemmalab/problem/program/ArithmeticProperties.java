package org.lemmalab.problem.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.apache.commons.numbers.fraction.BigFraction;

class ArithmeticProperties {
    @Property(seed = "20261123")
    void whatIsPrintedReadsBackWithTheSameValue(@ForAll("expressions") Expression expression) {
        Optional<Expression> again = ArithmeticParser.parse(expression.toString());
        assertEquals(Optional.of(expression.value()), again.map(Expression::value), expression.toString());
    }

    @Property(seed = "20261123")
    void anEquationInRunningTextIsFound(
            @ForAll @IntRange(min = 1, max = 9999) int a, @ForAll @IntRange(min = 1, max = 9999) int b) {
        String step = String.format("So they pay %,d dollars + %,d dollars = $%,d in all.", a, b, a + b);
        List<Equation> found = EquationReader.read(step);
        assertEquals(1, found.size(), step);
        assertEquals(Optional.of(BigFraction.of(a + b)), found.get(0).computed());
        assertEquals(Equation.Check.EXACT, found.get(0).check());
    }

    @Property(seed = "20261123")
    void aFalseSumIsWrong(@ForAll @IntRange(min = 1, max = 999) int a, @ForAll @IntRange(min = 1, max = 9) int off) {
        List<Equation> found = EquationReader.read(a + " + 1 = " + (a + 1 + off));
        assertEquals(Equation.Check.WRONG, found.get(0).check());
    }

    @Property(seed = "20261123")
    void noTextBreaksTheReader(@ForAll @StringLength(max = 200) String text) {
        EquationReader.read(text).forEach(Equation::check);
        QuestionValues.of(text);
        Numbers.answer(text);
    }

    @Property(seed = "20261123")
    void noArithmeticLookingTextBreaksTheReader(@ForAll("signs") String text) {
        EquationReader.read(text).forEach(Equation::check);
        ArithmeticParser.parse(text).ifPresent(Expression::value);
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.strings().withChars("0123456789.,+-*/x^()=%<>$ ofa").ofMaxLength(80);
    }

    @Provide
    Arbitrary<Expression> expressions() {
        Arbitrary<Expression> literals =
                Arbitraries.integers().between(0, 5000).map(n -> new Expression.Literal(BigFraction.of(n)));
        return tree(literals, 3);
    }

    private static Arbitrary<Expression> tree(Arbitrary<Expression> leaves, int depth) {
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<Expression> smaller = tree(leaves, depth - 1);
        Arbitrary<Operator> operators =
                Arbitraries.of(Operator.ADD, Operator.SUBTRACT, Operator.MULTIPLY, Operator.DIVIDE);
        Arbitrary<Expression> pairs =
                Combinators.combine(operators, smaller, smaller).as(Expression.Binary::new);
        return Arbitraries.oneOf(leaves, pairs);
    }
}
