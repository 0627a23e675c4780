package org.lemmalab.problem.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * Finds the equations in the text of one step: calculator annotations ({@code <<48/2=24>>}), and plain equations with units and
 * words between the operands ({@code 10 apples + 5 pears = 15}).
 */
public final class EquationReader {
    /** Text beyond this length is not read: no honest step is that long. */
    public static final int LONGEST_STEP = 20_000;

    static final Pattern ANNOTATION =
            Pattern.compile("<<([^<>=]{1,400})=([^<>=]{0,60})>>[ $€£]{0,2}(-?[\\d,]*\\.?\\d+)?");

    static final Pattern ANY_ANNOTATION = Pattern.compile("<<[^<>]{0,460}>>");

    private EquationReader() {}

    /**
     * @param text the text of one step
     * @return its equations in their order; a plain equation that an annotation repeats is given once
     */
    public static List<Equation> read(String text) {
        String step = text.length() > LONGEST_STEP ? text.substring(0, LONGEST_STEP) : text;
        List<Located> annotated = annotations(step);
        List<Located> all = new ArrayList<>(annotated);
        for (Located plain : PlainEquations.read(withoutAnnotations(step))) {
            if (annotated.stream().noneMatch(known -> repeats(plain.equation(), known.equation()))) {
                all.add(plain);
            }
        }
        all.sort(Comparator.comparingInt(Located::at));
        return all.stream().map(Located::equation).toList();
    }

    /**
     * @param text the text of one step
     * @return the text without calculator annotations, as a reader sees it
     */
    public static String withoutAnnotations(String text) {
        return text.indexOf("<<") < 0 ? text : ANY_ANNOTATION.matcher(text).replaceAll("");
    }

    private static List<Located> annotations(String text) {
        List<Located> found = new ArrayList<>();
        Matcher matcher = ANNOTATION.matcher(text);
        int removed = 0;
        while (matcher.find()) {
            String written = stated(matcher.group(2).strip(), matcher.group(3));
            int at = matcher.start() - removed;
            removed += matcher.group().indexOf(">>") + 2;
            ArithmeticParser.parse(matcher.group(1))
                    .filter(expression -> !expression.operators().isEmpty())
                    .ifPresent(expression ->
                            found.add(new Located(equation(expression, written), at, List.of(), Optional.empty())));
        }
        return found;
    }

    /** The number after the annotation counts, unless it only cuts off decimals of the calculator's result. */
    static String stated(String calculated, String after) {
        if (after == null) {
            return calculated;
        }
        Optional<BigFraction> exact = Numbers.decimal(calculated);
        Optional<BigFraction> shown = Numbers.decimal(after);
        int point = after.indexOf('.');
        BigFraction unit = BigFraction.of(10).pow(point < 0 ? 0 : point + 1 - after.length());
        boolean cut = exact.isPresent()
                && shown.isPresent()
                && exact.get().subtract(shown.get()).abs().compareTo(unit) < 0;
        return cut ? calculated : after;
    }

    static boolean repeats(Equation plain, Equation annotated) {
        return plain.computed().isPresent() && plain.computed().equals(annotated.computed())
                || plain.stated().isPresent() && plain.stated().equals(annotated.stated());
    }

    static Equation equation(Expression expression, String written) {
        Optional<BigFraction> stated = Numbers.decimal(written);
        int point = written.indexOf('.');
        return new Equation(expression, stated, point < 0 ? 0 : written.length() - point - 1);
    }

    /**
     * An equation and where its equals sign stands in the text without annotations. A plain one has the tokens of its expression, and
     * the one of its result where it is a single number as written.
     */
    record Located(Equation equation, int at, List<Token> tokens, Optional<Token> result) {}
}
