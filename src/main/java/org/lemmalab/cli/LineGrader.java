package org.lemmalab.cli;

import java.util.List;
import java.util.Optional;
import org.lemmalab.grading.AnyGold;
import org.lemmalab.grading.GradedText;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.TextGrader;
import org.lemmalab.grading.Verdict;
import org.lemmalab.solution.AnswerExtractor;

/**
 * Grades what stands on a line.
 *
 * @param grader compares answers
 * @param extractor finds final answers
 * @param extract whether predictions are texts
 * @param extractGold whether golds are texts
 */
record LineGrader(Grader grader, AnswerExtractor extractor, boolean extract, boolean extractGold) {
    /** A graded sample for each prediction. */
    List<GradedSample> grade(GradedLine line) {
        List<String> golds = line.golds().texts().stream().map(this::goldAnswer).toList();
        return line.predictions().texts().stream()
                .map(prediction -> extract ? text(prediction, golds) : answer(prediction, golds))
                .toList();
    }

    private String goldAnswer(String gold) {
        return extractGold ? extractor.extract(gold).answer().orElse(gold) : gold;
    }

    private GradedSample answer(String prediction, List<String> golds) {
        AnyGold best = AnyGold.of(golds, gold -> grader.grade(prediction, gold));
        return new GradedSample(prediction, Optional.empty(), Optional.of(best), golds.get(best.index()));
    }

    private GradedSample text(String prediction, List<String> golds) {
        GradedText graded = TextGrader.with(extractor, grader).grade(prediction, golds.get(0));
        Optional<AnyGold> best = graded.verdict().map(first -> best(graded, first, golds));
        return new GradedSample(
                prediction,
                Optional.of(new GradedSample.Extraction(graded.text(), graded.extracted())),
                best,
                golds.get(best.map(AnyGold::index).orElse(0)));
    }

    /** The text is read once, with the first gold; the others are held against the same answer. */
    private AnyGold best(GradedText graded, Verdict first, List<String> golds) {
        String answer = graded.answer().orElseThrow();
        String firstGold = golds.get(0);
        return AnyGold.of(golds, gold -> gold.equals(firstGold) ? first : grader.grade(answer, gold));
    }
}
