package org.lemmalab.corpus.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.io.Seeds;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.NumbersInText;
import org.lemmalab.problem.program.NumbersInText.Located;
import org.lemmalab.problem.program.QuestionValues;
import org.lemmalab.problem.program.SoundProgram;

/**
 * A problem turned round: one number is hidden as x, the answer is given, and x is asked for (paper App. A.2: Self-Verification and
 * FOBAR). Where the gold program can be worked through backwards, the new problem has that as its gold solution; elsewhere its gold
 * solution is empty, and only its answer is known.
 */
public final class BackwardProblem {
    private static final Pattern VARIABLE = Pattern.compile("(?<![A-Za-z])[xX](?![A-Za-z])");

    private BackwardProblem() {}

    /**
     * FOBAR: the question with x in it, the answer, then the new question.
     *
     * @param problem question and gold solution
     * @param seed decides which number is hidden
     * @return the backward problem, or why there is none
     */
    public static Result<Problem> appended(Problem problem, long seed) {
        return hidden(problem, seed)
                .then(hidden -> Result.success(new Problem(
                        problem.id() + "/fobar/" + hidden.place().start(),
                        masked(problem.question(), hidden.place())
                                + " Given that the answer to this question is " + problem.goldAnswer()
                                + ", what number is x?",
                        hidden.solution(),
                        hidden.written())));
    }

    /**
     * Self-Verification: a statement of the problem with its answer, x in it, and then the new question.
     *
     * @param problem question and gold solution
     * @param statement the problem as a statement, its answer in it
     * @param seed decides which number is hidden
     * @return the backward problem, or why there is none
     */
    public static Result<Problem> stated(Problem problem, String statement, long seed) {
        return hidden(problem, seed).then(hidden -> {
            List<Located> places = NumbersInText.locate(statement).stream()
                    .filter(place -> place.value().equals(hidden.place().value()))
                    .toList();
            return places.size() == 1
                    ? Result.success(new Problem(
                            problem.id() + "/self-verification/"
                                    + hidden.place().start(),
                            masked(statement, places.get(0)) + " What number is x?",
                            hidden.solution(),
                            hidden.written()))
                    : Result.failure("the statement does not have the hidden number exactly once");
        });
    }

    /**
     * @param place where the number stands in the question
     * @param written the number as an answer
     * @param solution the way back to it; empty where no program knows one
     */
    private record Hidden(Located place, String written, String solution) {}

    private static Result<Hidden> hidden(Problem problem, long seed) {
        if (VARIABLE.matcher(problem.question()).find()) {
            return Result.failure("the question has an x already");
        }
        List<Located> open = NumbersInText.locate(problem.question()).stream()
                .filter(place -> canBeHidden(problem.question(), place))
                .toList();
        if (open.isEmpty()) {
            return Result.failure("no number of the question can be hidden");
        }
        Optional<SoundProgram> program = SoundProgram.of(problem).asOptional();
        List<Hidden> solved = new ArrayList<>();
        for (Located place : open) {
            program.flatMap(found -> Inversion.of(found, place.value()))
                    .ifPresent(way -> solved.add(new Hidden(place, written(place.value()), String.join("\n", way))));
        }
        SplittableRandom random = Seeds.random(seed, "hide");
        if (!solved.isEmpty()) {
            return Result.success(Seeds.pick(solved, random));
        }
        Located place = Seeds.pick(open, random);
        return Result.success(new Hidden(place, written(place.value()), ""));
    }

    private static boolean canBeHidden(String question, Located place) {
        String rest = masked(question, place);
        boolean fraction = question.startsWith("/", place.end()) || question.startsWith("/", place.start() - 1);
        return !place.isPercent() && !fraction && !QuestionValues.of(rest).states(place.value());
    }

    private static String masked(String text, Located place) {
        return text.substring(0, place.start()) + "x" + text.substring(place.end());
    }

    private static String written(BigFraction value) {
        return Numbers.text(value).replace(",", "");
    }
}
