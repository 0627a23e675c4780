package org.lemmalab.solution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which of the items of a clause it states: not those that only place the statement in time, or compare it with something. */
final class Statement {
    private static final int COMPARED = -4;
    private static final int PLACED = -2;
    private static final int LESS = 0;
    private static final int STATED = 2;
    private static final Set<String> PREPOSITIONS = Set.of(
            "in", "after", "for", "over", "on", "at", "by", "during", "per", "from", "with", "within", "every", "until",
            "between", "among", "through", "before", "under", "around", "into", "onto", "across", "against", "without",
            "about", "using", "if", "when", "since", "because", "plus", "minus", "times");
    private static final Set<String> DETERMINERS = Set.of(
            "the",
            "those",
            "these",
            "this",
            "that",
            "his",
            "her",
            "their",
            "its",
            "our",
            "your",
            "my",
            "all",
            "first",
            "last",
            "next",
            "a",
            "an",
            "another",
            "other",
            "remaining",
            "only",
            "just",
            "exactly",
            "approximately",
            "about",
            "around",
            "extra",
            "additional",
            "original",
            "same",
            "least",
            "most");
    private static final Set<String> MEASURES = Set.of(
            "total",
            "sum",
            "average",
            "gain",
            "profit",
            "difference",
            "maximum",
            "minimum",
            "amount",
            "cost",
            "price",
            "change",
            "score",
            "loss",
            "value",
            "rate",
            "speed",
            "distance",
            "balance",
            "mean",
            "median",
            "area",
            "perimeter",
            "volume",
            "length",
            "width",
            "height",
            "weight",
            "age",
            "bill",
            "discount",
            "savings",
            "income",
            "tip",
            "out",
            "most");
    private static final Set<String> MODALS = Set.of(
            "needs",
            "need",
            "has",
            "have",
            "had",
            "able",
            "going",
            "wants",
            "used",
            "due",
            "up",
            "comes",
            "rounds",
            "adds",
            "equal",
            "amounts",
            "equals",
            "sums",
            "down",
            "rose",
            "grew",
            "fell",
            "increased",
            "decreased",
            "supposed",
            "must",
            "came",
            "reduced",
            "rounded",
            "reduces",
            "simplifies",
            "corresponds",
            "closer",
            "increases",
            "decreases",
            "brings",
            "equivalent");

    private static final Set<String> RESULTS =
            Set.of("find", "get", "obtain", "give", "make", "yield", "reach", "be", "have");

    private static final Set<String> DAYS_VERBS = Set.of("is", "be", "was", "are", "becomes", "falls", "fall");

    private Statement() {}

    /** The stated item of a clause with what is joined to it; of equally good ones the last. */
    static Optional<Conclusion.Result> of(Passage passage, int from, List<Item> items) {
        Item best = null;
        int bestScore = Integer.MIN_VALUE;
        for (Item item : items) {
            int score = score(passage.text(), from, item);
            if (score >= bestScore) {
                best = item;
                bestScore = score;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        Span span = joined(passage.text(), from, items, best);
        return span.answer().isBlank()
                ? Optional.empty()
                : Optional.of(new Conclusion.Result(span, rule(best, bestScore)));
    }

    /** Whether anything is stated, not only placed or compared. */
    static boolean states(Passage passage, int from, List<Item> items) {
        return items.stream().anyMatch(item -> score(passage.text(), from, item) >= LESS);
    }

    private static ExtractionRule rule(Item item, int score) {
        return switch (item.kind()) {
            case FORMULA, GROUP -> ExtractionRule.LAST_LATEX;
            case CHOICE -> ExtractionRule.CHOICE;
            case WORD -> ExtractionRule.LAST_SENTENCE;
            case NUMBER, ATTRIBUTE -> score >= STATED ? ExtractionRule.LAST_SENTENCE : ExtractionRule.LAST_NUMBER;
        };
    }

    /** A list such as $1$ and $2$ and $3$ is one answer; plain numbers are one where the verb stands for several: are 2 and 5. */
    private static Span joined(String text, int from, List<Item> items, Item best) {
        int first = items.indexOf(best);
        int last = first;
        while (first > 0 && joins(text, items.get(first - 1), items.get(first))) {
            first--;
        }
        while (last + 1 < items.size() && joins(text, items.get(last), items.get(last + 1))) {
            last++;
        }
        boolean several = best.kind() != Item.Kind.NUMBER || isPlural(text, from, items.get(first));
        if (first == last || !several) {
            return new Span(content(text, best), best.start(), best.end());
        }
        StringBuilder answer = new StringBuilder(content(text, items.get(first)));
        for (int i = first + 1; i <= last; i++) {
            boolean either =
                    text.substring(items.get(i - 1).end(), items.get(i).start()).contains("or");
            answer.append(either ? " or " : ", ").append(content(text, items.get(i)));
        }
        return new Span(
                answer.toString(), items.get(first).start(), items.get(last).end());
    }

    private static boolean isPlural(String text, int from, Item first) {
        String word = new Words(text, from, first.start()).next();
        return word.equals("are") || word.equals("were");
    }

    private static boolean joins(String text, Item left, Item right) {
        boolean same = left.kind() == right.kind() && left.kind() != Item.Kind.ATTRIBUTE;
        return same && right.start() - left.end() <= 6 && BoxJoint.joins(text, left.end(), right.start());
    }

    private static String content(String text, Item item) {
        String content =
                Span.trimmed(text, item.start(), item.end()).map(Span::answer).orElse("");
        if (item.kind() == Item.Kind.FORMULA) {
            return Equation.reduced(content);
        }
        if (item.kind() == Item.Kind.CHOICE) {
            return content.replaceAll("[()]", "");
        }
        int digit = item.start();
        while (digit < item.end() && !Character.isDigit(text.charAt(digit))) {
            digit++;
        }
        Span span = new Span(content, item.start(), item.end());
        return new NumberScanner(text, text.length())
                .withDecimalPoint(span, digit)
                .answer();
    }

    private static int score(String text, int from, Item item) {
        if (item.kind() == Item.Kind.ATTRIBUTE) {
            return COMPARED - 1;
        }
        if (isOperand(text, from, item)) {
            return PLACED;
        }
        boolean unnumbered = item.kind() == Item.Kind.GROUP
                && text.substring(item.start(), item.end()).chars().noneMatch(Character::isDigit);
        Words before = new Words(text, from, item.start());
        String word = before.next();
        while (DETERMINERS.contains(word) && !word.equals("about") && !word.equals("around") || word.equals("more")) {
            word = before.next();
        }
        if (item.kind() == Item.Kind.FORMULA && isName(text, item)) {
            return LESS;
        }
        if (word.isEmpty()) {
            return item.kind() == Item.Kind.FORMULA ? STATED : LESS;
        }
        if (word.equals("than")) {
            return COMPARED;
        }
        if (word.equals("of")) {
            return MEASURES.contains(before.next()) ? STATED : PLACED;
        }
        if (word.equals("to")) {
            return MODALS.contains(before.next()) ? STATED : PLACED;
        }
        if (word.equals("about") || word.equals("around")) {
            return STATED;
        }
        if (item.kind() == Item.Kind.WORD) {
            boolean day = word.equals("on") && DAYS_VERBS.contains(before.next());
            return day || DAYS_VERBS.contains(word) ? STATED : LESS;
        }
        if (PREPOSITIONS.contains(word)) {
            return PLACED;
        }
        if (word.equals("and") || word.equals("or")) {
            return LESS;
        }
        String second = before.next();
        if (unnumbered) {
            return word.equals("is") || word.equals("at") ? STATED : LESS;
        }
        boolean infinitive = second.equals("to") && !RESULTS.contains(word) && !MODALS.contains(before.next());
        return infinitive ? LESS : STATED;
    }

    /** Whether a formula only names something: $x$ is spoken of, and seldom an answer. */
    private static boolean isName(String text, Item item) {
        int letters = 0;
        for (int i = item.start(); i < item.end(); i++) {
            char c = text.charAt(i);
            letters += Character.isLetter(c) ? 1 : 0;
            if (Character.isDigit(c) || !Character.isLetter(c) && "$\\() ".indexOf(c) < 0) {
                return false;
            }
        }
        return letters <= 2 && !text.startsWith("\\pi", item.start() + 1);
    }

    /** Whether the item is one of the figures of a computation. */
    private static boolean isOperand(String text, int from, Item item) {
        if (item.kind() == Item.Kind.FORMULA) {
            return false;
        }
        int before = item.start() - 1;
        while (before > from && text.charAt(before) == ' ') {
            before--;
        }
        int after = item.end();
        while (after < text.length() && text.charAt(after) == ' ') {
            after++;
        }
        boolean spaced = after > item.end();
        char next = after < text.length() ? text.charAt(after) : ' ';
        char last = before >= from ? text.charAt(before) : ' ';
        boolean bold = text.startsWith("**", after) || before > 0 && text.startsWith("**", before - 1);
        boolean left = "+\u00D7\u00F7".indexOf(next) >= 0
                || next == '*' && !bold
                || next == '-' && spaced && text.startsWith("- ", after);
        return left || "+\u00D7\u00F7<>".indexOf(last) >= 0 || last == '*' && !bold || next == '<' || next == '>';
    }

    /** The words before a place, from the nearest on, in lower case. */
    private static final class Words {
        private final String text;
        private final int from;
        private int at;

        private Words(String text, int from, int at) {
            this.text = text;
            this.from = from;
            this.at = at;
        }

        /** The next word further left; empty where a clause or the stretch begins. */
        private String next() {
            while (at > from && !Character.isLetterOrDigit(text.charAt(at - 1))) {
                char c = text.charAt(at - 1);
                if (c == ',' || c == ';' || c == ':' || c == '(' || c == '\n') {
                    return "";
                }
                at--;
            }
            int end = at;
            while (at > from && Character.isLetter(text.charAt(at - 1))) {
                at--;
            }
            return text.substring(at, end).toLowerCase(Locale.ROOT);
        }
    }
}
