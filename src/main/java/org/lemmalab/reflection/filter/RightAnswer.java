package org.lemmalab.reflection.filter;

import java.util.Optional;
import org.lemmalab.grading.GradedText;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.TextGrader;
import org.lemmalab.solution.AnswerExtractor;

/** The final answer of the whole text, found as a grader finds it, equals the gold answer. */
public record RightAnswer() implements TripletFilter {
    private static final TextGrader MARKED = TextGrader.with(AnswerExtractor.strict(), Grader.standard());

    @Override
    public String name() {
        return "right_answer";
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        GradedText graded = MARKED.grade(
                candidate.triplet().revision().text(),
                candidate.triplet().problem().goldAnswer());
        if (graded.isRight()) {
            return Optional.empty();
        }
        return Optional.of(
                graded.answer().isEmpty()
                        ? "no final answer"
                        : graded.isCorrect().isEmpty()
                                ? "the final answer cannot be graded"
                                : "the final answer is wrong");
    }
}
