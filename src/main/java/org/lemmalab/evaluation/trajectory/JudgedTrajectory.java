package org.lemmalab.evaluation.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lemmalab.evaluation.trajectory.JudgedLine.Kind;
import org.lemmalab.io.LabException;

/**
 * A student's solution, line by line.
 *
 * @param problem the problem's id
 * @param lines the lines in order; an empty text has none
 * @param isRight whether the final answer is right
 */
public record JudgedTrajectory(String problem, List<JudgedLine> lines, boolean isRight) {
    /** Copies the lines. */
    public JudgedTrajectory {
        lines = List.copyOf(lines);
        if (problem == null || problem.isBlank()) {
            throw new LabException("judged trajectory: expected a problem's id, found none");
        }
    }

    /**
     * One stop to look back; reflections on lines that follow each other are one.
     *
     * @param before the step or answer directly before; empty where the text begins with the reflection
     * @param next the line directly after; empty where the text ends with the reflection
     * @param isSound whether no error before it stands: every wrong line was directly taken back
     * @param tokens of the reflection and of the line before it
     */
    public record Stop(Optional<JudgedLine> before, Optional<JudgedLine> next, boolean isSound, int tokens) {
        /**
         * @return whether it stands directly after a wrong line; empty where that line is not decided
         */
        public Optional<Boolean> isPlaced() {
            return before.isEmpty() ? Optional.of(false) : before.get().right().map(right -> !right);
        }

        /**
         * @return whether the line after it is right; a text that ends there has not put anything right
         */
        public Optional<Boolean> isFollowedByRight() {
            return next.isEmpty() ? Optional.of(false) : next.get().right();
        }

        /**
         * @return whether it takes back a right line of a solution in which no error stands
         */
        public boolean isFalseAlarm() {
            return isSound && before.filter(JudgedLine::isRight).isPresent();
        }
    }

    /**
     * @return the reflections, in order
     */
    public List<Stop> stops() {
        List<Stop> stops = new ArrayList<>();
        boolean sound = true;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).kind() != Kind.REFLECTION) {
                sound &= !lines.get(i).isWrong() || isReflection(i + 1);
            } else if (i == 0 || !isReflection(i - 1)) {
                stops.add(stop(i, sound));
            }
        }
        return stops;
    }

    private Stop stop(int from, boolean sound) {
        int to = from;
        while (isReflection(to)) {
            to++;
        }
        Optional<JudgedLine> before = from == 0 ? Optional.empty() : Optional.of(lines.get(from - 1));
        Optional<JudgedLine> next = to == lines.size() ? Optional.empty() : Optional.of(lines.get(to));
        int tokens = lines.subList(Math.max(0, from - 1), to).stream()
                .mapToInt(JudgedLine::tokens)
                .sum();
        return new Stop(before, next, sound, tokens);
    }

    /**
     * @return the steps, in order
     */
    public Stream<JudgedLine> steps() {
        return lines.stream().filter(line -> line.kind() == Kind.STEP);
    }

    /**
     * @return the first wrong step's place among the lines, from 0; empty where none is known to be wrong
     */
    public OptionalInt firstWrongStep() {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).kind() == Kind.STEP && lines.get(i).isWrong())
                .findFirst();
    }

    /**
     * @return whether there is one wrong line, one reflection directly after it, and a right answer in the end
     */
    public boolean isMendedAtOnce() {
        List<Integer> wrong = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).isWrong())
                .boxed()
                .toList();
        return isRight && stops().size() == 1 && wrong.size() == 1 && isReflection(wrong.get(0) + 1);
    }

    /**
     * @param place of a line, from 0; may lie beyond the end
     * @return whether a reflection stands there
     */
    public boolean isReflection(int place) {
        return place < lines.size() && lines.get(place).kind() == Kind.REFLECTION;
    }

    /**
     * @param place of a line, from 0
     * @return whether a reflection stands anywhere after it
     */
    public boolean reflectsAfter(int place) {
        return IntStream.range(place + 1, lines.size()).anyMatch(this::isReflection);
    }

    /**
     * @return tokens of all lines
     */
    public int tokens() {
        return lines.stream().mapToInt(JudgedLine::tokens).sum();
    }
}
