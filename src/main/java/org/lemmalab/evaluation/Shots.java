package org.lemmalab.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.ProblemSet;

/** Worked examples of our own that stand before a question in few-shot prompts; none comes from a test set. */
public final class Shots {
    private Shots() {}

    /**
     * @param count how many
     * @return the first so many examples, in a fixed order
     * @throws LabException if there are not so many
     */
    public static List<Problem> first(int count) {
        List<Problem> all = all();
        if (count < 0 || count > all.size()) {
            throw new LabException("shots: expected 0 to " + all.size() + ", found " + count);
        }
        return all.subList(0, count);
    }

    private static List<Problem> all() {
        try (InputStream in = Shots.class.getResourceAsStream("shots.jsonl")) {
            if (in == null) {
                throw new LabException("resource shots.jsonl: missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> ProblemSet.parse(Json.parse(line)))
                    .toList();
        } catch (IOException e) {
            throw new LabException("resource shots.jsonl: cannot be read: " + e.getMessage(), e);
        }
    }
}
