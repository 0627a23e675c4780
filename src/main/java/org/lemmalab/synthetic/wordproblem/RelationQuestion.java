package org.lemmalab.synthetic.wordproblem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question of the relations sets, read back from its text: it says all that is needed to judge every step of a solution exactly.
 *
 * @param statements what it states, by the quantity's name, in its order
 * @param asked the quantity that it asks for
 */
public record RelationQuestion(Map<String, Statement> statements, String asked) {
    private static final Pattern ASKED = Pattern.compile("How many (\\p{L}+) are there\\?");

    /** Copies the statements. */
    public RelationQuestion {
        statements = new LinkedHashMap<>(statements);
    }

    /**
     * @param question a question
     * @return what it says; empty where any sentence is none of the relations sets'
     */
    public static Optional<RelationQuestion> read(String question) {
        Map<String, Statement> statements = new LinkedHashMap<>();
        for (String sentence : question.strip().split("(?<=[.?])\\s+")) {
            Matcher asked = ASKED.matcher(sentence);
            if (asked.matches()) {
                String name = asked.group(1).toLowerCase(Locale.ROOT);
                return statements.containsKey(name)
                        ? Optional.of(new RelationQuestion(statements, name))
                        : Optional.empty();
            }
            Optional<Statement> statement = Relation.stated(sentence);
            if (statement.isEmpty()) {
                return Optional.empty();
            }
            statements.put(statement.get().name(), statement.get());
        }
        return Optional.empty();
    }
}
