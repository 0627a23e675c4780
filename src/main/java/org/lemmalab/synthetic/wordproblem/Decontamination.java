package org.lemmalab.synthetic.wordproblem;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/**
 * What two lists of problems share.
 *
 * @param questions questions that both have, case and white space aside
 * @param instances template instances that both have
 * @param entities entity combinations that both have
 */
public record Decontamination(Set<String> questions, Set<String> instances, Set<String> entities) {
    /** Copies the sets. */
    public Decontamination {
        questions = Set.copyOf(questions);
        instances = Set.copyOf(instances);
        entities = Set.copyOf(entities);
    }

    /**
     * @param training problems to learn from
     * @param test problems to report on
     * @return what they share
     */
    public static Decontamination of(Collection<WordProblem> training, Collection<WordProblem> test) {
        return new Decontamination(
                shared(training, test, Decontamination::question),
                shared(training, test, WordProblem::instance),
                shared(training, test, WordProblem::entities));
    }

    /**
     * @return whether they share nothing
     */
    public boolean isClean() {
        return questions.isEmpty() && instances.isEmpty() && entities.isEmpty();
    }

    /**
     * @throws LabException if they share anything, with an example
     */
    public void require() {
        if (!isClean()) {
            String example = questions.stream()
                    .findFirst()
                    .or(() -> instances.stream().findFirst())
                    .or(() -> entities.stream().findFirst())
                    .orElseThrow();
            throw new LabException("decontamination: expected training and test to share nothing, found "
                    + questions.size() + " questions, " + instances.size() + " template instances and "
                    + entities.size() + " entity combinations, for example '" + example + "'");
        }
    }

    private static String question(WordProblem problem) {
        return problem.problem()
                .question()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Set<String> shared(
            Collection<WordProblem> training, Collection<WordProblem> test, Function<WordProblem, String> key) {
        Set<String> known = training.stream().map(key).collect(Collectors.toSet());
        return test.stream().map(key).filter(known::contains).collect(Collectors.toSet());
    }
}
