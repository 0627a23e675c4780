package org.lemmalab.solution;

import java.util.regex.Pattern;

/** Says whether a text takes a marked answer back in what follows: "is wrong", "cannot be", "Wait, …". */
final class Retraction {
    private static final Pattern BACK = Pattern.compile(
            "(?i)[\\s$.,;?!)*\\]\\\\]{0,12}(?:(?:is|was|are|were|seems|looks) (?:wrong|incorrect|impossible|extraneous|invalid|rejected|not (?:correct|right|possible|valid|allowed|the|a|an|in)\\b|too (?:large|small|big|high|low))"
                    + "|(?:cannot|can't|can not|does not|doesn't|do not|don't) (?:be|work|satisfy|hold|fit|make|solve)"
                    + "|[?.]?\\s*(?:no,? (?:wait|that|this)|wait\\b|oops\\b|hmm\\b|correction\\b|sorry\\b|(?:but )?(?:that|this)(?:'s| is) (?:wrong|incorrect|not (?:right|correct))|i (?:made|have made) (?:a|an) (?:mistake|error)))"
                    + "|[\\s$.,;)*\\]\\\\]{0,12}\\?\\s*(?:no|hmm)\\b");
    private static final int LONGEST = 60;

    private Retraction() {}

    static boolean follows(String text, int end) {
        int limit = Math.min(text.length(), end + LONGEST);
        return hasLetter(text, end, limit)
                && BACK.matcher(text).region(end, limit).lookingAt();
    }

    private static boolean hasLetter(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether what stands directly before a place denies it: "not \boxed{5}". */
    static boolean precedes(String text, int start) {
        int end = start;
        while (end > 0
                && (Character.isWhitespace(text.charAt(end - 1)) || "$(*\\[".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
            if (start - end > 6) {
                return false;
            }
        }
        for (String word : new String[] {"not", "instead of", "rather than"}) {
            int from = end - word.length();
            boolean free = from > 0 && !Character.isLetter(text.charAt(from - 1));
            if (from >= 0 && text.regionMatches(true, from, word, 0, word.length()) && (free || from == 0)) {
                return true;
            }
        }
        return false;
    }
}
