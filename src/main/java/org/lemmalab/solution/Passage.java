package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A text with its formulas and sentences, each found once. */
final class Passage {
    private final String text;
    private List<Formula> formulas;

    Passage(String text) {
        this.text = text;
    }

    /** The formulas; they are looked for where they are first needed, for most texts mark their answer by a box. */
    private List<Formula> formulas() {
        if (formulas == null) {
            formulas = Formulas.in(text);
        }
        return formulas;
    }

    String text() {
        return text;
    }

    /** The first formula that ends after a place. */
    private int formulaIndex(int at) {
        int low = 0;
        int high = formulas().size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (formulas().get(middle).end() <= at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The formula in which a place lies. */
    Optional<Formula> formulaAt(int at) {
        int index = formulaIndex(at);
        return index < formulas().size() && formulas().get(index).start() <= at
                ? Optional.of(formulas().get(index))
                : Optional.empty();
    }

    /** The formulas that lie between two places. */
    List<Formula> formulas(int from, int to) {
        List<Formula> between = new ArrayList<>();
        for (int i = formulaIndex(from);
                i < formulas().size() && formulas().get(i).end() <= to;
                i++) {
            if (formulas().get(i).start() >= from) {
                between.add(formulas().get(i));
            }
        }
        return between;
    }

    /** All sentences as stretches of the text, in order; a line break ends one too. */
    List<int[]> sentences() {
        List<int[]> sentences = new ArrayList<>();
        int start = 0;
        int formula = 0;
        for (int i = 0; i < text.length(); i++) {
            while (formula < formulas().size() && formulas().get(formula).end() <= i) {
                formula++;
            }
            boolean inside =
                    formula < formulas().size() && formulas().get(formula).start() <= i;
            if (!inside && endsSentence(i)) {
                add(start, i + 1, sentences);
                start = i + 1;
            }
        }
        add(start, text.length(), sentences);
        return sentences;
    }

    private void add(int start, int end, List<int[]> sentences) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            sentences.add(new int[] {from, to});
        }
    }

    /** Where the sentence ends in which a place lies: one after its full stop, or at its line's end. */
    int sentenceEnd(int from, int limit) {
        int i = from;
        int formula = formulaIndex(from);
        while (i < limit) {
            if (formula < formulas().size() && formulas().get(formula).start() <= i) {
                i = Math.min(limit, formulas().get(formula++).end());
            } else if (text.charAt(i) == '\n' || i > from && endsSentence(i)) {
                return text.charAt(i) == '\n' ? i : i + 1;
            } else {
                i++;
            }
        }
        return limit;
    }

    private boolean endsSentence(int i) {
        char c = text.charAt(i);
        if (c == '\n' || c == '\u3002' || c == '\uFF01' || c == '\uFF1F') {
            return true;
        }
        if (c != '.' && c != '!' && c != '?') {
            return false;
        }
        int next = i + 1;
        while (next < text.length() && "*_\"')\u201D".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (next >= text.length()) {
            return true;
        }
        if (!Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean opens = next >= text.length()
                || Character.isWhitespace(text.charAt(next))
                || Sentences.opensSentence(text.charAt(next))
                || text.charAt(next) == '*';
        boolean listNumber = c == '.' && i > 0 && isListNumber(i);
        return opens && !listNumber && !(c == '.' && Sentences.isAbbreviation(text, i));
    }

    /** The full stop of "1." at a line's start ends no sentence. */
    private boolean isListNumber(int stop) {
        int i = stop;
        while (i > 0 && Character.isDigit(text.charAt(i - 1)) && stop - i < 3) {
            i--;
        }
        int digits = i;
        while (i > 0 && "*_ ".indexOf(text.charAt(i - 1)) >= 0 && digits - i < 6) {
            i--;
        }
        return digits < stop && (i == 0 || text.charAt(i - 1) == '\n');
    }
}
