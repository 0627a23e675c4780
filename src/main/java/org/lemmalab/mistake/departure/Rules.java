package org.lemmalab.mistake.departure;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lemmalab.mistake.ErrorType;

/** The rules in their order: what can be read off directly comes before what needs interpretation. */
final class Rules {
    private static final List<Rule> IN_ORDER = List.of(
            new SlipRule(),
            new ConceptSwitchRule(),
            new OperatorRule(),
            new NewStoryRule(),
            new SubstitutionRule(),
            new SameQuantitiesRule(),
            new AdditionRule(),
            new OmissionRule(),
            new SkippedResultRule(),
            new FormulaRule(),
            new InventionRule(),
            new FalseEquationRule(),
            new ConceptRule(),
            new MisreadingRule());

    private static final Set<ErrorType> NEEDS_WHOLE_PROGRAM = EnumSet.of(
            ErrorType.QUESTION_MISINTERPRETATION,
            ErrorType.CONFUSING_CONCEPT,
            ErrorType.MISSING_STEP,
            ErrorType.FORMULA_CONFUSION);

    private Rules() {}

    /** Whether only the last rule, which takes what is left over, or a misreading in an incomplete gold program explains the departure. */
    static boolean isRemainder(Rule.Finding finding, Departure departure) {
        boolean whole = departure.gold().isComplete() || departure.readsLikeGold();
        return !whole && NEEDS_WHOLE_PROGRAM.contains(finding.type())
                || IN_ORDER.stream()
                        .limit(IN_ORDER.size() - 1L)
                        .noneMatch(rule -> rule.judge(departure).isPresent());
    }

    static Rule.Finding judge(Departure departure) {
        return IN_ORDER.stream()
                .map(rule -> rule.judge(departure))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the last rule judges every departure"));
    }
}
