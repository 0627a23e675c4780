package org.lemmalab.notebook.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lemmalab.notebook.course.Hinted.right;
import static org.lemmalab.notebook.course.Hinted.wrong;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.notebook.course.LearningUnit.Counts;
import org.lemmalab.notebook.course.LearningUnit.Prediction;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Reflection;
import org.lemmalab.reflection.Revision;
import org.lemmalab.reflection.Revision.Role;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.synthetic.student.StudentFormat;

class LearningUnitTest {
    private final LearningUnit unit = new LearningUnit();

    @Test
    void revision() {
        ErroneousAttempt cut = unit.attempt().truncated();
        List<String> steps = List.of("There remain 120-24=96 pears.", "That fills 96/6=16 bags.");
        String link = "Wait, the pears are given away.";
        right(unit.revision(), written(cut, link, steps, "16"));
        wrong(unit.revision(), written(unit.attempt(), link, steps, "16"), "goes on after the error");
        wrong(unit.revision(), written(shifted(1), link, steps, "16"), "first departs");
        wrong(unit.revision(), written(cut, "The pears are given away.", steps, "16"), "stop and look again");
        wrong(
                unit.revision(),
                written(cut, link, List.of("There remain 120-24=86 pears."), "16"),
                "Does that equation hold");
        wrong(
                unit.revision(),
                written(cut, link, List.of("She picks 8*15=120 pears.", steps.get(0), steps.get(1)), "16"),
                "repeats");
        wrong(unit.revision(), written(cut, link, steps, "96"), "'96'");
        wrong(
                unit.revision(),
                written(cut, link, List.of(steps.get(0)), "16"),
                "no step of the correction comes to it");
    }

    @Test
    void strategies() {
        Strategy fix = Strategy.FIX_AND_CONTINUE;
        Strategy restart = Strategy.FRESH_AND_RESTART;
        assertEquals(4, unit.revisions().size());
        right(unit.strategies(), List.of(fix, restart, restart, fix));
        wrong(unit.strategies(), List.of(), "Expected 4 strategies");
        wrong(unit.strategies(), List.of(fix, fix, restart, fix), "B: you say fix_and_continue");
    }

    @Test
    void scoredStep() {
        String prompt = StudentFormat.prompt(unit.problem().question());
        String error = Revision.error(unit.attempt().truncated()).text() + "\n";
        String link = unit.link().text();
        String step = unit.correction().steps().get(0);
        right(unit.scoredStep(), new ScoreRequest(prompt + error + link + "\n", step));
        wrong(unit.scoredStep(), new ScoreRequest(prompt + error, link + "\n" + step), "contains the link");
        wrong(unit.scoredStep(), new ScoreRequest(prompt + error + link + "\n", "The answer is: 16"), "Which one step");
        wrong(unit.scoredStep(), new ScoreRequest(error + link + "\n", step), "know the question");
        wrong(unit.scoredStep(), new ScoreRequest(prompt + link + "\n", step), "error is not in the prefix");
        wrong(unit.scoredStep(), new ScoreRequest(prompt + error + link, step), "out of place");
    }

    @Test
    void maskedSpans() {
        right(unit.maskedSpans(), revision -> revision.spans(Role.WRONG));
        wrong(unit.maskedSpans(), revision -> List.of(), "Nothing is masked");
        wrong(unit.maskedSpans(), revision -> revision.spans(Role.CORRECTION), "still learnt");
        wrong(unit.maskedSpans(), revision -> revision.spans(Role.GOOD, Role.WRONG), "sound steps");
        wrong(unit.maskedSpans(), revision -> revision.spans(Role.WRONG, Role.ANSWER), "more than the wrong step");
    }

    @Test
    void prediction() {
        MaskedTraining result = unit.masked();
        assertTrue(result.wrongMasked() - result.wrongLearnt() > 0.5, result.toString());
        right(unit.prediction(), Prediction.LIKELIER);
        wrong(unit.prediction(), Prediction.ALIKE, "You say alike");
        wrong(unit.prediction(), Prediction.UNDECIDED, "no prediction");
    }

    @Test
    void reflections() {
        assertEquals(8, unit.outputs().size());
        right(unit.reflections(), new Counts(5, 2, 1));
        wrong(unit.reflections(), new Counts(6, 2, 1), "Count outputs, not lines");
        wrong(unit.reflections(), new Counts(5, 3, 1), "Rescued: found 3");
        wrong(unit.reflections(), new Counts(5, 2, 0), "Spoiled: found 0");
    }

    @Test
    void filter() {
        right(unit.filter(), Set.of("B", "C", "D"));
        wrong(unit.filter(), Set.of(), "more of them are unsound");
        wrong(unit.filter(), Set.of("B", "C"), "more of them are unsound");
        wrong(unit.filter(), Set.of("B", "C", "D", "E"), "You remove E");
        wrong(unit.filter(), Set.of("X"), "Expected letters");
    }

    private ErroneousAttempt shifted(int step) {
        ErroneousAttempt attempt = unit.attempt();
        return new ErroneousAttempt(
                        attempt.steps(),
                        step,
                        attempt.type(),
                        attempt.source(),
                        attempt.explanation(),
                        attempt.givenAnswer())
                .truncated();
    }

    private static Revision written(ErroneousAttempt attempt, String link, List<String> steps, String answer) {
        return Revision.of(
                attempt,
                Reflection.of(link, ConnectionStyle.PHRASE),
                new Correction(Strategy.FIX_AND_CONTINUE, steps, answer, ""));
    }
}
