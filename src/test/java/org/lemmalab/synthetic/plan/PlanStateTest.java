package org.lemmalab.synthetic.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.synthetic.wordproblem.RelationQuestion;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;

class PlanStateTest {
    private static final RelationQuestion QUESTION = RelationQuestion.read("Flags: 12. Kites: lamps"
                    + " minus wheels. Wheels: 2 in all. Lamps: 10 more than flags. How many kites"
                    + " are there?")
            .orElseThrow();
    private static final PlanState START = PlanState.start(QUESTION);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Lamps: flags plus 10.      |
                    Kites: lamps minus wheels. | MISSING_STEP
                    Lamps: 11 more than flags. | CONTEXT_VALUE
                    Lamps: 10 fewer than flags. | OPERATOR
                    Lamps: 10 more than wheels. | QUESTION_MISINTERPRETATION
                    Owls: 10 more than flags.  | HALLUCINATION
                    Lamps lamps lamps.                    | NONSENSICAL_OUTPUT
                    """)
    void aPlanLineIsJudged(String line, ErrorType expected) {
        assertEquals(Optional.ofNullable(expected), START.next(line).error().map(PlanError::type));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    12+10=22 (Lamps: 22). |
                    12+10=23 (Lamps: 23). | CALCULATION
                    12-10=2 (Lamps: 2).  | OPERATOR
                    13+10=23 (Lamps: 23). | CONTEXT_VALUE
                    12+11=23 (Lamps: 23). | CONTEXT_VALUE
                    12+10=22 (Kites: 22). | CONTRADICTORY_STEP
                    12+10=22 (Lamps: 23). | CONTRADICTORY_STEP
                    """)
    void aWorkingLineIsJudged(String line, ErrorType expected) {
        PlanState said = START.next("Lamps: flags plus 10.").after();
        assertEquals(Optional.ofNullable(expected), said.next(line).error().map(PlanError::type));
    }

    @Test
    void aResultThatIsQuotedWronglyContradicts() {
        PlanState state = START;
        for (String line : List.of("Lamps: flags plus 10.", "12+10=22 (Lamps: 22).", "Kites: lamps without wheels.")) {
            state = state.next(line).after();
        }
        assertEquals(
                Optional.of(ErrorType.CONTRADICTORY_STEP),
                state.next("21-2=19 (Kites: 19).").error().map(PlanError::type));
        assertEquals(Optional.of(ErrorType.MISSING_STEP), state.answer("20").map(PlanError::type));
        PlanState done = state.next("22-2=20 (Kites: 20).").after();
        assertEquals(Optional.empty(), done.answer("20"));
        assertEquals(
                Optional.of(ErrorType.CONTRADICTORY_STEP), done.answer("21").map(PlanError::type));
    }

    @Test
    void everyRightSolutionIsRightThroughout() {
        for (WordProblemSet set :
                List.of(WordProblemSet.RELATIONS, WordProblemSet.RELATIONS_LONG, WordProblemSet.RELATIONS_REWORDED)) {
            for (WordProblem made : set.generate(60, Split.TRAIN, 5)) {
                PlanState state = PlanState.start(
                        RelationQuestion.read(made.problem().question()).orElseThrow());
                for (String line :
                        made.solution(new java.util.Random(1)).lines().toList()) {
                    PlanState.Judged judged = state.next(line);
                    assertEquals(Optional.empty(), judged.error(), line);
                    state = judged.after();
                }
                assertEquals(Optional.empty(), state.answer(made.problem().goldAnswer()));
            }
        }
    }
}
