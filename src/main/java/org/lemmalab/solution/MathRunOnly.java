package org.lemmalab.solution;

/** Says whether a whole text is one expression without prose. */
final class MathRunOnly {
    private static final int LONGEST = 400;

    private MathRunOnly() {}

    static boolean is(String text) {
        String bare = text.strip();
        if (bare.isEmpty() || bare.length() > LONGEST || bare.indexOf('\n') >= 0) {
            return false;
        }
        int end = new MathRun(bare, bare.length()).whole();
        return end == bare.length();
    }
}
