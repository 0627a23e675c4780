package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Steps of a text that has one on each line: a line is a step, but for those that go on from the line before. A displayed formula
 * belongs to the words before it, and so does a line after it that goes on in the middle of its sentence. The items of a list belong
 * to the line that announces them, unless the solution is little else than that list. So people cut ProcessBench's solutions.
 */
final class LineSteps {
    /** With fewer steps than these left, the items of a list are the steps. */
    private static final int FEWEST_BESIDE_LISTS = 4;

    private static final Pattern BULLET = Pattern.compile("[-*+•]\\s.*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\(?\\d{1,2}[.)]\\s.*", Pattern.DOTALL);
    private static final Pattern GOES_ON = Pattern.compile("(?:[a-z]{2,}|[=&]|\\\\\\\\).*", Pattern.DOTALL);

    private final String text;
    private final boolean joinsLists;

    private LineSteps(String text, boolean joinsLists) {
        this.text = text;
        this.joinsLists = joinsLists;
    }

    /** The lines, those that go on joined to the one before. */
    static List<StepLine> of(List<StepLine> lines, String text) {
        List<StepLine> joined = new LineSteps(text, true).units(lines);
        return joined.size() < FEWEST_BESIDE_LISTS ? new LineSteps(text, false).units(lines) : joined;
    }

    private List<StepLine> units(List<StepLine> lines) {
        List<StepLine> units = new ArrayList<>();
        boolean inList = false;
        boolean worded = false;
        for (int i = 0; i < lines.size(); i++) {
            StepLine line = lines.get(i);
            boolean item = i > 0 && joinsLists && isItem(lines.get(i - 1), line, inList);
            boolean goesOn = worded && goesOn(lines.get(i - 1), line);
            StepLine.add(item || goesOn, line, units);
            worded = item || goesOn || !line.opensWithDisplay(text);
            inList = item || goesOn && inList;
        }
        return units;
    }

    /** Behind a step of words. */
    private boolean goesOn(StepLine before, StepLine line) {
        return line.opensWithDisplay(text) || before.isDisplay(text) && matches(GOES_ON, line);
    }

    /** Whether it is an item of a list that the line before announces or is an item of. */
    private boolean isItem(StepLine before, StepLine line, boolean inList) {
        boolean opens = ends(before, ":");
        return matches(BULLET, line) && (opens || inList)
                || matches(NUMBER, line) && (opens && endsWithin(line) || inList && endsWithin(before));
    }

    /** A numbered sentence is a step; numbered parts of one sentence are none. */
    private boolean endsWithin(StepLine line) {
        return ends(line, ",") || ends(line, ";") || ends(line, "and");
    }

    private boolean ends(StepLine line, String end) {
        return text.startsWith(end, line.end() - end.length());
    }

    private boolean matches(Pattern pattern, StepLine line) {
        return pattern.matcher(text).region(line.start(), line.end()).matches();
    }
}
