package org.lemmalab.mistake.departure;

import java.util.List;
import java.util.Optional;

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

    private Rules() {}

    static Rule.Finding judge(Departure departure) {
        return IN_ORDER.stream()
                .map(rule -> rule.judge(departure))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the last rule judges every departure"));
    }
}
