package org.lemmalab.reflection.program;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Numbers;

/** The text of steps: readable without annotations, comparable, and with another expression in the place of one. */
final class StepText {
    private static final Pattern BARE = Pattern.compile("(?<!=)(?<!= ?[$€£])(?<!= )<<([^<>=]{1,400})=[^<>]{0,60}>>");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern ARITHMETIC =
            Pattern.compile("(?<![\\w.,%/$€£])[-$€£(]*\\.?\\d[-\\d.,\\s+*/x×÷%()$€£]*(?=\\s*=\\s*[$€£]?\\s*-?[.\\d])");

    private static final Pattern RESULT =
            Pattern.compile("=\\s*[$€£]?\\s*(-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?|-?\\.\\d+)");

    private StepText() {}

    /** The text as a reader sees it; where an annotation alone holds the expression, the expression is written out. */
    static String readable(String text) {
        if (text.indexOf("<<") < 0) {
            return text;
        }
        return EquationReader.withoutAnnotations(BARE.matcher(text).replaceAll("$1="));
    }

    /** Equal for texts that differ in annotations and spaces only. */
    static String normal(String text) {
        return SPACE.matcher(EquationReader.withoutAnnotations(text)).replaceAll("");
    }

    /** An expression as solutions write it; empty where a number in it cannot be written exactly. */
    static Optional<String> written(Expression expression) {
        String text = expression.toString().replace("×", "*");
        return text.indexOf('…') < 0 ? Optional.of(text) : Optional.empty();
    }

    /** A value as solutions write it; empty where it cannot be written exactly. */
    static Optional<String> written(BigFraction value) {
        String text = Numbers.text(value);
        return text.endsWith("…") ? Optional.empty() : Optional.of(text);
    }

    /**
     * The same sentence with another expression of the same value.
     *
     * @param text a readable step with one equation
     * @param expression what is to stand before its equals sign
     * @return the new text; empty where it does not read back as exactly that equation
     */
    static Optional<String> withExpression(String text, Expression expression) {
        Matcher matcher = ARITHMETIC.matcher(text);
        Optional<String> written = written(expression);
        if (written.isEmpty() || EquationReader.read(text).size() != 1 || !matcher.find()) {
            return Optional.empty();
        }
        String found = matcher.group();
        String space = found.substring(found.stripTrailing().length());
        String changed = text.substring(0, matcher.start()) + written.get() + space + text.substring(matcher.end());
        return matcher.find() || !reads(changed, expression) ? Optional.empty() : Optional.of(changed);
    }

    /** A readable step with the calculator annotation of its one equation; as it is where that does not read back. */
    static String annotated(String text) {
        List<Equation> equations = EquationReader.read(text);
        Matcher matcher = RESULT.matcher(text);
        if (equations.size() != 1 || text.contains("<<") || !matcher.find()) {
            return text;
        }
        Optional<String> expression = written(equations.get(0).expression());
        if (expression.isEmpty()) {
            return text;
        }
        String annotation = "<<" + expression.get().replaceAll("[ ,]", "") + "="
                + matcher.group(1).replace(",", "") + ">>";
        String changed = text.substring(0, matcher.start(1)) + annotation + text.substring(matcher.start(1));
        return matcher.find() || !EquationReader.read(changed).equals(equations) ? text : changed;
    }

    /** "expression = value", or empty where it cannot be written exactly. */
    static Optional<String> equation(Expression expression) {
        return written(expression)
                .flatMap(left -> expression.value().flatMap(StepText::written).map(right -> left + " = " + right));
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static boolean reads(String text, Expression expression) {
        List<Equation> equations = EquationReader.read(text);
        return equations.size() == 1
                && equations.get(0).check() == Equation.Check.EXACT
                && equations.get(0).stated().isPresent()
                && equations.get(0).computed().equals(expression.value());
    }
}
