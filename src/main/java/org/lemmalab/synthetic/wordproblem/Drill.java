package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * An exercise in a skill that solving takes. No error is shown in it.
 *
 * @param id its name, {@code KIND/…/SPLIT/SEED/NUMBER}
 * @param task what to do
 * @param reply how it is done
 */
public record Drill(String id, String task, String reply) {
    /** One of each problem, in their order; the names are numbered from 1. */
    static List<Drill> ofEach(
            String kind,
            List<WordProblem> problems,
            Split split,
            long seed,
            BiFunction<String, WordProblem, Drill> drill) {
        List<Drill> drills = new ArrayList<>();
        for (WordProblem made : problems) {
            drills.add(drill.apply(kind + "/" + split.title() + "/" + seed + "/" + (drills.size() + 1), made));
        }
        return drills;
    }
}
