package org.lemmalab.synthetic.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.mistake.InjectionCheck;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.reflection.Reflection;
import org.lemmalab.reflection.ReflectionFinder;
import org.lemmalab.reflection.Revision;
import org.lemmalab.solution.Step;
import org.lemmalab.solution.StepSplitter;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;

class PlanTeacherTest {
    private static final PlanTeacher TEACHER = PlanTeacher.standard();
    private static final List<Problem> PROBLEMS = WordProblemSet.RELATIONS.generate(80, Split.TRAIN, 9).stream()
            .map(WordProblem::problem)
            .toList();

    @Test
    void itFindsNoErrorInGoldSolutions() {
        for (Problem problem : PROBLEMS) {
            String text = problem.goldSolution() + "\nThe answer is: " + problem.goldAnswer();
            assertInstanceOf(Analysis.Correct.class, TEACHER.analyse(problem, StepSplitter.split(text)));
        }
    }

    @Test
    void whatItBringsInIsWhatItSays() {
        Map<ErrorType, Integer> made = new EnumMap<>(ErrorType.class);
        for (Problem problem : PROBLEMS) {
            for (ErrorType type : TEACHER.injectable(problem)) {
                TEACHER.inject(problem, type, 3).asOptional().ifPresent(injection -> {
                    made.merge(type, 1, Integer::sum);
                    assertEquals(
                            Optional.empty(),
                            InjectionCheck.with(TEACHER).fault(problem, injection),
                            problem.question() + "\n" + injection.solution().text());
                });
            }
        }
        assertEquals(6, made.size());
        made.forEach((type, count) -> assertTrue(count > 60, type + " " + count));
    }

    @Test
    void aCorrectedErrorIsRightFromTheReflectionOn() {
        for (Problem problem : PROBLEMS) {
            for (ErroneousAttempt error : errors(problem)) {
                for (Optional<Correction> found : List.of(
                        TEACHER.fix(problem, error, 1).asOptional(),
                        TEACHER.restart(problem, error, 1).asOptional())) {
                    Correction correction = found.orElseThrow();
                    String link = TEACHER.link(problem, error, correction, 2)
                            .asOptional()
                            .orElseThrow();
                    assertTrue(ReflectionFinder.begins(link), link);
                    String text = Revision.of(error, Reflection.of(link, ConnectionStyle.SMOOTH), correction)
                            .text();
                    requireOneError(problem, text, error.firstWrongStep());
                }
            }
        }
    }

    private static void requireOneError(Problem problem, String text, int place) {
        List<PlanTrajectory.Line> lines =
                PlanTrajectory.judge(problem.question(), text).orElseThrow().lines();
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(i == place - 1, lines.get(i).error().isPresent(), text + "\n" + (i + 1));
        }
        assertEquals(PlanTrajectory.Kind.REFLECTION, lines.get(place).kind());
        assertEquals(PlanTrajectory.Kind.ANSWER, lines.get(lines.size() - 1).kind());
    }

    private static List<ErroneousAttempt> errors(Problem problem) {
        List<ErroneousAttempt> errors = new ArrayList<>();
        for (ErrorType type : TEACHER.injectable(problem)) {
            Optional<Injection> injection = TEACHER.inject(problem, type, 4).asOptional();
            injection.ifPresent(found -> errors.add(new ErroneousAttempt(
                            found.solution().steps(),
                            found.firstWrongStep(),
                            type,
                            ErrorSource.TEACHER,
                            found.explanation(),
                            found.solution().answer().orElseThrow())
                    .truncated()));
        }
        return errors;
    }

    /** Where the quantity asked for is known already, an error after it leaves nothing to be worked out. */
    @Test
    void whatIsWorkedOutAlreadyIsNotCorrected() {
        for (Problem problem : PROBLEMS.subList(0, 20)) {
            List<Step> steps =
                    new ArrayList<>(StepSplitter.split(problem.goldSolution()).steps());
            steps.add(new Step(steps.size() + 1, "Nothing: this is no step."));
            ErroneousAttempt error = new ErroneousAttempt(
                    steps, steps.size(), ErrorType.NONSENSICAL_OUTPUT, ErrorSource.STUDENT, "no step", "");
            String refusal = TEACHER.fix(problem, error, 1).failure().orElseThrow();
            assertTrue(refusal.contains("nothing is left"), refusal);
        }
    }

    @Test
    void storiesAreLeftToTheOtherTeacher() {
        Problem story =
                WordProblemSet.STORIES.generate(1, Split.TRAIN, 2).get(0).problem();
        assertEquals(TEACHER.others().injectable(story), TEACHER.injectable(story));
        assertEquals(Optional.empty(), PlanTrajectory.judge(story.question(), story.goldSolution()));
    }
}
