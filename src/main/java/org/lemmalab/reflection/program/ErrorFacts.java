package org.lemmalab.reflection.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.NumbersInText;
import org.lemmalab.problem.program.Operator;
import org.lemmalab.problem.program.QuestionValues;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.solution.Step;

/**
 * What can be said of an error from the wrong step and the step that is right there, as texts by name. A fact is there only where it
 * holds: {@code wrong, wrong_left, wrong_value, worked_out} (the wrong equation, its sides, its true value), {@code right, right_left,
 * right_value} (the right equation), {@code wrong_number, right_number} (where one number stands for another), {@code added_number},
 * {@code left_out_number}, {@code wrong_operator, right_operator}, {@code quote} (the question's words around the right number),
 * {@code earlier} (the earlier equation that gave it), {@code asked} (the question's last sentence), {@code said} (the wrong step's own
 * words), {@code explained} (the teacher's explanation of an error that it injected).
 */
final class ErrorFacts {
    private static final Pattern NO_LEARNER_SAYS =
            Pattern.compile("gold|solution|attempt|reference|\\bstep \\d|…", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_SAID = 110;

    private final Map<String, String> facts = new TreeMap<>();
    private final QuestionValues question;
    private final ErroneousAttempt attempt;

    private ErrorFacts(Problem problem, ErroneousAttempt attempt) {
        this.question = QuestionValues.of(problem.question());
        this.attempt = attempt;
    }

    /**
     * @param rightStep the step that does rightly what the wrong step does wrongly
     * @return the facts by name
     */
    static Map<String, String> of(Problem problem, ErroneousAttempt attempt, String rightStep) {
        ErrorFacts facts = new ErrorFacts(problem, attempt);
        facts.collect(problem, StepText.readable(attempt.wrongStep().text()), StepText.readable(rightStep));
        return facts.facts;
    }

    private void collect(Problem problem, String wrongStep, String rightStep) {
        List<Equation> wrong = new ArrayList<>(EquationReader.read(wrongStep));
        List<Equation> right = new ArrayList<>(EquationReader.read(rightStep));
        List<Equation> common = new ArrayList<>(wrong);
        common.retainAll(right);
        wrong.removeAll(common);
        right.removeAll(common);
        wrong.stream().findFirst().ifPresent(this::wrongEquation);
        right.stream().findFirst().ifPresent(this::rightEquation);
        if (!wrong.isEmpty() && !right.isEmpty()) {
            compare(problem, wrong.get(0).expression(), right.get(0).expression());
        } else if (wrong.isEmpty()) {
            numbers(problem, NumbersInText.read(wrongStep), NumbersInText.read(rightStep));
        }
        Phrases.lastQuestion(problem.question()).ifPresent(asked -> facts.put("asked", asked));
        said(wrongStep);
        explained();
    }

    private void wrongEquation(Equation equation) {
        StepText.written(equation.expression()).ifPresent(left -> facts.put("wrong_left", left));
        equation.stated().flatMap(StepText::written).ifPresent(value -> facts.put("wrong_value", value));
        if (facts.containsKey("wrong_left") && facts.containsKey("wrong_value")) {
            facts.put("wrong", facts.get("wrong_left") + " = " + facts.get("wrong_value"));
        }
        if (equation.check() == Equation.Check.WRONG) {
            equation.computed().flatMap(StepText::written).ifPresent(value -> facts.put("worked_out", value));
        }
    }

    private void rightEquation(Equation equation) {
        StepText.written(equation.expression()).ifPresent(left -> facts.put("right_left", left));
        equation.result().flatMap(StepText::written).ifPresent(value -> facts.put("right_value", value));
        if (facts.containsKey("right_left") && facts.containsKey("right_value")) {
            facts.put("right", facts.get("right_left") + " = " + facts.get("right_value"));
        }
    }

    private void compare(Problem problem, Expression wrong, Expression right) {
        numbers(problem, wrong.numbers(), right.numbers());
        List<Operator> ours = wrong.operators();
        List<Operator> theirs = right.operators();
        boolean sameNumbers = wrong.numbers().size() == right.numbers().size()
                && wrong.numbers().containsAll(right.numbers());
        boolean differ = ours.size() == 1 && theirs.size() == 1 && ours.get(0) != theirs.get(0);
        if (sameNumbers && differ && !ours.contains(Operator.POWER) && !theirs.contains(Operator.POWER)) {
            facts.put("wrong_operator", Phrases.verb(ours.get(0)));
            facts.put("right_operator", Phrases.verb(theirs.get(0)));
        }
    }

    private void numbers(Problem problem, List<BigFraction> wrong, List<BigFraction> right) {
        List<BigFraction> extra = new ArrayList<>(wrong);
        right.forEach(extra::remove);
        List<BigFraction> missing = new ArrayList<>(right);
        wrong.forEach(missing::remove);
        if (extra.size() == 1 && missing.size() == 1) {
            pair(problem, extra.get(0), missing.get(0));
        } else if (missing.isEmpty() && extra.size() == 1) {
            StepText.written(extra.get(0)).ifPresent(number -> facts.put("added_number", number));
        } else if (extra.isEmpty() && missing.size() == 1) {
            StepText.written(missing.get(0)).ifPresent(number -> facts.put("left_out_number", number));
        }
    }

    private void pair(Problem problem, BigFraction wrong, BigFraction right) {
        StepText.written(wrong).ifPresent(number -> facts.put("wrong_number", number));
        StepText.written(right).ifPresent(number -> facts.put("right_number", number));
        if (question.states(right)) {
            Phrases.around(problem.question(), right).ifPresent(quote -> facts.put("quote", quote));
        }
        for (Step step : attempt.goodSteps()) {
            EquationReader.read(step.text()).stream()
                    .filter(equation -> equation.result().equals(Optional.of(right)))
                    .findFirst()
                    .flatMap(equation -> StepText.written(equation.expression()))
                    .ifPresent(left -> facts.put(
                            "earlier", left + " = " + StepText.written(right).orElse("")));
        }
    }

    private void said(String wrongStep) {
        String text = wrongStep.strip().replaceAll("\\s+", " ").replaceAll("[.!]+$", "");
        if (text.length() <= LONGEST_SAID && text.indexOf('"') < 0) {
            facts.put("said", text);
        }
    }

    private void explained() {
        String text = attempt.explanation().strip();
        boolean usable = attempt.source() == ErrorSource.TEACHER
                && !text.isEmpty()
                && text.length() <= 2 * LONGEST_SAID
                && !NO_LEARNER_SAYS.matcher(text).find();
        if (usable) {
            facts.put("explained", text.endsWith(".") ? text : text + ".");
        }
    }
}
