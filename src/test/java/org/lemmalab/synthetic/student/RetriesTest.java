package org.lemmalab.synthetic.student;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;
import org.lemmalab.synthetic.plan.PlanError;
import org.lemmalab.synthetic.plan.PlanState;
import org.lemmalab.synthetic.wordproblem.Relation;
import org.lemmalab.synthetic.wordproblem.RelationQuestion;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;

/** Retry data: each wrong line is one that cannot be done yet, is taken back at once, and the rest is a right solution. */
class RetriesTest {
    private static final List<WordProblem> PROBLEMS = WordProblemSet.RELATIONS.generate(200, Split.TRAIN, 5);

    @Test
    void whatIsTakenBackIsWrongAndTheRestIsRight() {
        Random random = new Random(1);
        int wrong = 0;
        int steps = 0;
        for (WordProblem made : PROBLEMS) {
            Retries.Solution solution = Retries.solution(made, 25, random);
            List<String> lines = solution.text().lines().toList();
            List<String> masked = solution.wrong().stream()
                    .map(span -> solution.text().substring(span.start(), span.end()))
                    .toList();
            int before = wrong;
            PlanState state = PlanState.start(
                    RelationQuestion.read(made.problem().question()).orElseThrow());
            for (int i = 0; i < lines.size(); i++) {
                PlanState.Judged judged = state.next(lines.get(i));
                if (judged.error().isPresent()) {
                    String evidence = judged.error().map(PlanError::evidence).orElseThrow();
                    assertEquals(lines.get(i), masked.get(wrong - before));
                    String link = lines.get(++i);
                    assertTrue(link.matches("(Wait|Hold on), " + evidence + "\\."), link);
                    wrong++;
                } else {
                    state = judged.after();
                    steps += Relation.said(lines.get(i)).isPresent() ? 1 : 0;
                }
            }
            assertEquals(masked.size(), wrong - before);
            assertEquals(
                    List.of(),
                    state.answer(made.problem().goldAnswer()).stream().toList(),
                    lines.toString());
        }
        // Not before every step is there one that would come too early.
        assertTrue(wrong > 0.1 * steps && wrong < 0.25 * steps, wrong + " of " + steps);
    }

    @Test
    void withoutRetriesSolutionsAreThoseOfTheProblem() {
        List<String> plain = new ArrayList<>();
        List<String> none = new ArrayList<>();
        PROBLEMS.forEach(made -> {
            plain.add(made.solution(new Random(7)));
            none.add(Retries.solution(made, 0, new Random(7)).text());
        });
        assertEquals(plain, none);
    }

    @Test
    void moreThanHalfIsRefused() {
        assertThrows(LabException.class, () -> new StudentRecipe.Practice(0, 51, false));
        assertThrows(LabException.class, () -> new StudentRecipe.Practice(0, -1, true));
    }
}
