package org.lemmalab.mistake.reading;

import java.util.BitSet;

/** Which stretches of a text stand between dollar signs of LaTeX; other dollar signs are money. */
final class Dollars {
    private static final int LONGEST = 600;

    private final BitSet math;

    private Dollars(BitSet math) {
        this.math = math;
    }

    static Dollars of(String text) {
        BitSet math = new BitSet();
        int from = text.indexOf('$');
        while (from >= 0) {
            int start = from + (text.startsWith("$$", from) ? 2 : 1);
            int end = text.indexOf('$', start);
            if (end > 0 && end - start < LONGEST && isMath(text, start, end)) {
                math.set(start, end);
                from = text.indexOf('$', end + (text.startsWith("$$", end) ? 2 : 1));
            } else {
                from = text.indexOf('$', start);
            }
        }
        return new Dollars(math);
    }

    /** LaTeX has no words outside of commands, and no space inside its dollar signs before a figure of money. */
    private static boolean isMath(String text, int start, int end) {
        int letters = 0;
        boolean signs = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean command = i > start && isCommand(text, start, i);
            letters = Character.isLetter(c) && !command ? letters + 1 : 0;
            signs |= "\\^_={".indexOf(c) >= 0;
            if (letters > 3 && !signs || letters > 5) {
                return false;
            }
        }
        boolean short_ = end - start <= 12 && !text.substring(start, end).contains(" ");
        boolean money = end < text.length() - 1
                && Character.isDigit(text.charAt(end + 1))
                && Character.isDigit(text.charAt(start))
                && text.indexOf('\\', start) < 0;
        return !money && (signs || short_ || letters > 0 && end - start < 40);
    }

    private static boolean isCommand(String text, int start, int place) {
        int i = place;
        while (i > start && Character.isLetter(text.charAt(i - 1)) && place - i < 16) {
            i--;
        }
        char before = i > 0 ? text.charAt(i - 1) : ' ';
        return before == '\\' || before == '{';
    }

    boolean inMath(int place) {
        return math.get(place);
    }
}
