package org.lemmalab.solution;

import java.util.List;
import java.util.Optional;

/** The last equation of a stretch and its result. */
final class Equation {
    private final Passage passage;
    private final String text;
    private final int from;
    private final int to;

    private Equation(Passage passage, int from, int to) {
        this.passage = passage;
        this.text = passage.text();
        this.from = from;
        this.to = to;
    }

    /** The result of the last equation outside formulas. A variable's value keeps the variable: y = 2x + 1. */
    static Optional<Span> last(Passage passage, int from, int to) {
        return new Equation(passage, from, to).last();
    }

    /** Whether the last equation computes a result from figures, and does not name one: 3 + 4 = 7, not n = 7. */
    static boolean isComputed(Passage passage, int from, int to) {
        Equation equation = new Equation(passage, from, to);
        int sign = equation.lastSign(to);
        return sign >= 0
                && equation.leftSide(sign) == sign
                && equation.result(sign).isPresent();
    }

    private Optional<Span> last() {
        int sign = to;
        while ((sign = lastSign(sign)) >= 0) {
            Optional<Span> result = result(sign);
            if (result.isPresent()) {
                return joined(sign, result.get());
            }
        }
        return Optional.empty();
    }

    /** Values of variables that are joined, such as x = 2 or x = 5, are one answer. */
    private Optional<Span> joined(int sign, Span result) {
        int left = leftSide(sign);
        int first = left;
        boolean more = left < sign;
        while (more) {
            int before = lastSign(first);
            Optional<Span> value = before < 0 ? Optional.empty() : result(before);
            int name = before < 0 ? -1 : leftSide(before);
            more = value.isPresent()
                    && name < before
                    && BoxJoint.joins(text, value.get().end(), first);
            first = more ? name : first;
        }
        return first == left ? Optional.of(result) : Span.trimmed(text, first, result.end());
    }

    private int lastSign(int before) {
        for (int i = before - 1; i >= from; i--) {
            char c = text.charAt(i);
            boolean equals = c == '=' && !isPart(i) || c == '\u2248';
            if (equals && passage.formulaAt(i).isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    private boolean isPart(int i) {
        char before = i > from ? text.charAt(i - 1) : ' ';
        char after = i + 1 < to ? text.charAt(i + 1) : ' ';
        return "<>!:=".indexOf(before) >= 0 || after == '=' || after == '>';
    }

    private Optional<Span> result(int sign) {
        int start = sign + 1;
        while (start < to && " *_\t".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        if (start >= to) {
            return Optional.empty();
        }
        Optional<Formula> formula = passage.formulaAt(start);
        if (formula.isPresent()) {
            return Span.trimmed(text, start, Math.min(to, formula.get().end()));
        }
        int digit = firstDigit(start);
        NumberScanner numbers = new NumberScanner(text, to);
        int number = digit < to && numbers.opens(digit) ? numbers.whole(digit) : -1;
        int run = new MathRun(text, to).end(start);
        boolean plain = number > 0 && !continues(number);
        if (plain) {
            char opening = text.charAt(start);
            boolean foreign = NumberScanner.isAnyMoney(opening) && !NumberScanner.isMoney(opening);
            int first = opening == '%' || foreign ? digit : start;
            return Span.trimmed(text, first, number).map(span -> numbers.withDecimalPoint(span, digit));
        }
        if (run == start + 1 && Character.isLetter(text.charAt(start))) {
            return solved(sign);
        }
        return run > start && hasContent(start, run) ? expression(sign, start, run) : Optional.empty();
    }

    private int firstDigit(int start) {
        int digit = start;
        while (digit < to && digit < start + 2 && text.charAt(digit) >= 'A' && text.charAt(digit) <= 'Z') {
            digit++;
        }
        digit = digit < to && NumberScanner.isAnyMoney(text.charAt(digit)) ? digit : start;
        while (digit < to
                && digit < start + 6
                && ("-\u2212\\% ".indexOf(text.charAt(digit)) >= 0 || NumberScanner.isAnyMoney(text.charAt(digit)))) {
            digit++;
        }
        return digit;
    }

    /** The value of a variable that stands on the right: 20 = A. */
    private Optional<Span> solved(int sign) {
        int end = sign;
        while (end > from && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (start > from && "0123456789.,$/-".indexOf(text.charAt(start - 1)) >= 0) {
            start--;
        }
        return Span.trimmed(text, start, end)
                .filter(span -> Character.isDigit(span.answer().charAt(0)));
    }

    /** Whether an expression goes on after its first number: 2x, 2 * 5, 2\pi. */
    private boolean continues(int at) {
        int i = at;
        while (i < to && text.charAt(i) == ' ') {
            i++;
        }
        if (i >= to) {
            return false;
        }
        char c = text.charAt(i);
        boolean next = i + 1 < to && !Character.isWhitespace(text.charAt(i + 1));
        boolean close = i == at;
        if (c == '\\') {
            return next && Character.isLetter(text.charAt(i + 1)) && !text.startsWith("\\text", i);
        }
        boolean letter = close && Character.isLetter(c) && (i + 1 >= to || !Character.isLetter(text.charAt(i + 1)));
        boolean operator = c == '^'
                || (c == '+' || c == '\u00D7') && i + 1 < to
                || c == '/' && isOperand(i + 1)
                || c == '*' && i + 1 < to && text.charAt(i + 1) != '*';
        boolean minus = c == '-' && i + 1 < to && (text.charAt(i + 1) == ' ') == (i > at) && isOperand(i + 1);
        return letter || operator || minus;
    }

    /** A figure, or a letter alone. */
    private boolean isOperand(int at) {
        int i = at;
        while (i < to && " $(".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        boolean letter = i < to && Character.isLetter(text.charAt(i));
        return i < to
                && (Character.isDigit(text.charAt(i))
                        || letter && (i + 1 >= to || !Character.isLetter(text.charAt(i + 1))));
    }

    private boolean hasContent(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private Optional<Span> expression(int sign, int start, int end) {
        int left = leftSide(sign);
        Optional<Span> right = Span.trimmed(text, start, end);
        return left == sign || right.isEmpty()
                ? right
                : Optional.of(new Span(
                        text.substring(left, sign).strip() + " = " + right.get().answer(), left, end));
    }

    /** Where a single variable or a function of one begins before the sign; the sign where there is another left side. */
    private int leftSide(int sign) {
        int i = sign;
        while (i > from && text.charAt(i - 1) == ' ') {
            i--;
        }
        if (i > from && text.charAt(i - 1) == ')') {
            int open = text.lastIndexOf('(', i - 1);
            i = open >= from && i - open <= 6 ? open : i;
        }
        int name = i;
        while (i > from && Character.isLetter(text.charAt(i - 1)) && name - i < 3) {
            i--;
        }
        boolean free = i == from || text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '*';
        return name - i == 1 && free && text.charAt(i) < 128 ? i : sign;
    }

    /** Whether a formula gives several values: x = 1, y = 2. */
    private static boolean isList(String formula) {
        int depth = 0;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            depth += "({[".indexOf(c) >= 0 ? 1 : ")}]".indexOf(c) >= 0 ? -1 : 0;
            boolean grouped = i + 1 < formula.length() && Character.isDigit(formula.charAt(i + 1));
            if (depth == 0 && (c == ';' || c == ',' && !grouped && (i == 0 || formula.charAt(i - 1) != '\\'))) {
                return true;
            }
        }
        return formula.contains(" or ")
                || formula.contains(" and ")
                || formula.contains("\\text{or")
                || formula.contains("\\text{ or");
    }

    /** The last of several equations where it alone gives a variable's value: 3x = 540, x = 180; else all of them. */
    private static String solved(String formula) {
        int comma = Math.max(formula.lastIndexOf(','), formula.lastIndexOf(';'));
        if (comma <= 0 || formula.indexOf("or") >= 0 || formula.indexOf("and") >= 0) {
            return formula;
        }
        String last = formula.substring(comma + 1).replaceFirst("^(?:\\s|\\\\q?quad|\\\\[,;: ])+", "");
        List<Integer> signs = Chain.signs(last);
        boolean named =
                signs.size() == 1 && isVariable(last.substring(0, signs.get(0)).strip());
        if (!named) {
            return formula;
        }
        for (String before : formula.substring(0, comma).split("[,;]")) {
            int sign = before.indexOf('=');
            String left = sign < 0 ? "" : before.substring(0, sign).strip();
            if (left.isEmpty() || Chain.isName(left) || !left.contains(last.substring(0, 1))) {
                return formula;
            }
        }
        return last;
    }

    private static boolean isVariable(String left) {
        return left.length() == 1 && Character.isLetter(left.charAt(0));
    }

    /** The result of a formula's last equation; the formula where it has none, or where it gives a variable's value. */
    static String reduced(String formula) {
        List<Integer> signs = Chain.signs(formula);
        if (signs.isEmpty() || formula.indexOf('$') >= 0) {
            return formula;
        }
        if (isList(formula)) {
            return solved(formula);
        }
        String left = formula.substring(0, signs.get(0)).strip();
        String right = formula.substring(signs.get(signs.size() - 1) + 1).strip();
        if (right.isEmpty()) {
            return formula;
        }
        return Chain.isName(left) ? left + " = " + right : right;
    }
}
