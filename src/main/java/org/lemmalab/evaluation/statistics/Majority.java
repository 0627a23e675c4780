package org.lemmalab.evaluation.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Self-consistency (Wang et al. 2023, arXiv 2203.11171): the answer that most solutions agree on. Answers count as one where an
 * equality says so, not only where they are written alike. Among answers with equally many votes the first given wins, so that the
 * vote depends on nothing but the solutions and their order.
 *
 * @param answer the answer as first written; empty where no solution gave one
 * @param votes how many solutions gave it
 * @param voters solutions in all, those without an answer included
 */
public record Majority(Optional<String> answer, int votes, int voters) {
    /**
     * @param answers each solution's answer, empty where it has none
     * @param equal whether two answers are the same; taken as transitive
     * @return the vote
     */
    public static Majority of(List<Optional<String>> answers, BiPredicate<String, String> equal) {
        List<Group> groups = new ArrayList<>();
        for (Optional<String> answer : answers) {
            answer.ifPresent(text -> groups.stream()
                    .filter(group -> group.answer.equals(text) || equal.test(group.answer, text))
                    .findFirst()
                    .orElseGet(() -> opened(groups, text))
                    .votes++);
        }
        Group best = null;
        for (Group group : groups) {
            best = best == null || group.votes > best.votes ? group : best;
        }
        return best == null
                ? new Majority(Optional.empty(), 0, answers.size())
                : new Majority(Optional.of(best.answer), best.votes, answers.size());
    }

    private static Group opened(List<Group> groups, String answer) {
        Group group = new Group(answer);
        groups.add(group);
        return group;
    }

    private static final class Group {
        private final String answer;
        private int votes;

        private Group(String answer) {
            this.answer = answer;
        }
    }
}
