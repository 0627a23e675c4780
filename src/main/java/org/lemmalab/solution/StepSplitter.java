package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits the text of a solution into steps, as people count them. Where blank lines part it, one step a paragraph; where none do, or
 * GSM8K's annotations show its form, one step a line; where everything stands on one line, one step a sentence. Displayed formulas, environments of LaTeX and code blocks are
 * not torn apart. A title belongs to the step that it names, a display in a paragraph of its own to the one before; rules across the
 * page, heads of tables and thoughts belong to none. The answer is what {@link AnswerExtractor} finds; a line that only marks it
 * ({@code #### 72}, {@code A: 72}, {@code Final answer: 72}, {@code The answer is: 72}) is no step, but as a paragraph of its own words
 * such as "The final answer is: 72." are one.
 *
 * <p>Paragraphs as steps are ProcessBench's (Zheng et al. 2024, arXiv 2412.06559, Sec. 3.2). Time is linear in the text's length.
 */
public final class StepSplitter {
    /** GSM8K's calculator annotations: such texts have a step a line, whatever blank lines stand between. */
    private static final String ANNOTATION = "<<";

    private StepSplitter() {}

    /**
     * @param text a solution as a model wrote it; may be empty
     * @return its steps and answer
     */
    public static Solution split(String text) {
        return new Solution(
                locate(text).stream().map(LocatedStep::step).toList(),
                AnswerExtractor.standard().extract(text).answer());
    }

    /**
     * @param text a solution as a model wrote it; may be empty
     * @return its steps with their places in this text
     */
    public static List<LocatedStep> locate(String text) {
        ThoughtReader.Reading read = ThoughtReader.read(text);
        String solution = read.text().solution();
        List<StepLine> lines = content(StepLine.in(solution), solution);
        List<StepLine> units = paragraphs(lines, solution);
        boolean parted =
                units.stream().filter(unit -> !unit.marksAnswer(solution)).count() > 1;
        if (!parted || solution.contains(ANNOTATION)) {
            units = titled(
                    lines.stream().filter(line -> !line.marksAnswer(solution)).toList(), solution);
        }
        if (units.size() == 1) {
            units = sentences(units.get(0), solution);
        }
        return numbered(units, solution, read.kept());
    }

    /**
     * @param texts the texts of the steps, none blank
     * @return the steps, numbered from 1
     */
    public static List<Step> numbered(List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new Step(i + 1, texts.get(i)))
                .toList();
    }

    private static List<LocatedStep> numbered(List<StepLine> units, String solution, KeptText kept) {
        List<LocatedStep> steps = new ArrayList<>();
        for (StepLine unit : units) {
            steps.add(new LocatedStep(
                    new Step(steps.size() + 1, unit.text(solution)),
                    kept.startInRaw(unit.start()),
                    kept.inRaw(unit.end())));
        }
        return List.copyOf(steps);
    }

    /** Without rules, and the head of a table with the rule below it. */
    private static List<StepLine> content(List<StepLine> lines, String solution) {
        List<StepLine> content = new ArrayList<>();
        boolean opens = false;
        for (StepLine line : lines) {
            boolean rule = line.isRule(solution);
            if (rule && !content.isEmpty() && isHead(content.get(content.size() - 1), line, solution)) {
                opens |= content.remove(content.size() - 1).opensParagraph();
            }
            opens |= line.opensParagraph();
            if (!rule) {
                content.add(new StepLine(line.start(), line.end(), opens));
                opens = false;
            }
        }
        return content;
    }

    private static boolean isHead(StepLine line, StepLine rule, String solution) {
        return solution.charAt(rule.start()) == '|' && line.isTableRow(solution);
    }

    /** The paragraphs, but for lines that mark the answer as a data set does. */
    private static List<StepLine> paragraphs(List<StepLine> lines, String solution) {
        List<StepLine> paragraphs = new ArrayList<>();
        for (StepLine line : lines) {
            if (line.marksAnswerFormally(solution)) {
                continue;
            }
            boolean goesOn = !paragraphs.isEmpty() && (!line.opensParagraph() || line.isDisplay(solution));
            add(goesOn, line, paragraphs);
        }
        return titled(paragraphs, solution);
    }

    /** Each title together with what it names. */
    private static List<StepLine> titled(List<StepLine> units, String solution) {
        List<StepLine> titled = new ArrayList<>();
        boolean title = false;
        for (StepLine unit : units) {
            boolean isTitle = unit.isTitle(solution);
            add(title, unit, titled);
            title = isTitle;
        }
        return titled;
    }

    private static void add(boolean joined, StepLine unit, List<StepLine> units) {
        if (joined) {
            StepLine before = units.remove(units.size() - 1);
            units.add(new StepLine(before.start(), unit.end(), before.opensParagraph()));
        } else {
            units.add(unit);
        }
    }

    private static List<StepLine> sentences(StepLine unit, String solution) {
        if (unit.text(solution).indexOf('\n') >= 0) {
            return List.of(unit);
        }
        List<StepLine> sentences = new ArrayList<>();
        int from = unit.start();
        for (String sentence : Sentences.split(unit.text(solution))) {
            int start = solution.indexOf(sentence, from);
            from = start + sentence.length();
            sentences.add(new StepLine(start, from, sentences.isEmpty()));
        }
        return sentences;
    }
}
