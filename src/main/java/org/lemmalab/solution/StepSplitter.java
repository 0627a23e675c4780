package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits the text of a solution into steps, as people count them. Where blank lines part it, one step a paragraph; where none do, or
 * GSM8K's annotations show its form, one step a line, but for lines that go on from the one before ({@link LineSteps}); where
 * everything stands on one line, one step a sentence. Displayed formulas, environments of LaTeX and code blocks are not torn apart. A
 * title belongs to the step that it names, a display in a paragraph of its own to the one before; rules across the page, heads of
 * tables and thoughts belong to none. The answer is what {@link AnswerExtractor} finds; a line that only marks it ({@code #### 72},
 * {@code A: 72}, {@code Final answer: 72}, {@code The answer is: 72}) is no step, but as a paragraph of its own a sentence such as "The
 * final answer is: 72." is one.
 *
 * <p>Paragraphs as steps are ProcessBench's (Zheng et al. 2024, arXiv 2412.06559, Sec. 3.2). Time is linear in the text's length.
 */
public final class StepSplitter {
    /** GSM8K's calculator annotations: such texts have a step a line, whatever blank lines stand between. */
    private static final String ANNOTATION = "<<";

    /** So many lines before a paragraph that only gives the answer are the solution, one step on each. */
    private static final int LINES_OF_A_SOLUTION = 3;

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
        if (solution.contains(ANNOTATION) || isOneParagraph(units, solution)) {
            units = titled(withoutAnswers(LineSteps.of(lines, solution), solution), solution);
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

    /** The paragraphs, but for those and the lines that mark the answer and say nothing. */
    private static List<StepLine> paragraphs(List<StepLine> lines, String solution) {
        List<StepLine> paragraphs = new ArrayList<>();
        for (StepLine line : lines) {
            if (line.marksAnswerFormally(solution)) {
                continue;
            }
            boolean goesOn = !paragraphs.isEmpty() && (!line.opensParagraph() || line.isDisplay(solution));
            StepLine.add(goesOn, line, paragraphs);
        }
        paragraphs.removeIf(paragraph -> paragraph.labelsAnswer(solution));
        return titled(paragraphs, solution);
    }

    /** Whether blank lines part nothing but the answer from the rest. */
    private static boolean isOneParagraph(List<StepLine> units, String solution) {
        List<StepLine> paragraphs = withoutAnswers(units, solution);
        return paragraphs.size() < 2
                || paragraphs.size() == 2
                        && paragraphs.get(1).closes(solution)
                        && paragraphs.get(0).text(solution).lines().count() >= LINES_OF_A_SOLUTION;
    }

    private static List<StepLine> withoutAnswers(List<StepLine> units, String solution) {
        return units.stream().filter(unit -> !unit.marksAnswer(solution)).toList();
    }

    /** Each title together with what it names; one at the end, which names nothing, is left out. */
    private static List<StepLine> titled(List<StepLine> units, String solution) {
        List<StepLine> titled = new ArrayList<>();
        boolean title = false;
        boolean numbered = false;
        for (StepLine unit : units) {
            boolean opens = unit.isNumbered(solution);
            StepLine.add(title && !(numbered && opens), unit, titled);
            title = unit.isTitle(solution);
            numbered = opens;
        }
        if (title && !numbered && titled.size() > 1) {
            titled.remove(titled.size() - 1);
        }
        return titled;
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
