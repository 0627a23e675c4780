package org.lemmalab.mistake;

import java.util.List;
import java.util.regex.Pattern;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.solution.Step;

/** Trivial guesses at the first wrong step of an attempt that has one, to stand beside an analyst's. */
public enum StepGuess {
    /** The first step whose text differs from the line of the gold solution in its place. */
    DIFFERENT_LINE("first different line") {
        @Override
        public int guess(StepLabel label) {
            List<String> gold = label.subject()
                    .problem()
                    .goldSolution()
                    .lines()
                    .map(StepGuess::bare)
                    .toList();
            List<Step> steps = label.subject().attempt().solution().steps();
            int same = 0;
            while (same < steps.size()
                    && same < gold.size()
                    && bare(steps.get(same).text()).equals(gold.get(same))) {
                same++;
            }
            return Math.min(same + 1, Math.max(1, steps.size()));
        }
    },
    /** Always step 1. */
    FIRST("always step 1") {
        @Override
        public int guess(StepLabel label) {
            return 1;
        }
    },
    /** Always the last step. */
    LAST("always the last") {
        @Override
        public int guess(StepLabel label) {
            return label.subject().attempt().solution().steps().size();
        }
    };

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final String title;

    StepGuess(String title) {
        this.title = title;
    }

    /**
     * @return a short name for tables
     */
    public String title() {
        return title;
    }

    /**
     * @param label a labelled solution
     * @return the step that is guessed, from 1
     */
    public abstract int guess(StepLabel label);

    /**
     * @param labels labelled solutions
     * @return the share of the labelled wrong steps that the guess hits; 0 where there are none
     */
    public double share(List<StepLabel> labels) {
        return labels.stream()
                .filter(label -> label.firstWrongStep().isPresent())
                .mapToInt(label -> guess(label) == label.firstWrongStep().getAsInt() ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** A line without annotations and double spaces. */
    private static String bare(String line) {
        return SPACE.matcher(EquationReader.withoutAnnotations(line))
                .replaceAll(" ")
                .strip();
    }
}
