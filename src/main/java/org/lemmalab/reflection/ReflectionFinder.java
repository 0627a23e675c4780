package org.lemmalab.reflection;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds reflections in text that a model wrote: sentences that begin as people do when they stop and look again ("Wait, …", "Let me
 * check …", "Hmm, …", "On second thought …"). A reflection goes on to the end of its line.
 */
public final class ReflectionFinder {
    private static final Pattern OPENING = Pattern.compile(
            "^(?:but |oh,? |no,? |actually,? )?(?:wait\\b|hold on\\b|hmm+\\b|(?:let me|let's|let us|i should|i need to|i have to|i"
                    + " must) (?:pause|stop|double-check|double check|re-?check|check|re-?read|read the question again|reconsider|"
                    + "rethink|re-?think|verify|re-?examine|re-?do|redo|re-?compute|look (?:at|back|again)|go (?:over|back)|work"
                    + " that out once more|count (?:that )?again|convert that again|think again|get the terms straight)|something"
                    + " (?:is|seems|feels|looks) (?:off|wrong|missing)|something does not fit|is (?:everything|this|that)"
                    + " (?:correct|right)|could i have|did i (?:make|miss|overlook|count)|on second thought|that (?:can ?not|can't|does"
                    + " not|doesn't) (?:be|look|seem|make)|i (?:think|believe|see) (?:i|that i)(?: have)? (?:made|skipped|mixed|missed)|"
                    + "i (?:made|have made) (?:a|an) (?:mistake|error))",
            Pattern.CASE_INSENSITIVE);

    private ReflectionFinder() {}

    /**
     * A line of a text.
     *
     * @param text the line, not blank
     * @param reflects whether it begins with a reflection
     */
    public record Line(String text, boolean reflects) {}

    /**
     * @param text a line or sentence
     * @return whether it begins as reflections do
     */
    public static boolean begins(String text) {
        return OPENING.matcher(text.strip()).find();
    }

    /**
     * @param text a whole output
     * @return its lines, without blank ones
     */
    public static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> lines.add(new Line(line.strip(), begins(line))));
        return List.copyOf(lines);
    }

    /**
     * @param text a whole output
     * @return how many of its lines begin with a reflection
     */
    public static long count(String text) {
        return lines(text).stream().filter(Line::reflects).count();
    }
}
