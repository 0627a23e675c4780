package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/**
 * Exercises in reading: how some quantities of a question depend on others, in any order. A student that has this skill can look a
 * relation up when it needs it.
 */
public final class RecitationDrills {
    private static final int MOST = 6;

    private RecitationDrills() {}

    /**
     * @param set one of the relations sets
     * @param count how many
     * @param split the part of all possible problems that they are from
     * @param seed the seed
     * @return as many
     */
    public static List<Drill> generate(WordProblemSet set, int count, Split split, long seed) {
        // Other problems than those of the set with the same seed.
        long own = seed ^ 0x4EC17EL << 24;
        Random random = new Random(own);
        List<WordProblem> problems = set.generate(count, split, own);
        return Drill.ofEach("recitation/" + set.title(), problems, split, seed, (id, made) -> of(id, made, random));
    }

    private static Drill of(String id, WordProblem made, Random random) {
        String question = made.problem().question();
        RelationQuestion read = RelationQuestion.read(question)
                .orElseThrow(() -> new LabException("drill: expected a relations question, found " + question));
        List<Statement> all = new ArrayList<>(read.statements().values());
        Collections.shuffle(all, random);
        List<Statement> asked = all.subList(0, Math.min(MOST, all.size()));
        String names = asked.stream().map(Statement::name).collect(Collectors.joining(", the "));
        return new Drill(
                id,
                question + "\nCheck what the question says of the " + names + ".",
                asked.stream().map(Statement::said).collect(Collectors.joining("\n")));
    }
}
