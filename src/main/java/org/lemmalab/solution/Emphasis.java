package org.lemmalab.solution;

/** Takes the marks of bold type out of an answer; a power such as 2**3 is none. */
final class Emphasis {
    private Emphasis() {}

    static String removed(String answer) {
        String without = answer.contains("**") ? removed(answer, '*') : answer;
        return without.contains("__") ? removed(without, '_') : without;
    }

    private static String removed(String answer, char mark) {
        StringBuilder left = new StringBuilder(answer.length());
        int i = 0;
        while (i < answer.length()) {
            boolean pair = answer.charAt(i) == mark && i + 1 < answer.length() && answer.charAt(i + 1) == mark;
            if (pair && isFree(answer, i - 1) != isFree(answer, i + 2)) {
                i += 2;
            } else {
                left.append(answer.charAt(i++));
            }
        }
        return left.toString();
    }

    private static boolean isFree(String answer, int at) {
        return at < 0 || at >= answer.length() || " \n\t,;:.!?".indexOf(answer.charAt(at)) >= 0;
    }
}
