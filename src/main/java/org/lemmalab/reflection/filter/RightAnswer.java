package org.lemmalab.reflection.filter;

import java.util.Optional;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.Verdict;
import org.lemmalab.solution.AnswerExtractor;

/** The final answer of the whole text, found as a grader finds it, equals the gold answer. */
public record RightAnswer() implements TripletFilter {
    @Override
    public String name() {
        return "right_answer";
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        String text = candidate.triplet().revision().text();
        Optional<String> answer = AnswerExtractor.strict().extract(text).answer();
        if (answer.isEmpty()) {
            return Optional.of("no final answer");
        }
        Verdict verdict = Grader.standard()
                .grade(answer.get(), candidate.triplet().problem().goldAnswer());
        return verdict.isEqual()
                ? Optional.empty()
                : Optional.of(
                        verdict.isUndecided() ? "the final answer cannot be graded" : "the final answer is wrong");
    }
}
