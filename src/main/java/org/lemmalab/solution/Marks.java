package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the marks of a text in one pass: boxes, {@code ####}, answer tags, "the answer is", "Final answer:", "A:". */
final class Marks {
    private static final List<String> VERBS = List.of(
            "is",
            "are",
            "was",
            "were",
            "equals",
            "must be",
            "will be",
            "should be",
            "would be",
            "can only be",
            "has to be",
            "comes out to",
            "comes to",
            "becomes");
    private static final Set<String> OF = Set.of("to", "for", "of", "in", "here", "that");
    private static final Pattern OPTION_IS =
            Pattern.compile("(?i)(?:correct|right|best|answer)[ *_]{1,4}(?:option|choice)[ *_]{1,4}(?:is|:)[ *_:]*");
    private static final Set<String> UNSURE = Set.of(
            "if",
            "whether",
            "suppose",
            "assume",
            "assuming",
            "unless",
            "your",
            "wrong",
            "previous",
            "incorrect",
            "thought");
    private static final Set<String> TAGS = Set.of(
            "answer", "final_answer", "final-answer", "finalanswer", "final answer", "ans", "solution", "output");
    private static final String[] SIGNS = {"####", "<", "[", "A", "\u7B54"};
    private static final String[] TAILS = {"nswer", "NSWER", "inal ", "INAL "};
    private static final String[] OPTION_TAILS = {"ption", "PTION", "hoice", "HOICE"};
    private static final String EMPHASIS = "*_` \t:";
    private static final int LONGEST_OF = 90;

    private final String text;
    private final List<Mark> marks = new ArrayList<>();
    private int nextClose = -2;
    private int[] places = new int[16];
    private int count;

    private Marks(String text) {
        this.text = text;
    }

    /**
     * The marks that begin at a place or after it, in the order in which they begin.
     *
     * @param boxes the text's boxes
     */
    static List<Mark> in(String text, List<BoxFinder.Box> boxes, int from) {
        Marks found = new Marks(text);
        for (BoxFinder.Box box : boxes) {
            if (box.command() >= from) {
                found.marks.add(new Mark(ExtractionRule.BOXED, box.command(), box.start(), box.contentEnd(), box));
            }
        }
        found.candidates(from);
        for (int i = 0; i < found.count; i++) {
            if (found.places[i] >= from && (i == 0 || found.places[i] != found.places[i - 1])) {
                found.at(found.places[i]);
            }
        }
        if (found.marks.size() > 1) {
            found.marks.sort(Comparator.comparingInt(Mark::start));
        }
        return found.marks;
    }

    /** Where marks may begin, in order: found by what every mark of a kind holds. */
    private void candidates(int from) {
        for (String sign : SIGNS) {
            for (int at = text.indexOf(sign, from); at >= 0; at = text.indexOf(sign, at + 1)) {
                candidate(at);
            }
        }
        for (String tail : TAILS) {
            for (int at = text.indexOf(tail, from + 1); at >= 0; at = text.indexOf(tail, at + 1)) {
                candidate(at - 1);
            }
        }
        for (String tail : OPTION_TAILS) {
            for (int at = text.indexOf(tail, from + 1); at >= 0; at = text.indexOf(tail, at + 1)) {
                candidate(wordBeforeSigns(text, at - 1));
            }
        }
        Arrays.sort(places, 0, count);
    }

    private void candidate(int place) {
        if (count == places.length) {
            places = Arrays.copyOf(places, 2 * count);
        }
        places[count++] = place;
    }

    /** Where the word begins that stands before a place and the emphasis before it. */
    private static int wordBeforeSigns(String text, int at) {
        int end = at;
        while (end > 0 && at - end < 4 && " *_".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < 12 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private void at(int i) {
        switch (text.charAt(i)) {
            case '#' -> hashes(i);
            case '<', '[' -> tag(i);
            case 'a', 'A' -> {
                if ((is(i + 1, 'n') || text.charAt(i) == 'A') && startsWord(i)) {
                    answer(i);
                }
            }
            case 'f', 'F' -> {
                if (is(i + 1, 'i') && startsWord(i) && text.regionMatches(true, i, "final ", 0, 6)) {
                    finalResult(i);
                }
            }
            case 'c', 'C' -> option(i, "correct");
            case 'r', 'R' -> option(i, "right");
            case 'b', 'B' -> option(i, "best");
            case '\u7B54' -> chinese(i);
            default -> {}
        }
    }

    private void add(ExtractionRule rule, int start, int from) {
        marks.add(new Mark(rule, start, from, text.length()));
    }

    /** Whether a small or capital Latin letter stands at a place. */
    private boolean is(int i, char letter) {
        return i < text.length() && (text.charAt(i) | 0x20) == letter;
    }

    private boolean startsWord(int i) {
        return i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)) && text.charAt(i - 1) != '\\';
    }

    /** Four hashes that open no heading. */
    private void hashes(int i) {
        boolean four =
                text.startsWith("####", i) && !text.startsWith("#####", i) && (i == 0 || text.charAt(i - 1) != '#');
        if (!four) {
            return;
        }
        int from = skip(i + 4, EMPHASIS);
        int end = text.indexOf('\n', from);
        end = end < 0 ? text.length() : end;
        if (Heading.isContent(text, from, end)) {
            marks.add(new Mark(ExtractionRule.HASHES, i, from, end));
        }
    }

    private void tag(int i) {
        char close = text.charAt(i) == '<' ? '>' : ']';
        int limit = Math.min(text.length(), i + 16);
        int end = i + 1;
        while (end < limit && text.charAt(end) != close) {
            end++;
        }
        boolean named = end < limit && TAGS.contains(text.substring(i + 1, end).toLowerCase(Locale.ROOT));
        if (!named) {
            return;
        }
        String closing = text.charAt(i) + "/";
        if (nextClose != -1 && nextClose < end) {
            nextClose = text.indexOf(closing, end);
        }
        marks.add(new Mark(ExtractionRule.ANSWER_TAG, i, end + 1, nextClose < 0 ? text.length() : nextClose));
    }

    private void answer(int i) {
        if (text.regionMatches(true, i, "answer", 0, 6)) {
            answerWord(i, i + 6);
        } else if (text.startsWith("Ans", i) || text.startsWith("ANS", i)) {
            int at = skip(i + 3, "*_ .");
            if (at < text.length() && text.charAt(at) == ':') {
                add(ExtractionRule.FINAL_ANSWER, i, at + 1);
            }
        } else if (text.charAt(i) == 'A' && opensLine(i)) {
            int colon = skip(i + 1, "*_");
            if (colon < text.length() && text.charAt(colon) == ':') {
                add(ExtractionRule.A_COLON, i, colon + 1);
            }
        }
    }

    private void answerWord(int start, int end) {
        boolean last = precededBy(start, "final");
        int before = last ? start - "final ".length() : start;
        if (before > 0 && "<[/".indexOf(text.charAt(before - 1)) >= 0) {
            return;
        }
        int plural = end < text.length() && (text.charAt(end) == 's' || text.charAt(end) == 'S') ? end + 1 : end;
        int colon = skip(plural, "*_ \")");
        if (colon < text.length() && (":=\uFF1A".indexOf(text.charAt(colon)) >= 0)) {
            add(ExtractionRule.FINAL_ANSWER, start, colon + 1);
            return;
        }
        int verb = afterVerb(plural);
        if (verb >= 0 && !UNSURE.contains(wordBefore(start))) {
            add(ExtractionRule.ANSWER_IS, start, verb);
        } else if (last && !startsLetter(colon) || isAloneOnLine(start, colon)) {
            add(ExtractionRule.FINAL_ANSWER, start, colon);
        }
    }

    /** After the verb of "the answer is" or "the answer to the question is"; -1 where there is none, or it is denied. */
    private int afterVerb(int end) {
        int word = skip(end, " *_,");
        int verb = word > end ? verbEnd(word) : -1;
        boolean more = word > end && verb < 0 && OF.contains(word(word));
        int limit = more ? Math.min(text.length(), word + LONGEST_OF) : word;
        for (int i = word; i < limit && verb < 0 && ".:=\n".indexOf(text.charAt(i)) < 0; i++) {
            verb = i > word && " *_".indexOf(text.charAt(i - 1)) >= 0 ? verbEnd(i) : -1;
        }
        return verb < 0 || word(skip(verb, " ")).equals("not") ? -1 : skip(verb, " *_:=");
    }

    private int verbEnd(int at) {
        char c = at < text.length() ? Character.toLowerCase(text.charAt(at)) : ' ';
        if ("iawemsch".indexOf(c) < 0 && c != 'b') {
            return -1;
        }
        for (String verb : VERBS) {
            int end = at + verb.length();
            boolean whole = end >= text.length() || !Character.isLetter(text.charAt(end));
            if (whole && text.regionMatches(true, at, verb, 0, verb.length())) {
                return end;
            }
        }
        return -1;
    }

    private String word(int at) {
        int end = at;
        while (end < text.length() && end - at < 12 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(Math.min(at, end), end).toLowerCase(Locale.ROOT);
    }

    private boolean startsLetter(int i) {
        return i < text.length() && Character.isLetter(text.charAt(i));
    }

    /** Whether nothing else stands on the line than this word and signs: a heading. */
    private boolean isAloneOnLine(int start, int end) {
        boolean ends = end < text.length() && text.charAt(end) == '\n';
        return ends && opensLine(start);
    }

    private boolean opensLine(int i) {
        int at = i - 1;
        while (at >= 0 && "*_# ".indexOf(text.charAt(at)) >= 0 && i - at < 12) {
            at--;
        }
        return at < 0 || text.charAt(at) == '\n';
    }

    private boolean precededBy(int at, String word) {
        int start = at - word.length() - 1;
        return start >= 0 && text.regionMatches(true, start, word, 0, word.length());
    }

    /** The word two before a place ("if the answer") or one before it ("your answer"). */
    private String wordBefore(int at) {
        int end = Math.max(0, at - 1);
        int start = wordStart(end);
        String word = text.substring(start, end).toLowerCase(Locale.ROOT);
        if (word.equals("the") || word.equals("final") || word.equals("correct")) {
            end = Math.max(0, start - 1);
            start = wordStart(end);
            word = text.substring(start, end).toLowerCase(Locale.ROOT);
        }
        if (word.equals("the")) {
            end = Math.max(0, start - 1);
            word = text.substring(wordStart(end), end).toLowerCase(Locale.ROOT);
        }
        return word;
    }

    private int wordStart(int end) {
        int start = end;
        while (start > 0 && end - start < 12 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private void finalResult(int i) {
        for (String word : new String[] {"final result", "final solution"}) {
            if (text.regionMatches(true, i, word, 0, word.length())) {
                int colon = skip(i + word.length(), "*_ ");
                if (colon < text.length()
                        && (text.charAt(colon) == ':' || text.charAt(colon) == '\n' && opensLine(i))) {
                    add(ExtractionRule.FINAL_ANSWER, i, colon + 1);
                }
            }
        }
    }

    /** "The correct option is", where the word of praise begins here. */
    private void option(int i, String praise) {
        for (int at = 1; at < praise.length(); at++) {
            if (!is(i + at, praise.charAt(at))) {
                return;
            }
        }
        if (!startsWord(i)) {
            return;
        }
        Matcher matcher = OPTION_IS.matcher(text).region(i, Math.min(text.length(), i + 40));
        if (matcher.lookingAt()) {
            add(ExtractionRule.ANSWER_IS, i, matcher.end());
        }
    }

    private void chinese(int i) {
        if (text.startsWith("\u7B54\u6848", i) && i + 2 < text.length()) {
            int at = skip(i + 2, "*_ ");
            if (at < text.length() && "\u662F\u4E3A:\uFF1A".indexOf(text.charAt(at)) >= 0) {
                add(ExtractionRule.FINAL_ANSWER, i, skip(at + 1, ":\uFF1A"));
            }
        }
    }

    private int skip(int from, String chars) {
        int i = from;
        while (i < text.length() && chars.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
