package org.lemmalab.problem.wordproblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lemmalab.io.LabException;

/**
 * An exercise in looking back: whether a quantity is known at some point of a right solution. A student that has this skill can notice
 * that it needs something that it has not worked out; no error is shown to it.
 *
 * @param id its name, {@code knowledge/SPLIT/SEED/NUMBER}
 * @param task the question, some steps of a solution, and what to check
 * @param reply that it is known, and its value, or that it is not known yet
 */
public record KnowledgeDrill(String id, String task, String reply) {
    /**
     * @param count how many
     * @param split the part of all possible problems that they are from
     * @param seed the seed
     * @return as many
     */
    public static List<KnowledgeDrill> generate(int count, Split split, long seed) {
        // Other problems than those of the set with the same seed.
        long own = seed ^ 0xD8111L << 24;
        Random random = new Random(own);
        List<KnowledgeDrill> drills = new ArrayList<>();
        List<WordProblem> problems = new ArrayList<>(WordProblemSet.RELATIONS.generate(count / 2, split, own));
        problems.addAll(WordProblemSet.RELATIONS_SHORT.generate(count - count / 2, split, own));
        for (WordProblem made : problems) {
            drills.add(of(made, "knowledge/" + split.title() + "/" + seed + "/" + (drills.size() + 1), random));
        }
        return drills;
    }

    private static KnowledgeDrill of(WordProblem made, String id, Random random) {
        String question = made.problem().question();
        RelationQuestion read = RelationQuestion.read(question)
                .orElseThrow(() -> new LabException("drill: expected a relations question, found " + question));
        List<String> lines = made.solution(random).lines().toList();
        List<String> done = lines.subList(0, 2 * random.nextInt(lines.size() / 2 + 1));
        List<String> text = new ArrayList<>(List.of(question));
        text.addAll(done);
        List<String> names = List.copyOf(read.statements().keySet());
        String name = names.get(random.nextInt(names.size()));
        text.add("Check the " + name + ".");
        return new KnowledgeDrill(id, String.join("\n", text), reply(name, read, done));
    }

    private static String reply(String name, RelationQuestion question, List<String> lines) {
        Statement statement = question.statements().get(name);
        if (statement.relation() == Relation.GIVEN) {
            return "The " + name + " are known: " + statement.number() + ".";
        }
        return lines.stream()
                .filter(line -> line.endsWith(" " + name + ".") && line.contains("="))
                .map(line ->
                        "The " + name + " are known: " + line.substring(line.indexOf('=') + 1, line.indexOf(' ')) + ".")
                .findFirst()
                .orElse("The " + name + " are not known yet.");
    }
}
