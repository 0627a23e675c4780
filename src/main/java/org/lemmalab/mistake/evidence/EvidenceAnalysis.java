package org.lemmalab.mistake.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.Verdict;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Evidence;
import org.lemmalab.mistake.departure.Nonsense;
import org.lemmalab.mistake.departure.PathCheck;
import org.lemmalab.mistake.departure.StepJudge;
import org.lemmalab.mistake.reading.Link;
import org.lemmalab.mistake.reading.Reading;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.solution.AnswerExtractor;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;

/** The analysis of one attempt: the answer first, nonsense next, then the step that is most probably the first wrong one. */
public final class EvidenceAnalysis {
    private final Problem problem;
    private final Solution attempt;
    private final double leastConfidence;

    private final GoldShelf shelf;

    private EvidenceAnalysis(Problem problem, Solution attempt, double leastConfidence, GoldShelf shelf) {
        this.shelf = shelf;
        this.problem = problem;
        this.attempt = attempt;
        this.leastConfidence = leastConfidence;
    }

    /**
     * @param problem question and gold solution
     * @param attempt a student's solution
     * @param leastConfidence the probability below which no step is called wrong; at 0 every wrong answer gets one
     * @param shelf keeps what was read of gold solutions
     * @return the verdict
     */
    public static Analysis of(Problem problem, Solution attempt, double leastConfidence, GoldShelf shelf) {
        return new EvidenceAnalysis(problem, attempt, leastConfidence, shelf).analyse();
    }

    private Analysis analyse() {
        Optional<String> answer = answer();
        Optional<Verdict> verdict = answer.map(said -> Grader.standard().grade(said, problem.goldAnswer()));
        if (verdict.map(Verdict::isEqual).orElse(false)
                || answer.map(this::sameNumber).orElse(false)) {
            return right();
        }
        Optional<Analysis> nonsense = Nonsense.find(attempt);
        if (nonsense.isPresent()) {
            return nonsense.get();
        }
        if (attempt.steps().isEmpty()) {
            return new Analysis.Undecided(OptionalInt.empty(), "The attempt has an answer and no steps.");
        }
        return verdict.map(Verdict::isUndecided).orElse(false) && leastConfidence > 0
                ? new Analysis.Undecided(OptionalInt.empty(), "The grader does not tell whether the answer is right.")
                : wrong();
    }

    /** The answer given, else the one that the steps conclude with, else their last result. */
    private Optional<String> answer() {
        return attempt.answer()
                .or(() -> AnswerExtractor.standard().extract(attempt.text()).answer())
                .or(this::lastResult);
    }

    private boolean sameNumber(String answer) {
        Optional<BigFraction> said = Numbers.answer(answer);
        return said.isPresent() && said.equals(Numbers.answer(problem.goldAnswer()));
    }

    private Optional<String> lastResult() {
        List<Equation> equations = attempt.steps().stream()
                .flatMap(step -> PathCheck.equations(step.text()).stream())
                .toList();
        return equations.isEmpty()
                ? Optional.empty()
                : equations.get(equations.size() - 1).result().map(Numbers::text);
    }

    /** A right answer vouches for the way to it, whatever the way; steps with false equalities are listed. */
    private Analysis right() {
        List<Integer> unsound = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        for (Step step : attempt.steps()) {
            List<Link> links = Reading.of(step.text()).links().stream()
                    .filter(link -> link.isClosed() && ClosedCheck.of(link) == Status.FAILS)
                    .toList();
            if (!links.isEmpty()) {
                unsound.add(step.number());
                links.forEach(link ->
                        findings.add("Step " + step.number() + " says " + link.shown() + ", which does not hold."));
            }
        }
        String answer = "The answer " + problem.goldAnswer() + " is right";
        String explanation = unsound.isEmpty()
                ? answer + ", and every equation on the way holds."
                : answer + ", though an equation in step " + unsound + " does not hold as written.";
        Evidence evidence = new Evidence(
                unsound.isEmpty() ? Evidence.Kind.NONE : Evidence.Kind.REFUTED, OptionalDouble.empty(), findings);
        return new Analysis.Correct(explanation, unsound, evidence);
    }

    private Analysis wrong() {
        Account account = Account.of(shelf.gold(problem), attempt);
        int step = account.firstWrongStep().orElseThrow();
        Evidence evidence = account.evidence(step);
        double confidence = evidence.confidence().orElse(0);
        if (confidence < leastConfidence) {
            return new Analysis.Undecided(
                    OptionalInt.of(step),
                    String.format(
                            Locale.ROOT,
                            "The answer is wrong. The first wrong step is most probably step %d, with a probability of %.2f, which is"
                                    + " below %.2f.",
                            step,
                            confidence,
                            leastConfidence),
                    evidence);
        }
        StepJudge.Named named = refined(account.judge().name(step), evidence);
        return named.isGuess() && leastConfidence > 0
                ? new Analysis.Undecided(
                        OptionalInt.of(step),
                        "Step " + step + " is most probably the first wrong one; nothing tells its type.",
                        evidence)
                : new Analysis.Wrong(step, named.type(), named.explanation(), evidence);
    }

    /** A false equality is a calculation error where the gold solution has nothing like it that would tell more. */
    private static StepJudge.Named refined(StepJudge.Named named, Evidence evidence) {
        return named.isGuess() && evidence.kind() == Evidence.Kind.REFUTED
                ? new StepJudge.Named(ErrorType.CALCULATION, evidence.findings().get(0), false)
                : named;
    }
}
