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
        return cursor.onDigit() || onDecimalPoint();
    }

    /** A point directly before a digit; one that a space parts from it ends a sentence. */
    private boolean onDecimalPoint() {
        return cursor.on('.')
                && cursor.peek(1).type() == Type.DIGIT
                && !cursor.peek(1).spaced();
    }

    /** A point before a period without digits between: 0.\\overline{3}, 0.\\dot3, 0.(3). */
    private boolean onPeriodAlone() {
        return cursor.on('.') && onPeriod(1);
    }

    private boolean onPeriod(int ahead) {
        Token token = cursor.peek(ahead);
        return token.isCommand("overline") || token.isCommand("dot") || periodInParentheses(ahead) > 0;
    }

    /** How many digits stand in the parentheses that open directly here; 0 where anything else does. */
    private int periodInParentheses(int ahead) {
        Token open = cursor.peek(ahead);
        if (!open.isSymbol('(') || open.spaced()) {
            return 0;
        }
        int length = runLength(ahead + 1);
        return cursor.peek(ahead + 1 + length).isSymbol(')') ? length : 0;
    }

    /** A number with all that belongs to it. */
    Node number(int bracketDepth) {
        Optional<Node> based = inBase();
        if (based.isPresent()) {
            return based.get();
        }
        return withoutBase(bracketDepth);
    }

    /** A number that takes no base as its subscript: x^2_1 is no x to the power of a number in base 1. */
    Node withoutBase(int bracketDepth) {
        String whole = wholePart(bracketDepth);
        Num value = onDecimalPoint() || onPeriodAlone()
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
        // No item of a list is written 000 or 050, so such digits are a group of thousands within brackets, too.
        boolean zero = cursor.peek(1).is(Type.DIGIT, "0");
        boolean comma = token.isSymbol(',')
                && (commaGroups && bracketDepth == 0 || zero)
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
        if (onPeriod(0)) {
            return RepeatingDecimal.of(whole, fraction.toString(), period());
        }
        boolean word =
                cursor.peek().text().equals("repeating") || cursor.peek().text().equals("recurring");
        boolean goesOn = fraction.length() > 0 && takeEllipsis();
        if (goesOn && word && fraction.length() == 1) {
            return RepeatingDecimal.of(whole, "", fraction.toString());
        }
        int start = goesOn ? RepeatingDecimal.periodStart(fraction.toString()) : -1;
        if (start >= 0) {
            int length = RepeatingDecimal.periodLength(fraction.toString(), start);
            return RepeatingDecimal.of(whole, fraction.substring(0, start), fraction.substring(start, start + length));
        }
        BigInteger scale = BigInteger.TEN.pow(fraction.length());
        return new Num(BigFraction.of(new BigInteger(whole + fraction), scale), fraction.length());
    }

    /** The digits under the line, between the dots or in the parentheses that open here. */
    private String period() {
        StringBuilder period = new StringBuilder();
        boolean dotted = cursor.peek().isCommand("dot");
        if (cursor.take('(')) {
            digits(period);
            cursor.close(')');
            return period.toString();
        }
        marked(period);
        int length = runLength(0);
        if (dotted && cursor.peek(length).isCommand("dot")) {
            digits(period);
            marked(period);
        }
        if (period.length() == 0) {
            throw new NoMathematics("an overline without digits");
        }
        return period.toString();
    }

    /** The digits under an accent that stands here. */
    private void marked(StringBuilder digits) {
        cursor.next();
        boolean braced = cursor.take('⟦');
        if (braced || cursor.onDigit()) {
            digits(digits);
        }
        if (braced) {
            cursor.close('⟧');
        }
    }

    /** Takes what says that digits go on: dots, or the word "repeating". */
    private boolean takeEllipsis() {
        int dots = 0;
        while (cursor.peek(dots).isSymbol('.')) {
            dots++;
        }
        Token token = cursor.peek();
        boolean word = (token.type() == Type.WORD || token.type() == Type.TEXT)
                && (token.text().equals("repeating") || token.text().equals("recurring"));
        int length = dots > 1 ? dots : token.isCommand("ldots") || word ? 1 : 0;
        cursor.skip(length);
        return length > 0;
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
        while (isBaseDigit(cursor.peek(length), length) || isSmallDigit(length)) {
            digits.append(cursor.peek(length++).text());
        }
        boolean index = length > 0 && cursor.peek(length).isSymbol('_');
        boolean name = index && Character.isLowerCase(digits.charAt(length - 1)) && !onBaseInWords(length + 1);
        if (!index || name) {
            return Optional.empty();
        }
        int start = cursor.place();
        cursor.skip(length + 1);
        Optional<Node> value = BaseNumber.of(digits.toString(), subscript());
        if (value.isEmpty()) {
            cursor.back(start);
        }
        return value;
    }

    /** A small letter as a digit above nine, after a digit: the a of 1a4. */
    private boolean isSmallDigit(int place) {
        Token token = cursor.peek(place);
        char letter = token.type() == Type.LETTER ? token.text().charAt(0) : ' ';
        return letter >= 'a' && letter <= 'f' && place > 0 && cursor.onDigit() && !token.spaced();
    }

    /** Whether a subscript says its base in words: what stands below a letter may be its index otherwise, as in 3a_{12}. */
    private boolean onBaseInWords(int ahead) {
        Token token = cursor.peek(ahead).isSymbol('⟦') ? cursor.peek(ahead + 1) : cursor.peek(ahead);
        return token.type() == Type.TEXT || token.type() == Type.WORD;
    }

    /** (1011)_2: digits in parentheses with the base as subscript. The opening parenthesis has been taken. */
    Optional<Node> inBaseWithParentheses() {
        int length = 0;
        StringBuilder digits = new StringBuilder();
        while (isBaseDigit(cursor.peek(length), length)) {
            digits.append(cursor.peek(length++).text());
        }
        boolean closed = length > 0
                && cursor.peek(length).isSymbol(')')
                && cursor.peek(length + 1).isSymbol('_');
        if (!closed) {
            return Optional.empty();
        }
        int start = cursor.place();
        cursor.skip(length + 2);
        Optional<Node> value = BaseNumber.of(digits.toString(), subscript());
        if (value.isEmpty()) {
            cursor.back(start);
        }
        return value;
    }

    /** What stands as subscript here, in braces or not: 2, two, (2). */
    private String subscript() {
        StringBuilder base = new StringBuilder();
        if (!cursor.take('⟦')) {
            if (cursor.onDigit()) {
                digits(base);
            } else {
                base.append(cursor.next().text());
            }
            return base.toString();
        }
        while (!cursor.atEnd() && !cursor.on('⟧')) {
            Token token = cursor.next();
            base.append(token.isSymbol('(') || token.isSymbol(')') ? "" : token.text());
        }
        cursor.close('⟧');
        return base.toString();
    }

    /** FF_{16}: several capitals with a base above ten; one capital with an index is a name. */
    Optional<Node> inBaseOfLetters() {
        int length = 0;
        while (isBaseDigit(cursor.peek(length), length)) {
            length++;
        }
        boolean index = length > 1 && cursor.peek(length).isSymbol('_');
        return index ? inBase().filter(value -> ((Node.Based) value).base() > 10) : Optional.empty();
    }

    private static boolean isBaseDigit(Token token, int place) {
        boolean letter = token.type() == Type.LETTER
                && Character.isUpperCase(token.text().charAt(0));
        boolean point = token.isSymbol('.');
        return (token.type() == Type.DIGIT || letter || point) && (place == 0 || !token.spaced());
    }
}
