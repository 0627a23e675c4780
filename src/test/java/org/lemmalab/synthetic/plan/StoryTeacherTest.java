package org.lemmalab.synthetic.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.InjectionCheck;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.reflection.ReflectionFinder;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;
import org.lemmalab.synthetic.wordproblem.ErrorCorrection;
import org.lemmalab.synthetic.wordproblem.PlanProgress;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;

/** Stories whose programs are known: what is judged, and that corrections are in the stories' own manner. */
class StoryTeacherTest {
    private static final Map<String, WordProblem> MADE = WordProblemSet.STORIES.generate(120, Split.TRAIN, 9).stream()
            .collect(Collectors.toMap(made -> made.problem().id(), Function.identity()));
    private static final StoryTeacher TEACHER = StoryTeacher.of(MADE);

    @Test
    void everyRightOrderIsRight() {
        Random random = new Random(2);
        MADE.values().forEach(made -> {
            String text =
                    made.solution(random) + "\nThe answer is: " + made.plan().answer();
            assertInstanceOf(Analysis.Correct.class, TEACHER.analyse(made.problem(), StepSplitter.split(text)), text);
        });
    }

    @Test
    void anErrorIsFoundWhereItWasPut() {
        for (ErrorCorrection spoilt : ErrorCorrection.generate(60, Split.TRAIN, 5)) {
            WordProblem made = spoilt.problem();
            StoryTeacher teacher = new StoryTeacher(id -> Optional.of(made), PlanTeacher.standard());
            Solution attempt = StepSplitter.split(spoilt.attempt() + "\nThe answer is: " + spoilt.wrongAnswer());
            Analysis.Wrong found =
                    assertInstanceOf(Analysis.Wrong.class, teacher.analyse(made.problem(), attempt), spoilt.toString());
            assertEquals(spoilt.firstWrongStep(), found.firstWrongStep(), spoilt.toString());
        }
    }

    @Test
    void correctionsAreSolutionsAsTheStoryTellsThem() {
        int corrected = 0;
        for (WordProblem made : MADE.values()) {
            for (ErroneousAttempt error : errors(made.problem())) {
                Optional<Correction> fix = TEACHER.fix(made.problem(), error, 1).asOptional();
                Optional<Correction> restart =
                        TEACHER.restart(made.problem(), error, 1).asOptional();
                assertTrue(fix.isEmpty() || restart.isPresent(), error.toString());
                fix.ifPresent(found -> requireWhole(made, error.goodSteps().size(), error, found));
                restart.ifPresent(found -> requireWhole(made, 0, error, found));
                corrected += fix.isPresent() ? 1 : 0;
            }
        }
        assertTrue(corrected > 200, Integer.toString(corrected));
    }

    private static void requireWhole(WordProblem made, int good, ErroneousAttempt error, Correction correction) {
        List<String> lines = new ArrayList<>();
        error.goodSteps().subList(0, good).forEach(step -> lines.add(step.text()));
        lines.addAll(correction.steps());
        PlanProgress now = PlanProgress.start(made.plan());
        for (String line : lines) {
            now = now.after(line).orElseThrow(() -> new AssertionError(lines.toString()));
        }
        assertEquals(made.plan().steps().size(), now.done().size());
    }

    private static List<ErroneousAttempt> errors(Problem problem) {
        List<ErroneousAttempt> errors = new ArrayList<>();
        for (ErrorType type : TEACHER.injectable(problem)) {
            TEACHER.inject(problem, type, 3)
                    .asOptional()
                    .filter(made ->
                            InjectionCheck.with(TEACHER).fault(problem, made).isEmpty())
                    .ifPresent(made -> errors.add(new ErroneousAttempt(
                                    made.solution().steps(),
                                    made.firstWrongStep(),
                                    made.type(),
                                    ErrorSource.TEACHER,
                                    made.explanation(),
                                    made.solution().answer().orElse(""))
                            .truncated()));
        }
        return errors;
    }

    @Test
    void aRightStepIsNotCorrected() {
        WordProblem made = MADE.values().iterator().next();
        Solution gold = StepSplitter.split(made.problem().goldSolution());
        ErroneousAttempt none =
                new ErroneousAttempt(gold.steps(), 1, ErrorType.CALCULATION, ErrorSource.STUDENT, "none", "0");
        Result<Correction> refused = TEACHER.fix(made.problem(), none, 1);
        assertTrue(refused.failure().orElseThrow().contains("another"), refused.toString());
    }

    /** The link names the error in a clause, and a fix begins with the step that it speaks of. */
    @Test
    void linksSayWhatShowsTheError() {
        Pattern right = Pattern.compile("(?:Wait|Hold on|Hmm), that should be (\\S+)\\.");
        Pattern slip = Pattern.compile("(?:Wait|Hold on|Hmm), (\\S+) is not (\\d+)\\.");
        int slips = 0;
        int others = 0;
        for (WordProblem made : MADE.values()) {
            for (ErroneousAttempt error : errors(made.problem())) {
                Optional<Correction> fix = TEACHER.fix(made.problem(), error, 1).asOptional();
                if (fix.isEmpty()) {
                    continue;
                }
                String link = TEACHER.link(made.problem(), error, fix.get(), 1)
                        .asOptional()
                        .orElseThrow();
                assertEquals(1, ReflectionFinder.count(link), link);
                String wrong = error.wrongStep().text();
                Matcher calculation = slip.matcher(link);
                Matcher other = right.matcher(link);
                if (calculation.matches()) {
                    slips++;
                    assertTrue(wrong.contains(calculation.group(1) + "=" + calculation.group(2)), wrong + " " + link);
                } else if (other.matches()) {
                    others++;
                    assertTrue(fix.get().steps().get(0).contains(other.group(1) + "="), fix.get() + " " + link);
                    assertFalse(wrong.contains(other.group(1) + "="), wrong + " " + link);
                }
                Correction restart =
                        TEACHER.restart(made.problem(), error, 1).asOptional().orElseThrow();
                String turned = TEACHER.link(made.problem(), error, restart, 1)
                        .asOptional()
                        .orElseThrow();
                assertTrue(turned.endsWith(" Let me start over."), turned);
            }
        }
        assertTrue(slips > 40 && others > 100, slips + " and " + others);
    }

    @Test
    void aStepTakenTooEarlyIsHeldBack() {
        WordProblem made = MADE.values().stream()
                .filter(each -> each.plan().steps().get(each.plan().steps().size() - 1).needs().stream()
                        .anyMatch(need -> need > 0))
                .findFirst()
                .orElseThrow();
        List<String> gold = made.problem().goldSolution().lines().toList();
        String last = gold.get(gold.size() - 1).replaceFirst("\\d+\\S*=\\d+", "9-7=2");
        ErroneousAttempt early = new ErroneousAttempt(
                StepSplitter.split(last).steps(), 1, ErrorType.MISSING_STEP, ErrorSource.STUDENT, "early", "2");
        Correction fix = TEACHER.fix(made.problem(), early, 1).asOptional().orElseThrow();
        String link = TEACHER.link(made.problem(), early, fix, 1).asOptional().orElseThrow();
        assertTrue(link.endsWith("something must be worked out before that."), link);
    }

    @Test
    void aStepThatLeadsNowhereIsHeldBack() {
        for (WordProblem made : MADE.values()) {
            String line = "Elsewhere that is 97*1=97 things.";
            ErroneousAttempt idle = misread(line, "97");
            Correction fix = TEACHER.fix(made.problem(), idle, 1).asOptional().orElseThrow();
            String link =
                    TEACHER.link(made.problem(), idle, fix, 1).asOptional().orElseThrow();
            assertTrue(link.endsWith("that is not what the question says."), link);
            requireWhole(made, 0, idle, fix);
        }
    }

    /** An attempt whose only line misreads the question. */
    private static ErroneousAttempt misread(String line, String answer) {
        return new ErroneousAttempt(
                StepSplitter.split(line).steps(),
                1,
                ErrorType.QUESTION_MISINTERPRETATION,
                ErrorSource.STUDENT,
                "misread",
                answer);
    }

    /** A number that the story states of somebody else alone. */
    @Test
    void aStepWithANumberOfSomebodyElseIsSaidToBeTheirs() {
        Pattern link = Pattern.compile("(?:Wait|Hold on|Hmm), that is (\\w+)'s\\.");
        int theirs = 0;
        for (WordProblem made : MADE.values()) {
            String question = made.problem().question();
            for (String sentence : question.split("(?<=[.?]) ")) {
                Matcher number = Pattern.compile("\\b\\d+\\b").matcher(sentence);
                if (!number.find()) {
                    continue;
                }
                String line = "That makes " + number.group() + "+90=" + (90 + Integer.parseInt(number.group())) + ".";
                ErroneousAttempt error = misread(line, "0");
                Correction fix =
                        TEACHER.fix(made.problem(), error, 1).asOptional().orElseThrow();
                Matcher said = link.matcher(
                        TEACHER.link(made.problem(), error, fix, 1).asOptional().orElseThrow());
                if (said.matches()) {
                    theirs++;
                    assertTrue(sentence.contains(said.group(1)), sentence + " " + said.group());
                    assertFalse(made.problem().goldSolution().contains(said.group(1)), made + said.group());
                }
            }
        }
        assertTrue(theirs > MADE.size() / 2, Integer.toString(theirs));
    }
}
