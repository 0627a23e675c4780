package org.lemmalab.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Works out the arithmetic of a step a second time, by another route than the toolkit's: a small evaluator of floating-point numbers of
 * its own, over calculator annotations and over plain runs of figures and signs before an equals sign. What it cannot read it passes over.
 */
final class SecondRoute {
    private static final Pattern ANNOTATION = Pattern.compile("<<([^<>=]+)=([^<>=]+)>>");
    private static final Pattern PLAIN = Pattern.compile(
            "(?<![\\w.,$+*/×÷x%-])(\\$?[(\\d.][\\d\\s.,$()+*/×÷x%-]*[\\d)%])\\s*=\\s*(\\$?-?[\\d.,]*\\d)(%?)(?!\\s*[-+*/×÷x^(]\\s*[\\d($.]|/|\\d|[.,]\\d)");
    private static final Pattern OPERATOR_BEFORE =
            Pattern.compile("(?:[-+*/×÷=]|(?<!\\p{L})[xX])\\s*\\$?\\s*$|\\d\\s+$");

    /** One equality that was worked out. */
    record Equality(String text, boolean holds) {}

    private SecondRoute() {}

    /** The equalities of a step that can be read. */
    static List<Equality> equalities(String step) {
        List<Equality> found = new ArrayList<>();
        Matcher annotations = ANNOTATION.matcher(step);
        while (annotations.find()) {
            add(annotations.group(1), annotations.group(2), annotations.group(), found);
        }
        String plain = ANNOTATION.matcher(step).replaceAll("");
        Matcher runs = PLAIN.matcher(plain);
        while (runs.find()) {
            boolean whole =
                    !OPERATOR_BEFORE.matcher(plain.substring(0, runs.start())).find();
            if (whole && runs.group(1).matches(".*\\d\\s*\\)*%?\\s*[-+*/×÷x].*")) {
                add(runs.group(1), runs.group(2), runs.group(), found);
            }
        }
        return found;
    }

    private static void add(String left, String right, String text, List<Equality> found) {
        OptionalDouble computed = new Reader(left).value();
        OptionalDouble stated = new Reader(right).value();
        if (computed.isPresent() && stated.isPresent()) {
            found.add(new Equality(text, agree(computed.getAsDouble(), stated.getAsDouble(), right)));
        }
    }

    /** Equal, or equal as a percentage, or rounded at the decimals that are written. */
    private static boolean agree(double computed, double stated, String written) {
        int point = written.indexOf('.');
        int decimals = point < 0
                ? 0
                : written.replaceAll("[^\\d.]", "").length()
                        - written.replaceAll("[^\\d.]", "").indexOf('.')
                        - 1;
        double unit = Math.pow(10, -decimals);
        boolean isWhole = Math.abs(computed / unit - Math.rint(computed / unit)) < 1e-9;
        return close(computed, stated)
                || close(computed * 100, stated)
                || close(computed, stated * 100)
                || !isWhole && Math.abs(computed - stated) < unit;
    }

    private static boolean close(double one, double other) {
        return Math.abs(one - other) <= 1e-8 * Math.max(1, Math.abs(one));
    }

    /** A descent over characters: sums of products of signed numbers and parentheses. */
    private static final class Reader {
        private final String text;
        private int at;
        private boolean readable = true;

        private Reader(String text) {
            this.text = text.replaceAll("[$€£]", "")
                    .replaceAll("(?<=\\d),(?=\\d{3})", "")
                    .replace('×', '*')
                    .replace('x', '*')
                    .replace('÷', '/')
                    .strip();
        }

        private OptionalDouble value() {
            double value = sum();
            boolean whole = readable && at == text.length() && !Double.isNaN(value) && !Double.isInfinite(value);
            return whole ? OptionalDouble.of(value) : OptionalDouble.empty();
        }

        private double sum() {
            double left = product();
            while (readable && (peek() == '+' || peek() == '-')) {
                char sign = text.charAt(at++);
                double right = product();
                left = sign == '+' ? left + right : left - right;
            }
            return left;
        }

        private double product() {
            double left = factor();
            while (readable && (peek() == '*' || peek() == '/')) {
                char sign = text.charAt(at++);
                double right = factor();
                left = sign == '*' ? left * right : left / right;
            }
            return left;
        }

        private double factor() {
            char next = peek();
            if (next == '-') {
                at++;
                return -factor();
            }
            double value;
            if (next == '(') {
                at++;
                value = sum();
                readable &= peek() == ')';
                at++;
            } else {
                value = number();
            }
            if (peek() == '%') {
                at++;
                value /= 100;
            }
            return value;
        }

        private double number() {
            int start = at;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            try {
                return Double.parseDouble(text.substring(start, at));
            } catch (NumberFormatException e) {
                readable = false;
                return Double.NaN;
            }
        }

        private char peek() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : '\0';
        }
    }
}
