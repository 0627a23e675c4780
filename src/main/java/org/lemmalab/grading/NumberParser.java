package org.lemmalab.grading;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Token.Type;

/**
 * Reads numbers: integers, decimals, repeating decimals, scientific notation, thousands separators, other bases and mixed
 * numbers.
 */
final class NumberParser {
    private final TokenCursor cursor;
    private final boolean commaGroups;

    /**
     * @param cursor the tokens
     * @param commaGroups whether 1,234 is one number (else two)
     */
    NumberParser(TokenCursor cursor, boolean commaGroups) {
        this.cursor = cursor;
        this.commaGroups = commaGroups;
    }

    boolean starts() {
        return cursor.onDigit() || cursor.on('.') && cursor.peek(1).type() == Type.DIGIT;
    }

    /** A number with all that belongs to it. */
    Node number(int bracketDepth) {
        Optional<Node> based = inBase();
        if (based.isPresent()) {
            return based.get();
        }
        String whole = wholePart(bracketDepth);
        boolean decimal = cursor.on('.')
                && cursor.peek(1).type() == Type.DIGIT
                && !cursor.peek(1).spaced();
        Num value = decimal || cursor.on('.') && cursor.peek(1).isCommand("overline")
                ? decimal(whole)
                : new Num(BigFraction.of(new BigInteger(whole)), Num.EXACT);
        if (exponentLength(value) > 0) {
            return scientific(value);
        }
        return value.decimals() == Num.EXACT ? mixed(value) : value;
    }

    /** One digit alone, as in {@code \frac12} and {@code x^10}. */
    Node digit() {
        return Num.of(Integer.parseInt(cursor.next().text()));
    }

    private String wholePart(int bracketDepth) {
        StringBuilder digits = new StringBuilder();
        digits(digits);
        if (digits.length() == 0) {
            return "0";
        }
        boolean groups = digits.length() <= 3 && digits.charAt(0) != '0';
        while (groups && groupFollows(bracketDepth)) {
            if (!cursor.onDigit()) {
                cursor.next();
            }
            digits(digits);
        }
        return digits.toString();
    }

    /** A run of digits; the first may be spaced, the others not. */
    private void digits(StringBuilder digits) {
        boolean first = true;
        while (cursor.onDigit() && (first || !cursor.peek().spaced())) {
            digits.append(cursor.next().text());
            first = false;
        }
    }

    private boolean groupFollows(int bracketDepth) {
        Token token = cursor.peek();
        boolean certain = token.type() == Type.THOUSANDS;
        boolean comma = token.isSymbol(',')
                && commaGroups
                && bracketDepth == 0
                && !cursor.peek(1).spaced();
        boolean space = token.type() == Type.DIGIT && token.spaced();
        int from = space ? 0 : 1;
        return (certain || comma || space) && runLength(from) == 3;
    }

    private int runLength(int from) {
        int length = 0;
        while (cursor.peek(from + length).type() == Type.DIGIT
                && (length == 0 || !cursor.peek(from + length).spaced())) {
            length++;
        }
        return length;
    }

    private Num decimal(String whole) {
        cursor.next();
        StringBuilder fraction = new StringBuilder();
        digits(fraction);
        while (cursor.peek().type() == Type.THOUSANDS && runLength(1) == 3) {
            cursor.next();
            digits(fraction);
        }
        BigInteger scale = BigInteger.TEN.pow(fraction.length());
        BigInteger digits = new BigInteger(whole + fraction);
        if (cursor.peek().isCommand("overline")) {
            return repeating(digits, scale);
        }
        return new Num(BigFraction.of(digits, scale), fraction.length());
    }

    /** 0.1 followed by an overlined 6: exact, (0.1 + 6/90). */
    private Num repeating(BigInteger digits, BigInteger scale) {
        cursor.next();
        boolean braced = cursor.take('⟦');
        StringBuilder period = new StringBuilder();
        digits(period);
        if (braced) {
            cursor.close('⟧');
        }
        if (period.length() == 0) {
            throw new NoMathematics("an overline without digits");
        }
        BigInteger nines = BigInteger.TEN.pow(period.length()).subtract(BigInteger.ONE);
        BigFraction tail = BigFraction.of(new BigInteger(period.toString()), nines.multiply(scale));
        return new Num(BigFraction.of(digits, scale).add(tail), Num.EXACT);
    }

    /** How many tokens an exponent such as e5, E-3 or e+05 takes; 0 where none follows. 3e-2 is a sum with Euler's number. */
    private int exponentLength(Num mantissa) {
        Token letter = cursor.peek();
        boolean marker = letter.type() == Type.LETTER
                && !letter.spaced()
                && letter.text().equalsIgnoreCase("e");
        if (!marker) {
            return 0;
        }
        boolean signed = cursor.peek(1).isSymbol('-') || cursor.peek(1).isSymbol('+');
        int from = signed ? 2 : 1;
        int length = runLength(from);
        boolean certain = !signed
                || length >= 2
                || mantissa.decimals() > 0
                || letter.text().equals("E");
        return length > 0 && length <= 4 && certain ? from + length : 0;
    }

    private Node scientific(Num mantissa) {
        StringBuilder exponent = new StringBuilder();
        int length = exponentLength(mantissa);
        cursor.next();
        for (int i = 1; i < length; i++) {
            exponent.append(cursor.next().text());
        }
        int power = Integer.parseInt(exponent.toString());
        Node scale = new Node.Power(Num.of(10), Num.of(power));
        Num digits = new Num(mantissa.value(), Math.max(0, mantissa.decimals()));
        return new Node.Product(List.of(digits, scale));
    }

    /** 1\frac12, 1 1/2: an integer and a proper fraction side by side. */
    private Node mixed(Num whole) {
        int start = cursor.place();
        Optional<BigFraction> fraction = cursor.peek().isCommand("frac") ? latexFraction() : plainFraction();
        if (fraction.isPresent()) {
            return new Num(whole.value().add(fraction.get()), Num.EXACT);
        }
        cursor.back(start);
        return whole;
    }

    private Optional<BigFraction> latexFraction() {
        cursor.next();
        String numerator = fractionPart();
        String denominator = fractionPart();
        boolean power = cursor.on('^') || cursor.on('!');
        return power ? Optional.empty() : fraction(numerator, denominator);
    }

    private String fractionPart() {
        if (!cursor.take('⟦')) {
            return cursor.onDigit() ? cursor.next().text() : "";
        }
        StringBuilder digits = new StringBuilder();
        digits(digits);
        return cursor.take('⟧') ? digits.toString() : "";
    }

    private Optional<BigFraction> plainFraction() {
        boolean spacedDigits = cursor.onDigit() && cursor.peek().spaced();
        if (!spacedDigits) {
            return Optional.empty();
        }
        StringBuilder numerator = new StringBuilder();
        digits(numerator);
        if (!cursor.take('/') || !cursor.onDigit()) {
            return Optional.empty();
        }
        StringBuilder denominator = new StringBuilder();
        digits(denominator);
        return fraction(numerator.toString(), denominator.toString());
    }

    private static Optional<BigFraction> fraction(String numerator, String denominator) {
        if (numerator.isEmpty() || denominator.isEmpty() || new BigInteger(denominator).signum() == 0) {
            return Optional.empty();
        }
        BigInteger above = new BigInteger(numerator);
        BigInteger below = new BigInteger(denominator);
        return above.compareTo(below) < 0 ? Optional.of(BigFraction.of(above, below)) : Optional.empty();
    }

    /** 204_5, 152A_{11}, 0.0011_2: digits with the base as subscript. */
    private Optional<Node> inBase() {
        int length = 0;
        StringBuilder digits = new StringBuilder();
        while (isBaseDigit(cursor.peek(length), length)) {
            digits.append(cursor.peek(length++).text());
        }
        if (length == 0 || !cursor.peek(length).isSymbol('_')) {
            return Optional.empty();
        }
        int start = cursor.place();
        cursor.skip(length + 1);
        boolean braced = cursor.take('⟦');
        StringBuilder base = new StringBuilder();
        digits(base);
        if (braced) {
            cursor.close('⟧');
        }
        Optional<Node> value = base.length() == 0 || base.length() > 2
                ? Optional.empty()
                : BaseNumber.value(digits.toString(), Integer.parseInt(base.toString()));
        if (value.isEmpty()) {
            cursor.back(start);
        }
        return value;
    }

    private static boolean isBaseDigit(Token token, int place) {
        boolean letter = token.type() == Type.LETTER
                && Character.isUpperCase(token.text().charAt(0));
        boolean point = token.isSymbol('.');
        return (token.type() == Type.DIGIT || letter || point) && (place == 0 || !token.spaced());
    }
}
