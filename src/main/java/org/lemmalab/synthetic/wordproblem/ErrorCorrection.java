package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.lemmalab.io.LabException;

/**
 * A problem with a wrong attempt that is to be corrected, as in MathChat's error correction. The attempt has one error, in one step; the
 * steps after it go on from its result, and the answer is wrong.
 *
 * @param problem the problem; its gold solution is the correction
 * @param attempt the wrong attempt, one step a line
 * @param firstWrongStep the line with the error, from 1
 * @param wrongAnswer what the attempt comes to
 */
public record ErrorCorrection(WordProblem problem, String attempt, int firstWrongStep, long wrongAnswer) {
    private static final int TRIES = 50;

    /** Checks that the step is one of the attempt's and that the answer is wrong. */
    public ErrorCorrection {
        if (firstWrongStep < 1 || firstWrongStep > attempt.lines().count()) {
            throw new LabException("error correction: expected a step of the attempt, found " + firstWrongStep);
        }
        if (wrongAnswer == problem.plan().answer()) {
            throw new LabException("error correction: expected a wrong answer, found the right one, " + wrongAnswer);
        }
    }

    /**
     * @param count how many
     * @param split the part of all possible problems that they are from
     * @param seed the seed
     * @return as many, half of them stories and half relations, named {@code error-correction/SPLIT/SEED/NUMBER}
     */
    public static List<ErrorCorrection> generate(int count, Split split, long seed) {
        // Other problems than those of the two sets with the same seed.
        long own = seed ^ 0x5EEDL << 32;
        List<WordProblem> problems = Stream.concat(
                        WordProblemSet.STORIES.generate(count, split, own).stream(),
                        WordProblemSet.RELATIONS.generate(count, split, own).stream())
                .toList();
        Random random = new Random(own);
        List<ErrorCorrection> made = new ArrayList<>();
        for (int i = 0; made.size() < count && i < problems.size(); i++) {
            String id = "error-correction/" + split.title() + "/" + seed + "/" + (made.size() + 1);
            WordProblem problem = problems.get(i / 2 + i % 2 * count).named(id);
            spoilt(problem, random).ifPresent(made::add);
        }
        if (made.size() < count) {
            throw new LabException(
                    "error correction: expected " + count + " problems that can be spoilt, found " + made.size());
        }
        return made;
    }

    private static Optional<ErrorCorrection> spoilt(WordProblem problem, Random random) {
        String gold = problem.problem().goldSolution();
        for (int i = 0; i < TRIES; i++) {
            int place = random.nextInt(problem.plan().steps().size());
            Corruption spoiling = Corruption.values()[random.nextInt(Corruption.values().length)];
            Optional<ErrorCorrection> found = spoiling.run(problem.plan(), place, random)
                    .filter(run -> run.answer() != problem.plan().answer())
                    .map(run -> new ErrorCorrection(
                            problem, run.text(gold), Corruption.Run.line(gold, place), run.answer()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
