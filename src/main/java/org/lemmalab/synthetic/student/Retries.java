package org.lemmalab.synthetic.student;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.synthetic.plan.PlanError;
import org.lemmalab.synthetic.plan.PlanState;
import org.lemmalab.synthetic.wordproblem.Relation;
import org.lemmalab.synthetic.wordproblem.RelationQuestion;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.training.Conversation;

/**
 * Right solutions of relations in which now and then a step is begun that cannot be done yet, and taken back at once: {@code Flags: horns
 * minus gems.}, {@code Wait, the gems are not known yet.}, then the step that can. Retry data, as Ye et al. 2024 (Physics of Language
 * Models 2.2) train a model from nothing on.
 */
final class Retries {
    private static final List<String> INTERJECTIONS = List.of("Wait", "Hold on");

    private Retries() {}

    /**
     * A solution with retries.
     *
     * @param text one line a step, half of one or a reflection
     * @param wrong where the wrong lines stand in it, without their line breaks
     */
    record Solution(String text, List<Conversation.Span> wrong) {}

    /**
     * @param made a problem of relations
     * @param percent of the steps before which another one is begun too early, where there is one
     * @param random draws order, wordings and errors
     * @return the solution
     */
    static Solution solution(WordProblem made, int percent, Random random) {
        List<String> right = made.solution(random).lines().toList();
        PlanState state =
                PlanState.start(RelationQuestion.read(made.problem().question()).orElseThrow());
        StringBuilder text = new StringBuilder();
        List<Conversation.Span> spans = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            String line = right.get(i);
            if (Relation.said(line).isPresent() && random.nextInt(100) < percent) {
                PlanState known = state;
                List<String> early = right.subList(i + 1, right.size()).stream()
                        .filter(later -> tooEarly(known, later).isPresent())
                        .toList();
                if (!early.isEmpty()) {
                    String wrong = early.get(random.nextInt(early.size()));
                    spans.add(new Conversation.Span(text.length(), text.length() + wrong.length()));
                    text.append(wrong).append('\n').append(INTERJECTIONS.get(random.nextInt(INTERJECTIONS.size())));
                    text.append(", ")
                            .append(tooEarly(known, wrong).orElseThrow())
                            .append(".\n");
                }
            }
            text.append(line).append('\n');
            state = state.next(line).after();
        }
        return new Solution(text.toString().stripTrailing(), spans);
    }

    /** What is not known yet, if a line speaks of it. */
    private static Optional<String> tooEarly(PlanState state, String line) {
        return Relation.said(line)
                .flatMap(said -> state.next(line).error())
                .filter(error -> error.type() == ErrorType.MISSING_STEP)
                .map(PlanError::evidence);
    }
}
