package org.lemmalab.corpus.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lemmalab.io.Fields;
import org.lemmalab.pipeline.Result;
import org.lemmalab.reflection.ReflectionFinder;
import org.lemmalab.reflection.Revision;
import org.lemmalab.solution.AnswerExtractor;

/**
 * A row of the public LEMMA data set's form, split back into its parts: what stands before the first sentence that turns round, that
 * turn to the end of its paragraph, what follows, and the final answer.
 *
 * @param instruction the question
 * @param subTrajectory the lines up to and including the first wrong step
 * @param reflection the turn
 * @param correction the lines after it, without the answer line
 * @param answer the final answer
 */
public record RevisionRow(
        String instruction, List<String> subTrajectory, String reflection, List<String> correction, String answer) {
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?])\\s+(?=[\"“(]?[A-Z])");
    private static final Pattern ANSWER_LINE = Pattern.compile("(?i)^(?:the )?(?:final )?answer(?: is)?\\s*:\\s*(.+)$");

    /** Copies the lists. */
    public RevisionRow {
        subTrajectory = List.copyOf(subTrajectory);
        correction = List.copyOf(correction);
    }

    /**
     * @param line instruction, optional input, output
     * @return the parts, or why the row cannot be split
     * @throws org.lemmalab.io.LabException if a field is missing
     */
    public static Result<RevisionRow> of(JsonNode line) {
        String input = Fields.optionalText(line, "input")
                .filter(text -> !text.isBlank())
                .orElse("");
        String instruction = Fields.text(line, "instruction") + (input.isEmpty() ? "" : "\n" + input);
        return of(instruction, Fields.text(line, "output"));
    }

    /**
     * @param instruction the question
     * @param output the whole answer
     * @return the parts, or why there are none
     */
    public static Result<RevisionRow> of(String instruction, String output) {
        List<String> lines = new ArrayList<>(output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList());
        Optional<String> answer = answer(lines, output);
        if (answer.isEmpty()) {
            return Result.failure("no final answer is marked");
        }
        List<String> units = apart(lines);
        List<Integer> turns = IntStream.range(0, units.size())
                .filter(i -> ReflectionFinder.begins(units.get(i)))
                .boxed()
                .toList();
        if (turns.isEmpty()) {
            return Result.failure("no sentence turns round; the connection is abrupt, or there is no error");
        }
        if (turns.size() > 1) {
            return Result.failure("more than one line turns round");
        }
        int turn = turns.get(0);
        if (turn == 0) {
            return Result.failure("nothing stands before the turn");
        }
        if (turn == units.size() - 1) {
            return Result.failure("nothing stands behind the turn");
        }
        return Result.success(new RevisionRow(
                instruction,
                units.subList(0, turn),
                units.get(turn),
                units.subList(turn + 1, units.size()),
                answer.get()));
    }

    /** The answer of a last answer line, which is taken off; else an answer that is marked within the text. */
    private static Optional<String> answer(List<String> lines, String output) {
        Matcher matcher = ANSWER_LINE.matcher(lines.isEmpty() ? "" : lines.get(lines.size() - 1));
        if (matcher.matches()) {
            lines.remove(lines.size() - 1);
            return Optional.of(matcher.group(1).strip());
        }
        return AnswerExtractor.strict().extract(output).answer();
    }

    /** Lines; where the turn stands within a line, the line is parted before it. */
    private static List<String> apart(List<String> lines) {
        List<String> units = new ArrayList<>();
        for (String line : lines) {
            String[] sentences = SENTENCE.split(line);
            int turn = 0;
            while (turn < sentences.length && !ReflectionFinder.begins(sentences[turn])) {
                turn++;
            }
            if (turn == 0 || turn == sentences.length) {
                units.add(line);
            } else {
                int at = start(line, turn);
                units.add(line.substring(0, at).strip());
                units.add(line.substring(at));
            }
        }
        return units;
    }

    private static int start(String line, int sentence) {
        Matcher matcher = SENTENCE.matcher(line);
        int at = 0;
        for (int i = 0; i < sentence && matcher.find(); i++) {
            at = matcher.end();
        }
        return at;
    }

    /**
     * @return the whole answer again, one part a line
     */
    public String output() {
        List<String> lines = new ArrayList<>(subTrajectory);
        lines.add(reflection);
        lines.addAll(correction);
        lines.add(Revision.answerLine(answer));
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
