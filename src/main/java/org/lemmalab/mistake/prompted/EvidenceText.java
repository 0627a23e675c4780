package org.lemmalab.mistake.prompted;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lemmalab.mistake.Evidence;
import org.lemmalab.mistake.evidence.Account;
import org.lemmalab.mistake.evidence.StepAccount;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;

/** What the program found in an attempt, as a prompt shows it. */
final class EvidenceText {
    private static final int MOST_FINDINGS = 12;

    private EvidenceText() {}

    /** A line for each finding, and one for the step that the program takes to be the first wrong one. */
    static String of(Problem problem, Solution attempt) {
        Account account = Account.of(problem, attempt);
        List<StepAccount> steps = account.steps();
        List<String> findings = steps.stream()
                .flatMap(step -> account.evidence(step.number()).findings().stream())
                .limit(MOST_FINDINGS)
                .map(finding -> "- " + finding)
                .toList();
        String choice = account.firstWrongStep().isPresent()
                ? choice(steps.get(account.firstWrongStep().getAsInt() - 1))
                : "- There is no step to check.";
        String found = findings.isEmpty()
                ? "- Every equality that could be read holds, and every value is known."
                : findings.stream().collect(Collectors.joining("\n"));
        return found + "\n" + choice;
    }

    private static String choice(StepAccount step) {
        String ground = step.kind() == Evidence.Kind.NONE
                ? "by its place alone"
                : "on evidence that is " + step.kind().label();
        return String.format(
                Locale.ROOT,
                "- If the answer is wrong, step %d is most probably the first wrong one (probability %.2f), %s.",
                step.number(),
                step.probability(),
                ground);
    }
}
