package org.lemmalab.solution;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a whole paragraph of reasoning after a mark such as "Answer:" comes to, where it opens with a step and goes on. */
final class Paragraph {
    private static final int LONGEST = 2_000;
    private static final Pattern CHECK = Pattern.compile(
            "(?i)[\\s*_(]*(?:check|verif|to (?:check|verify)|let's (?:check|verify)|note|indeed|this is because|because|since|for example|as a|let me|i hope)");
    private static final Pattern CONCLUDES = Pattern.compile(
            "(?i)[\\s*_]*(?:so|thus|hence|therefore|finally|then|in total|in all|altogether|that (?:is|makes|leaves|gives)|this (?:is|makes|leaves|gives)|after)\\b");

    private Paragraph() {}

    static Optional<Span> of(Passage passage, int from, int to) {
        String text = passage.text();
        int start = from;
        while (start < to && (Character.isWhitespace(text.charAt(start)) || "*_:".indexOf(text.charAt(start)) >= 0)) {
            start++;
        }
        int limit = Math.min(to, start + LONGEST);
        int end = passage.sentenceEnd(start, limit);
        boolean words = end < limit && Character.isLetter(text.charAt(start));
        boolean computed = words && computes(passage, start, end);
        boolean step = computed || words && text.charAt(end) == ' ' && states(passage, start, end);
        if (!step) {
            return Optional.empty();
        }
        Optional<Span> last = Optional.empty();
        while (end < limit && text.charAt(end) != '\n') {
            int next = end;
            while (next < limit && text.charAt(next) == ' ') {
                next++;
            }
            end = next < limit ? Math.max(passage.sentenceEnd(next, limit), next + 1) : limit;
            if (CHECK.matcher(text).region(next, end).lookingAt()) {
                break;
            }
            boolean concludes = computes(passage, next, end)
                    || computed && CONCLUDES.matcher(text).region(next, end).lookingAt();
            Optional<Span> found =
                    concludes ? Conclusion.of(passage, next, end).map(Conclusion.Result::span) : Optional.empty();
            last = found.isPresent() ? found : last;
        }
        return last;
    }

    /** Whether a sentence states more than one figure: "Sam has 3 and gets 4 more". */
    private static boolean states(Passage passage, int from, int to) {
        return Items.in(passage, from, to).stream()
                        .filter(item -> item.kind() == Item.Kind.NUMBER)
                        .count()
                > 1;
    }

    private static boolean computes(Passage passage, int from, int to) {
        int sign = passage.text().indexOf('=', from);
        return sign >= 0 && sign < to && Equation.isComputed(passage, from, to);
    }
}
