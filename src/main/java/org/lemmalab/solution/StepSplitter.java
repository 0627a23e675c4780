package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits the text of a solution into steps: one step a line; where everything stands on one line, one step a sentence. Displayed
 * formulas and environments of LaTeX are not torn apart. Thoughts are no steps. The answer is what {@link AnswerExtractor} finds; a
 * line that only marks it ({@code #### 72}, {@code A: 72}, {@code Final answer: 72}, {@code The answer is: 72}) is no step.
 */
public final class StepSplitter {
    private static final Pattern ANSWER_LINE =
            Pattern.compile("^\\s*(?:(#{4})|(?:A|Answer|Final [Aa]nswer|The (?:final )?answer is)\\s*:).*$");

    private StepSplitter() {}

    /**
     * @param text a solution as a model wrote it; may be empty
     * @return its steps and answer
     */
    public static Solution split(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : logicalLines(ModelText.of(text).solution())) {
            if (!marksAnswer(line)) {
                lines.add(line.strip());
            }
        }
        List<String> parts = lines.size() == 1 ? Sentences.split(lines.get(0)) : lines;
        return new Solution(
                numbered(parts), AnswerExtractor.standard().extract(text).answer());
    }

    private static boolean marksAnswer(String line) {
        Matcher matcher = ANSWER_LINE.matcher(line);
        return matcher.matches()
                && (matcher.group(1) == null || Heading.isContent(line, matcher.end(1), line.length()));
    }

    /**
     * @param texts the texts of the steps, none blank
     * @return the steps, numbered from 1
     */
    public static List<Step> numbered(List<String> texts) {
        List<Step> steps = new ArrayList<>();
        for (String text : texts) {
            steps.add(new Step(steps.size() + 1, text));
        }
        return List.copyOf(steps);
    }

    /** Lines that are not blank; lines within an open display or environment of LaTeX stay together. */
    private static List<String> logicalLines(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (String line : text.lines().toList()) {
            open.append(open.length() == 0 ? "" : "\n").append(line);
            if (balance(open) <= 0) {
                flush(open, lines);
            }
        }
        if (balance(open) > 0) {
            open.toString().lines().filter(line -> !line.isBlank()).forEach(lines::add);
        } else {
            flush(open, lines);
        }
        return lines;
    }

    private static void flush(StringBuilder open, List<String> lines) {
        if (!open.toString().isBlank()) {
            lines.add(open.toString());
        }
        open.setLength(0);
    }

    private static int balance(CharSequence text) {
        String written = text.toString();
        return written.indexOf('\\') < 0 && !written.contains("$$")
                ? 0
                : count(written, "\\[")
                        - count(written, "\\]")
                        + count(written, "\\begin{")
                        - count(written, "\\end{")
                        + count(written, "$$") % 2;
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
            count++;
        }
        return count;
    }
}
