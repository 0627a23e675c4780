package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/**
 * Exercises in looking back: which quantities are known at some point of a right solution, and their values. A student that has this
 * skill can notice that it needs something that it has not worked out.
 */
public final class KnowledgeDrills {
    private KnowledgeDrills() {}

    /**
     * @param count how many
     * @param most quantities asked for at a time, at the most
     * @param split the part of all possible problems that they are from
     * @param seed the seed
     * @return as many
     */
    public static List<Drill> generate(int count, int most, Split split, long seed) {
        // Other problems than those of the set with the same seed.
        long own = seed ^ 0xD8111L << 24;
        Random random = new Random(own);
        List<WordProblem> problems = new ArrayList<>(WordProblemSet.RELATIONS.generate(count / 2, split, own));
        problems.addAll(WordProblemSet.RELATIONS_SHORT.generate(count - count / 2, split, own));
        return Drill.ofEach("knowledge", problems, split, seed, (id, made) -> of(id, made, most, random));
    }

    private static Drill of(String id, WordProblem made, int most, Random random) {
        String question = made.problem().question();
        RelationQuestion read = RelationQuestion.read(question)
                .orElseThrow(() -> new LabException("drill: expected a relations question, found " + question));
        List<String> lines = made.solution(random).lines().toList();
        List<String> done = lines.subList(0, 2 * random.nextInt(lines.size() / 2 + 1));
        List<String> names = new ArrayList<>(read.statements().keySet());
        Collections.shuffle(names, random);
        List<String> asked = names.subList(0, Math.min(names.size(), 1 + random.nextInt(most)));
        List<String> text = new ArrayList<>(List.of(question));
        text.addAll(done);
        text.add("Check the " + String.join(", the ", asked) + ".");
        String reply = asked.stream().map(name -> reply(name, read, done)).collect(Collectors.joining("\n"));
        return new Drill(id, String.join("\n", text), reply);
    }

    private static String reply(String name, RelationQuestion question, List<String> lines) {
        Statement statement = question.statements().get(name);
        String label = Sentences.capitalised(name) + ": ";
        if (statement.relation() == Relation.GIVEN) {
            return label + statement.number() + ".";
        }
        return lines.stream()
                .filter(line -> line.contains("(" + label))
                .map(line -> line.substring(line.indexOf('(') + 1, line.indexOf(')')) + ".")
                .findFirst()
                .orElse(label + "not known yet.");
    }
}
