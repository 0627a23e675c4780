package org.lemmalab.mistake.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.problem.program.WrittenStep;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

/** Writes the whole wrong solution of a mistake, and reads it again: every number must come out as it was meant. */
final class Composer {
    private final GoldSolution gold;
    private final Mistake mistake;
    private final Values values;
    private final StepRewriter rewriter;
    private final int step;

    private Composer(GoldSolution gold, Mistake mistake) {
        this.gold = gold;
        this.mistake = mistake;
        this.values = Values.after(gold, mistake.operation(), mistake.value());
        this.rewriter = new StepRewriter(gold, values, mistake);
        this.step = gold.operation(mistake.operation()).step();
    }

    /** The wrong solution; refuses where it cannot be written soundly. */
    static Injection compose(GoldSolution gold, ErrorType type, Mistake mistake) {
        if (mistake.form() instanceof Mistake.Stopped stopped) {
            return stopped(gold, type, mistake, stopped);
        }
        return new Composer(gold, mistake).compose(type);
    }

    private static Injection stopped(GoldSolution gold, ErrorType type, Mistake mistake, Mistake.Stopped form) {
        List<String> texts = new ArrayList<>();
        int last = gold.operation(mistake.operation()).step();
        gold.steps().subList(0, last).forEach(each -> texts.add(each.text()));
        texts.add(form.sentence());
        return injection(gold, type, mistake, texts, texts.size(), mistake.value());
    }

    private Injection compose(ErrorType type) {
        BigFraction answer = values.result(gold.answer());
        if (answer.equals(gold.operation(gold.answer()).value())) {
            throw new Refusal("the answer would stay right");
        }
        List<String> texts = new ArrayList<>();
        gold.steps().subList(0, step - 1).forEach(each -> texts.add(each.text()));
        int wrong = write(texts);
        return injection(gold, type, mistake, texts, wrong, answer);
    }

    /** Writes the steps from the mistake on, and says where it stands. */
    private int write(List<String> texts) {
        if (mistake.form() instanceof Mistake.Added added) {
            return added(added, texts);
        }
        return mistake.form() instanceof Mistake.Skipped ? skipped(texts) : reworked(texts);
    }

    private static Injection injection(
            GoldSolution gold, ErrorType type, Mistake mistake, List<String> texts, int wrong, BigFraction answer) {
        String written = NumberStyle.like(gold.problem().goldAnswer(), answer);
        Solution solution = new Solution(StepSplitter.numbered(texts), Optional.of(written));
        return new Injection(type, solution, wrong, mistake.explanation());
    }

    private int reworked(List<String> texts) {
        for (int i = step; i <= gold.steps().size(); i++) {
            texts.add(checked(i));
        }
        return step;
    }

    private int added(Mistake.Added added, List<String> texts) {
        List<Integer> here = gold.operationsIn(step);
        if (here.get(here.size() - 1) != mistake.operation()) {
            throw new Refusal("the step goes on from its result itself");
        }
        String text = gold.steps().get(step - 1).text();
        texts.add(added.ownStep() ? text : joined(text, added.sentence()));
        if (added.ownStep()) {
            texts.add(added.sentence());
        }
        int wrong = texts.size();
        for (int i = step + 1; i <= gold.steps().size(); i++) {
            texts.add(checked(i));
        }
        return wrong;
    }

    private static String joined(String text, String sentence) {
        boolean ended = ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
        return text + (ended ? " " : ". ") + sentence;
    }

    private int skipped(List<String> texts) {
        int wrong = 0;
        for (int i = step + 1; i <= gold.steps().size(); i++) {
            String text = checked(i);
            texts.add(text);
            if (wrong == 0 && !text.equals(gold.steps().get(i - 1).text())) {
                wrong = texts.size();
            }
        }
        if (wrong == 0) {
            throw new Refusal("no later step goes on from the one left out");
        }
        return wrong;
    }

    /** The rewritten step, read again. */
    private String checked(int number) {
        WrittenStep before = gold.steps().get(number - 1);
        String text = rewriter.rewrite(number);
        if (text.equals(before.text())) {
            return text;
        }
        List<Equation> equations = EquationReader.read(text).stream()
                .filter(equation -> equation.result().isPresent())
                .toList();
        List<Integer> operations = gold.operationsIn(number);
        if (equations.size() != operations.size()) {
            throw new Refusal("a rewritten step reads otherwise");
        }
        for (int i = 0; i < equations.size(); i++) {
            check(operations.get(i), equations.get(i));
        }
        return text;
    }

    private void check(int operation, Equation equation) {
        boolean slip = operation == mistake.operation()
                && mistake.form() instanceof Mistake.Reworked reworked
                && reworked.slip();
        boolean holds = equation.check() != Equation.Check.WRONG;
        if (slip == holds || !equation.result().equals(Optional.of(values.result(operation)))) {
            throw new Refusal("a rewritten step reads otherwise");
        }
    }
}
