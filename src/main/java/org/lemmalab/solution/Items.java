package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds everything in a stretch of a text that may be an answer: numbers, formulas, points and sets, choices, names of days. */
final class Items {
    private static final int LONGEST_GROUP = 120;
    private static final Set<String> WORDS = Set.of(
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
            "January",
            "February",
            "March",
            "April",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private static final Set<String> LABELS = Set.of(
            "step",
            "part",
            "case",
            "problem",
            "question",
            "example",
            "equation",
            "method",
            "figure",
            "exercise",
            "section");

    private final Passage passage;
    private final String text;
    private final int from;
    private final int to;
    private final NumberScanner numbers;
    private final MathRun runs;
    private final List<Item> items = new ArrayList<>();

    private Items(Passage passage, int from, int to) {
        this.passage = passage;
        this.text = passage.text();
        this.from = from;
        this.to = to;
        this.numbers = new NumberScanner(text, to);
        this.runs = new MathRun(text, to);
    }

    static List<Item> in(Passage passage, int from, int to) {
        Items items = new Items(passage, from, to);
        items.scan();
        return items.items;
    }

    private void scan() {
        int i = from;
        while (i < to) {
            i = next(i);
        }
    }

    private int next(int i) {
        char c = text.charAt(i);
        if (c == '$' || c == '\\') {
            Optional<Formula> formula = passage.formulaAt(i).filter(found -> found.end() <= to);
            if (formula.isPresent()) {
                boolean exponent = text.charAt(formula.get().contentStart()) == '^' && !items.isEmpty();
                int end = formula.get().end();
                return exponent ? end : add(Item.Kind.FORMULA, formula.get().start(), end);
            }
            return c == '\\' ? command(i) : i + 1;
        }
        if (c == '(' || c == '[' || c == '{') {
            return bracket(i, c);
        }
        if ((c >= '0' && c <= '9' || c == '.' || NumberScanner.isVulgar(c)) && numbers.opens(i)) {
            return number(i);
        }
        return Character.isLetter(c) ? word(i) : i + 1;
    }

    private int add(Item.Kind kind, int start, int end) {
        items.add(new Item(kind, start, end));
        return Math.max(end, start + 1);
    }

    private int number(int i) {
        int end = numbers.whole(i);
        if (numbers.isAttribute(end) || isLabel(i)) {
            return add(Item.Kind.ATTRIBUTE, i, end);
        }
        boolean longer = end < to && (text.charAt(end) == '\\' || text.charAt(end) == '^' || isVariable(end));
        int run = longer ? runs.end(i) : end;
        return run > end ? add(Item.Kind.FORMULA, i, run) : add(Item.Kind.NUMBER, numbers.start(i, from), end);
    }

    /** A number that only counts parts of the text: Step 4, or 2. at the beginning of a line. */
    private boolean isLabel(int i) {
        int end = i;
        while (end > from
                && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '#' || text.charAt(end - 1) == '*')) {
            end--;
        }
        int start = end;
        while (start > from && end - start < 10 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        if (LABELS.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
            return true;
        }
        int digits = i;
        while (digits < to && digits < i + 3 && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean listed = digits + 1 < to
                && (text.charAt(digits) == '.' || text.charAt(digits) == ')')
                && text.charAt(digits + 1) == ' ';
        return listed && start == end && (end == 0 || text.charAt(end - 1) == '\n');
    }

    private boolean isVariable(int i) {
        boolean letter = Character.isLetter(text.charAt(i)) && text.charAt(i) < 128;
        return letter && (i + 1 >= to || !Character.isLetter(text.charAt(i + 1)));
    }

    /** An expression of LaTeX without delimiters, from the command on. */
    private int command(int i) {
        boolean money = i + 1 < to && "$%#&".indexOf(text.charAt(i + 1)) >= 0;
        boolean named = i + 1 < to && Character.isLetter(text.charAt(i + 1));
        int end = money || !named ? i : runs.end(i);
        if (text.startsWith("\\boxed", i) || text.startsWith("\\fbox", i)) {
            return i + 5;
        }
        if (end <= i + 1) {
            return i + (i + 1 < to && !money ? 2 : 1);
        }
        return add(Item.Kind.FORMULA, i, end);
    }

    private int bracket(int i, char open) {
        boolean alone =
                i + 2 < to && text.charAt(i + 2) == ')' && text.charAt(i + 1) >= 'A' && text.charAt(i + 1) <= 'J';
        if (open == '(' && alone && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))) {
            return add(Item.Kind.CHOICE, i, i + 3);
        }
        int limit = Math.min(to, i + LONGEST_GROUP);
        boolean comma = false;
        for (int j = i + 1; j < limit; j++) {
            char c = text.charAt(j);
            comma |= c == ',' || c == ';';
            if (c == ')' || c == ']' || c == '}') {
                return comma && isGroup(i, j) ? add(Item.Kind.GROUP, i, j + 1) : i + 1;
            }
            if (c == '\n' || c == '(' && j > i + 1 && !comma) {
                return i + 1;
            }
        }
        return i + 1;
    }

    /** Entries and no prose: a point, an interval, a set; what directly follows a letter is a function's argument. */
    private boolean isGroup(int open, int close) {
        int letters = 0;
        boolean content = false;
        for (int j = open + 1; j < close; j++) {
            char c = text.charAt(j);
            letters = Character.isLetter(c) ? letters + 1 : c == '\\' ? -8 : 0;
            content |= Character.isLetterOrDigit(c);
            if (letters > 1) {
                return false;
            }
        }
        boolean argument = open > 0 && Character.isLetterOrDigit(text.charAt(open - 1)) && open > from;
        return content && !argument;
    }

    private int word(int i) {
        int end = i;
        while (end < to && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean free = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
        if (free && end - i <= 9 && WORDS.contains(text.substring(i, end))) {
            return add(Item.Kind.WORD, i, end);
        }
        String word = end - i == 6 ? text.substring(i, end) : "";
        if (word.equalsIgnoreCase("option") || word.equalsIgnoreCase("choice")) {
            int letter = end + 1;
            boolean choice = letter < to
                    && text.charAt(letter) >= 'A'
                    && text.charAt(letter) <= 'J'
                    && (letter + 1 >= to || !Character.isLetterOrDigit(text.charAt(letter + 1)));
            return choice ? add(Item.Kind.CHOICE, letter, letter + 1) : end;
        }
        while (end < to && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }
}
