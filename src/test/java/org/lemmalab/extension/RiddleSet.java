package org.lemmalab.extension;

import java.util.List;
import java.util.Map;
import org.lemmalab.evaluation.TestProblem;
import org.lemmalab.evaluation.TestSet;
import org.lemmalab.io.Fields;
import org.lemmalab.problem.Problem;

/** An example of a benchmark set: riddles, in the file {@code riddles/test.jsonl} of the data folder. */
public final class RiddleSet implements TestSet.Provider {
    @Override
    public List<TestSet> sets() {
        return List.of(new TestSet("riddles", "Riddles", "riddles/test.jsonl", 2, 0, (row, id) -> {
            Problem problem = new Problem(id, Fields.text(row, "riddle"), "", Fields.text(row, "solution"));
            return new TestProblem(problem, Map.of("level", Fields.text(row, "level")));
        }));
    }
}
