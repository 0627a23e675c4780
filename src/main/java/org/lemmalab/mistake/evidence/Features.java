package org.lemmalab.mistake.evidence;

import java.util.List;
import java.util.function.Predicate;

/** What a step's facts come to as numbers for {@link ChoiceModel}: a step is held against those before and after it. */
final class Features {
    static final List<String> NAMES = List.of(
            "first_false",
            "later_false",
            "first_false_algebra",
            "later_false_algebra",
            "first_nearly_false",
            "first_off_path",
            "later_off_path",
            "first_far_off",
            "later_far_off",
            "first_answers_off_path",
            "later_answers_off_path",
            "first_strays",
            "leads_on",
            "gold_terms",
            "on_path",
            "completes",
            "first_foreign",
            "later_foreign",
            "first_unexplained",
            "later_unexplained",
            "gold_results",
            "new_gold_results",
            "tainted",
            "brings_answer",
            "repeats",
            "no_numbers",
            "no_claims",
            "departure",
            "after_departure",
            "first_step",
            "second_step",
            "last_step",
            "place",
            "evidence_before",
            "gold_later",
            "completes_later",
            "overlap",
            "gold_line",
            "first_unlike_gold",
            "first_evidence",
            "claims",
            "first_foreign_off_path",
            "length",
            "counterpart",
            "counterpart_likeness",
            "foreign_unit",
            "like_another_line",
            "gold_answer",
            "gold_answer_before",
            "repair_arithmetic",
            "repair_operator",
            "repair_number",
            "repair_omission",
            "repair_addition",
            "repair_result",
            "first_repairable",
            "repairable_before",
            "repairable_later",
            "wrong_end",
            "false_after_sound");

    private final List<StepFacts> steps;
    private final int departure;
    private final boolean endsWrongly;

    /**
     * @param departure the step from which the attempt does not find back to the gold path; 0 where none is known
     * @param endsWrongly whether that is its last one only because of the answer
     */
    Features(List<StepFacts> steps, int departure, boolean endsWrongly) {
        this.endsWrongly = endsWrongly;
        this.steps = steps;
        this.departure = departure;
    }

    double[][] all() {
        double[][] rows = new double[steps.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(i);
        }
        return rows;
    }

    private double[] row(int i) {
        StepFacts step = steps.get(i);
        Predicate<StepFacts> evident = Features::isEvident;
        long before = steps.subList(0, i).stream().filter(evident).count();
        int goldLater = steps.subList(i + 1, steps.size()).stream()
                .mapToInt(StepFacts::newGoldResults)
                .sum();
        long completesLater = steps.subList(i + 1, steps.size()).stream()
                .filter(StepFacts::completes)
                .count();
        boolean allGoldBefore = steps.subList(0, i).stream().allMatch(StepFacts::isGoldLine) && i > 0;
        Predicate<StepFacts> foreign = each -> !each.foreign().isEmpty();
        Predicate<StepFacts> unexplained = each -> !each.unexplained().isEmpty();
        return new double[] {
            flag(first(i, StepFacts::isFalse)),
            flag(later(i, StepFacts::isFalse)),
            flag(first(i, StepFacts::isFalseAlgebra)),
            flag(later(i, StepFacts::isFalseAlgebra)),
            flag(first(i, StepFacts::isNearlyFalse)),
            flag(first(i, StepFacts::isOffPath)),
            flag(later(i, StepFacts::isOffPath)),
            flag(first(i, StepFacts::isFarOff)),
            flag(later(i, StepFacts::isFarOff)),
            flag(first(i, StepFacts::answersOffPath)),
            flag(later(i, StepFacts::answersOffPath)),
            flag(first(i, StepFacts::strays)),
            flag(step.leadsOn()),
            step.goldTerms(),
            flag(step.isOnPath()),
            flag(step.completes()),
            flag(first(i, foreign)),
            flag(later(i, foreign)),
            flag(first(i, unexplained)),
            flag(later(i, unexplained)),
            Math.min(3, step.goldResults()),
            Math.min(2, step.newGoldResults()),
            flag(step.tainted()),
            flag(step.bringsAnswer()),
            flag(step.repeats()),
            flag(!step.hasNumbers()),
            flag(step.claims().isEmpty()),
            flag(departure == i + 1),
            flag(departure > 0 && i + 1 > departure),
            flag(i == 0),
            flag(i == 1),
            flag(i == steps.size() - 1),
            Math.log(1.0 + i),
            Math.min(3, before),
            Math.min(2, goldLater),
            Math.min(2, completesLater),
            step.overlap(),
            flag(step.isGoldLine()),
            flag(allGoldBefore && !step.isGoldLine() && !isSound(step)),
            flag(first(i, evident)),
            Math.log(1.0 + step.claims().size()),
            flag(foreign.test(step) && first(i, StepFacts::isOffPath)),
            Math.log(1.0 + step.text().length() / 50.0),
            flag(step.likeness().hasCounterpart()),
            step.likeness().counterpart(),
            flag(step.likeness().foreignUnit()),
            step.likeness().other(),
            flag(step.likeness().goldAnswer()),
            flag(i > 0 && steps.get(i - 1).likeness().goldAnswer() && !step.repeats()),
            flag(step.has(Repair.ARITHMETIC)),
            flag(step.has(Repair.OPERATOR)),
            flag(step.has(Repair.NUMBER)),
            flag(step.has(Repair.OMISSION)),
            flag(step.has(Repair.ADDITION)),
            flag(step.has(Repair.RESULT)),
            flag(first(i, StepFacts::isRepairable)),
            flag(steps.subList(0, i).stream().anyMatch(StepFacts::isRepairable)),
            flag(steps.subList(i + 1, steps.size()).stream().anyMatch(StepFacts::isRepairable)),
            flag(endsWrongly && departure == i + 1),
            flag(first(i, StepFacts::isFalse) && before == 0)
        };
    }

    private static boolean isSound(StepFacts step) {
        return step.completes() && !isEvident(step);
    }

    static boolean isEvident(StepFacts step) {
        return step.isFalse()
                || step.isFalseAlgebra()
                || step.isOffPath()
                || !step.foreign().isEmpty();
    }

    private boolean first(int i, Predicate<StepFacts> test) {
        return test.test(steps.get(i)) && steps.subList(0, i).stream().noneMatch(test);
    }

    private boolean later(int i, Predicate<StepFacts> test) {
        return test.test(steps.get(i)) && !first(i, test);
    }

    private static double flag(boolean holds) {
        return holds ? 1 : 0;
    }
}
