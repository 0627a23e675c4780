package org.lemmalab.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypeExampleTest {
    @ParameterizedTest
    @EnumSource(ErrorType.class)
    void everyTypeHasADefinitionAndAnExampleThatTheAnalystAgreesWith(ErrorType type) {
        assertTrue(type.definition().endsWith("."));
        TypeExample example = TypeExample.of(type);
        Analysis found = new ProgramAnalyst().analyse(example.problem(), example.wrong());
        Analysis.Wrong wrong = assertInstanceOf(Analysis.Wrong.class, found);
        assertEquals(type, wrong.type(), wrong.explanation());
        assertEquals(example.firstWrongStep(), wrong.firstWrongStep(), wrong.explanation());
    }

    @ParameterizedTest
    @EnumSource(ErrorType.class)
    void everyEicLabelNamesItsType(ErrorType type) {
        ExternalLabels.eicLabel(type).ifPresent(label -> assertEquals(type, ExternalLabels.eic(label)));
        boolean addedByThePaper = switch (type) {
            case QUESTION_MISINTERPRETATION, CONFUSING_CONCEPT, NONSENSICAL_OUTPUT -> true;
            default -> false;
        };
        assertEquals(!addedByThePaper, ExternalLabels.eicLabel(type).isPresent());
    }
}
