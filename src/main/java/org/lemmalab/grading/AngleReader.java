package org.lemmalab.grading;

import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Measured;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Token.Type;

/** What stands after a number with marks: the minutes and seconds of an angle, the scale of a temperature, feet and inches. */
final class AngleReader {
    private AngleReader() {}

    /** Takes the C or F of a temperature. */
    static Optional<Unit> temperature(TokenCursor cursor) {
        Token token = cursor.peek();
        boolean letter = token.type() == Type.LETTER && "CF".contains(token.text()) && endsAfter(cursor.peek(1));
        boolean word = (token.type() == Type.WORD || token.type() == Type.TEXT)
                && UnitReader.strict("° " + token.text()).isPresent();
        if (!letter && !word) {
            return Optional.empty();
        }
        cursor.next();
        boolean fahrenheit = token.text().charAt(0) == 'F' || token.text().charAt(0) == 'f';
        return Optional.of(Unit.of(fahrenheit ? "fahrenheit" : token.text().equals("K") ? "kelvin" : "celsius"));
    }

    private static boolean endsAfter(Token next) {
        return next.type() == Type.END
                || next.type() == Type.SYMBOL && ".,;)=⟧".indexOf(next.text().charAt(0)) >= 0
                || next.type() == Type.TEXT
                || next.type() == Type.WORD;
    }

    /** Degrees with the minutes and seconds that follow: 30' 15''. */
    static Num withMinutes(Num degrees, TokenCursor cursor, NumberParser numbers) {
        Num minutes = part(degrees, 60, 1, cursor, numbers);
        return minutes == degrees ? part(degrees, 3600, 2, cursor, numbers) : part(minutes, 3600, 2, cursor, numbers);
    }

    /** The feet and inches of 5'6", 6' and 66"; empty where the marks are others. */
    static Optional<Measured> feetAndInches(Num number, TokenCursor cursor, NumberParser numbers) {
        int start = cursor.place();
        if (takePrimes(cursor, 2)) {
            return Optional.of(new Measured(number, Unit.of("inch")));
        }
        cursor.back(start);
        if (!cursor.take('\'')) {
            return Optional.empty();
        }
        if (cursor.atEnd()) {
            return Optional.of(new Measured(number, Unit.of("foot")));
        }
        if (cursor.onDigit() && numbers.number(1) instanceof Num rest && takePrimes(cursor, 2)) {
            Num inches = new Num(number.value().multiply(12).add(rest.value()), rest.decimals());
            return Optional.of(new Measured(inches, Unit.of("inch")));
        }
        cursor.back(start);
        return Optional.empty();
    }

    private static Num part(Num whole, int parts, int primes, TokenCursor cursor, NumberParser numbers) {
        int start = cursor.place();
        if (cursor.onDigit() && numbers.number(1) instanceof Num number && takePrimes(cursor, primes)) {
            BigFraction more = number.value().divide(BigFraction.of(parts));
            boolean negative = whole.value().signum() < 0;
            return new Num(whole.value().add(negative ? more.negate() : more), number.decimals());
        }
        cursor.back(start);
        return whole;
    }

    /** One prime for minutes, two for seconds, in any of their spellings. */
    private static boolean takePrimes(TokenCursor cursor, int wanted) {
        boolean raised = cursor.take('^');
        boolean braced = raised && cursor.take('⟦');
        int primes = 0;
        while (primes < wanted && (cursor.on('\'') || cursor.peek().isCommand("prime"))) {
            cursor.next();
            primes++;
        }
        if (primes == 0 && wanted == 2 && (cursor.on('"') || cursor.on('″') || cursor.on('”'))) {
            cursor.next();
            primes = 2;
        }
        return primes == wanted && (!braced || cursor.take('⟧'));
    }
}
