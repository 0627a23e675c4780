package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a solution, or several that an open display, environment or code block of LaTeX or Markdown holds together.
 *
 * @param start where it begins, after white space
 * @param end one after its last character that is no white space
 * @param opensParagraph whether it is the first, or a blank line stands before it
 */
record StepLine(int start, int end, boolean opensParagraph) {
    /** No more than an answer comes: no second line, no second sentence, not many words. */
    private static final String ONLY_AN_ANSWER = "(?![^\\n]*(?:[.!?]\\s+\\p{L}|\\n))(?!(?:\\s*+\\S++\\s){9})";

    private static final Pattern ANSWER = Pattern.compile(
            "[*_]{0,3}(?:(#{4})|(A\\s*:)|((?:Answer|Final [Aa]nswer)[*_]{0,3}\\s*:" + ONLY_AN_ANSWER
                    + ")|The (?:final )?answer is\\s*:" + ONLY_AN_ANSWER + ").*",
            Pattern.DOTALL);
    private static final Pattern CLOSING = Pattern.compile("(?i)\\banswer\\b");
    /** A rule across the page, the rule below a table's head, or the mark at either end of a code block. */
    private static final Pattern RULE = Pattern.compile(
            "(?:[-*_=]{3,}|\\|?(?:\\s{0,9}:?-{2,}:?\\s{0,9}\\|)+(?:\\s{0,9}:?-{2,}:?)?|```\\w{0,20}|~~~\\w{0,20})");

    private static final Pattern TITLE = Pattern.compile("#{1,6}\\s[^=]*|(?:\\*\\*|__)[^*=\\d]{1,100}(?:\\*\\*|__):?");
    private static final Pattern STEP_TITLE =
            Pattern.compile("(?i)[#*_ ]{0,6}step \\d{1,3}\\s?[:.)-]?[*_ ]{0,4}[^=\\d$\\\\]*");
    private static final Pattern NUMBERED = Pattern.compile("(?i)[#*_ ]{0,6}step \\d.*", Pattern.DOTALL);
    private static final int LONGEST_TITLE = 120;

    /** The lines of a text that are not blank. */
    static List<StepLine> in(String text) {
        List<StepLine> lines = new ArrayList<>();
        Nesting nesting = new Nesting();
        int from = 0;
        boolean opens = true;
        int lineStart = 0;
        List<StepLine> held = new ArrayList<>();
        while (lineStart < text.length()) {
            int feed = text.indexOf('\n', lineStart);
            int lineEnd = feed < 0 ? text.length() : feed;
            boolean blank = text.substring(lineStart, lineEnd).isBlank();
            if (held.isEmpty()) {
                from = lineStart;
            }
            if (blank && held.isEmpty()) {
                opens = true;
            } else if (!blank) {
                nesting.read(text, lineStart, lineEnd);
                held.add(trimmed(text, lineStart, lineEnd, opens));
                opens = false;
            }
            if (!held.isEmpty() && !nesting.isOpen()) {
                lines.add(trimmed(text, from, lineEnd, held.get(0).opensParagraph()));
                held.clear();
            }
            lineStart = lineEnd + 1;
        }
        lines.addAll(held);
        return lines;
    }

    private static StepLine trimmed(String text, int from, int to, boolean opens) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new StepLine(start, end, opens);
    }

    String text(String of) {
        return of.substring(start, end);
    }

    /** Whether it only marks the answer: on one line, without a second sentence. */
    boolean marksAnswer(String of) {
        var matcher = ANSWER.matcher(text(of));
        return matcher.matches() && (matcher.group(1) == null || Heading.isContent(of, start + matcher.end(1), end));
    }

    /** Whether it marks the answer in the way of a data set, which is no part of a step. */
    boolean marksAnswerFormally(String of) {
        var matcher = ANSWER.matcher(text(of));
        return matcher.matches() && (matcher.group(1) != null || matcher.group(2) != null) && marksAnswer(of);
    }

    /** Whether it marks the answer without a sentence. */
    boolean labelsAnswer(String of) {
        var matcher = ANSWER.matcher(text(of));
        return matcher.matches() && matcher.group(3) != null;
    }

    /** Whether it is one line that gives the answer, in whatever words. */
    boolean closes(String of) {
        String line = text(of);
        return line.indexOf('\n') < 0
                && (line.contains("\\boxed")
                        || line.contains("####")
                        || CLOSING.matcher(line).find());
    }

    boolean isRule(String of) {
        return end - start <= LONGEST_TITLE && RULE.matcher(text(of)).matches();
    }

    boolean isTableRow(String of) {
        return of.charAt(start) == '|' && of.indexOf('|', start + 1) >= 0 && of.indexOf('|', start + 1) < end;
    }

    boolean isDisplay(String of) {
        return opensWithDisplay(of) && displayEnd(of) == end;
    }

    /** Whether it begins with a display, whatever follows it. */
    boolean opensWithDisplay(String of) {
        return displayEnd(of) > 0;
    }

    /** One after the display that it begins with, 0 where it begins with none. */
    private int displayEnd(String of) {
        if (of.startsWith("\\begin{", start)) {
            String line = text(of);
            int close = line.lastIndexOf("\\end{");
            int brace = close < 0 ? -1 : line.indexOf('}', close);
            return brace < 0 ? 0 : start + brace + 1;
        }
        String close = of.startsWith("\\[", start) ? "\\]" : of.startsWith("$$", start) ? "$$" : "";
        if (close.isEmpty()) {
            return 0;
        }
        int at = start + 2;
        while (at + 2 <= end && !of.startsWith(close, at)) {
            at++;
        }
        return at + 2 <= end ? at + 2 : 0;
    }

    /** Whether it names what follows and states nothing. */
    boolean isTitle(String of) {
        String text = text(of);
        return text.length() <= LONGEST_TITLE
                && (TITLE.matcher(text).matches() || STEP_TITLE.matcher(text).matches())
                && !marksAnswer(of);
    }

    /** Whether it says that it opens a step, by that step's number. */
    boolean isNumbered(String of) {
        return NUMBERED.matcher(of).region(start, end).matches();
    }

    /** Puts it after the others, as a part of the last of them or for itself. */
    static void add(boolean joined, StepLine line, List<StepLine> units) {
        if (joined) {
            StepLine before = units.remove(units.size() - 1);
            units.add(new StepLine(before.start(), line.end(), before.opensParagraph()));
        } else {
            units.add(line);
        }
    }

    /** Which displays, environments and code blocks are open after what was read. */
    private static final class Nesting {
        private int brackets;
        private int environments;
        private boolean dollars;
        private boolean code;

        private void read(String text, int from, int to) {
            String line = text.substring(from, to);
            String start = line.stripLeading();
            if (start.startsWith("```") || start.startsWith("~~~")) {
                code = !code;
            } else if (!code && (line.indexOf('\\') >= 0 || line.indexOf('$') >= 0)) {
                brackets = Math.max(0, brackets + count(line, "\\[") - count(line, "\\]"));
                environments = Math.max(0, environments + count(line, "\\begin{") - count(line, "\\end{"));
                dollars ^= count(line, "$$") % 2 == 1;
            }
        }

        private boolean isOpen() {
            return brackets > 0 || environments > 0 || dollars || code;
        }

        private static int count(String text, String part) {
            int count = 0;
            for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
                count++;
            }
            return count;
        }
    }
}
