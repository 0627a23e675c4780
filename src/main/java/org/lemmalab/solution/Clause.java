package org.lemmalab.solution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows a mark, and the answer within it: "therefore 5", "the largest n is 34" and "12 apples in total" give 5, 34
 * and 12 apples.
 */
final class Clause {
    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 6;
    private static final Pattern EXPLANATION = Pattern.compile(
            "(?i)[,;]? \\(?(?:because|since|which|so that|so|as|therefore|where|i hope|given that|i mean|but)\\b|, (?:and|but) (?:it|this|that|we|I)\\b|, not\\b|;");
    private static final Pattern FILLER = Pattern.compile(
            "(?i)(?:therefore|thus|hence|indeed|simply|clearly|just|exactly|precisely|equal to|given by|the (?:number|value|integer|fraction)(?! of)|found to be|obviously|"
                    + "then|now|actually|really|only|also|about|approximately|approx\\.|roughly|around|nearly|almost|in fact|of course|still|again|as follows|to be|going to be|"
                    + "equals|\u2248|=|:|-(?= )|(?:the )?(?:correct |right )?(?:option|choice)(?= \\(?[A-J]\\b)|[,*_])[ *_:,]*");
    private static final Pattern VERB = Pattern.compile(
            "(?i)\\b(?:is|are|was|were|be|has|have|had|equals|equal to|makes?|costs?|needs?|takes?|earns?|gets?|spends?|contains?|gives?|sold|sells?|pays?|made|saves?|eats?|"
                    + "receives?|becomes?|remain|bought|buys?|uses?|drives?|walks?|runs?|travels?|weighs?|owes?|leaves?|requires?|collects?|produces?)\\b");
    private static final Pattern STATED = Pattern.compile("(?i)\\b(?:is|are|was|were|be)\\b(?! no\\b)");
    private static final Set<String> TAIL = Set.of(
            "in",
            "for",
            "to",
            "of",
            "from",
            "on",
            "at",
            "with",
            "left",
            "total",
            "more",
            "by",
            "altogether",
            "after",
            "when",
            "if",
            "than",
            "each",
            "remaining",
            "away",
            "overall",
            "who",
            "that",
            "out",
            "during",
            "every",
            "until",
            "before",
            "is",
            "are",
            "was",
            "were",
            "will",
            "can",
            "would",
            "satisfy",
            "satisfies",
            "works",
            "fewer",
            "less",
            "respectively",
            "together");
    private static final Set<String> WHOLE = Set.of(
            "all",
            "any",
            "every",
            "no",
            "none",
            "not",
            "between",
            "infinitely",
            "except",
            "real",
            "integers",
            "union",
            "multiples",
            "either",
            "both");

    private final Passage passage;
    private final String text;

    private Clause(Passage passage) {
        this.passage = passage;
        this.text = passage.text();
    }

    /** The answer in what a mark marks; empty where that says nothing. */
    static Optional<Span> of(Passage passage, Mark mark) {
        Clause clause = new Clause(passage);
        int from = clause.opening(mark.from(), mark.to());
        if (from >= mark.to()) {
            return Optional.empty();
        }
        int limit = Math.min(mark.to(), from + LONGEST);
        return clause.answer(from, clause.end(from, limit), limit);
    }

    private int opening(int from, int to) {
        int i = from;
        while (i < to && (Character.isWhitespace(text.charAt(i)) || "*_:".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    /** The end of the formula or the sentence; one that only announces ("the value is:") goes on in the next line. */
    private int end(int from, int limit) {
        Optional<Formula> formula = passage.formulaAt(from);
        boolean display = text.startsWith("$$", from) || text.startsWith("\\[", from);
        if (formula.isPresent() && display) {
            return Math.min(limit, formula.get().end());
        }
        int end = passage.sentenceEnd(from, limit);
        while (end < limit && announces(from, end)) {
            int next = opening(end, limit);
            end = next >= limit ? limit : passage.sentenceEnd(next, limit);
        }
        return end;
    }

    private boolean announces(int from, int end) {
        String clause = text.substring(Math.max(from, end - 12), end).stripTrailing();
        boolean open =
                clause.endsWith(":") || clause.endsWith("=") || clause.endsWith(" is") || clause.endsWith(" are");
        return open && text.charAt(end) == '\n';
    }

    private Optional<Span> answer(int from, int sentenceEnd, int limit) {
        int tag = text.indexOf("</", from);
        int end = tag > from && tag < sentenceEnd ? tag : sentenceEnd;
        int to = withoutExplanation(from, end);
        return read(from, withoutStop(from, to), 0).filter(span -> span.start() < limit);
    }

    private int withoutExplanation(int from, int end) {
        Matcher matcher = EXPLANATION.matcher(text).region(from, end);
        while (matcher.find()) {
            if (matcher.start() > from && passage.formulaAt(matcher.start()).isEmpty()) {
                return matcher.start();
            }
        }
        return end;
    }

    /** Without the signs that end a sentence; the full stop of p.m. stays. */
    private int withoutStop(int from, int end) {
        int to = withoutSymbols(from, end);
        while (to > from
                && (Character.isWhitespace(text.charAt(to - 1))
                        || "!?*_\u3002\uFF01\uFF1F\uFF0E\uFF61".indexOf(text.charAt(to - 1)) >= 0)) {
            to--;
        }
        boolean abbreviation = to - 3 >= from && text.charAt(to - 3) == '.' && Character.isLetter(text.charAt(to - 2));
        boolean dots = to - 4 >= from && text.startsWith("...", to - 3) && Character.isDigit(text.charAt(to - 4));
        return to > from && text.charAt(to - 1) == '.' && !abbreviation && !dots ? to - 1 : to;
    }

    /** Without check marks, pictures and the half of one that a cut left; a degree sign stays. */
    private int withoutSymbols(int from, int end) {
        int to = end;
        while (to > from) {
            int symbol = text.codePointBefore(to);
            int type = Character.getType(symbol);
            boolean picture = symbol > 0x214F
                    && (type == Character.OTHER_SYMBOL
                            || type == Character.MODIFIER_SYMBOL
                            || type == Character.SURROGATE
                            || symbol == 0xFE0F);
            if (!picture && !Character.isWhitespace(symbol)) {
                return to;
            }
            to -= Character.charCount(symbol);
        }
        return to;
    }

    private Optional<Span> read(int start, int to, int depth) {
        int from = withoutFillers(start, to);
        List<Item> items = Items.in(passage, from, to);
        if (items.isEmpty()) {
            return words(from, to);
        }
        Optional<Span> equation = isSum(items, from, to) ? Equation.last(passage, from, to) : Optional.empty();
        if (equation.isPresent()) {
            return equation;
        }
        Prose prose = new Prose(text, from, to, items);
        if (prose.isEmpty() || WHOLE.contains(prose.first())) {
            return Span.trimmed(text, from, to);
        }
        int stated = depth < DEEPEST ? afterVerb(from, to, items, prose) : -1;
        if (stated >= 0) {
            return read(stated, to, depth + 1);
        }
        return prose.opensWithItem()
                ? Span.trimmed(text, from, prose.tail(TAIL))
                : Conclusion.of(passage, from, to).map(Conclusion.Result::span);
    }

    /** An equation whose left side is computed, not named: 3 + 4 = 7. */
    private boolean isSum(List<Item> items, int from, int to) {
        int sign = text.indexOf('=', from);
        if (sign < 0 || sign >= to || passage.formulaAt(sign).isPresent()) {
            return false;
        }
        Item first = items.get(0);
        return first.start() < sign && first.end() <= sign && first.kind() == Item.Kind.NUMBER;
    }

    private Optional<Span> words(int from, int to) {
        Optional<Span> yes = AnswerWords.in(text, from, to);
        if (yes.isPresent()) {
            return yes;
        }
        Matcher stated = STATED.matcher(text).region(from, to);
        int start = from;
        while (stated.find() && stated.end() < to) {
            start = stated.end();
        }
        Optional<Span> trimmed = Span.trimmed(text, start, to);
        return trimmed.filter(span -> MathRunOnly.is(span.answer()) || AnswerWords.mayAnswer(span.answer()));
    }

    private int withoutFillers(int start, int to) {
        int from = start;
        Matcher matcher = FILLER.matcher(text);
        while (matcher.region(from, to).lookingAt() && matcher.end() < to && endsWord(matcher.end(), to)) {
            from = matcher.end();
        }
        return from;
    }

    private boolean endsWord(int at, int to) {
        return !(Character.isLetter(text.charAt(at - 1)) && at < to && Character.isLetter(text.charAt(at)));
    }

    /** After the last verb that is followed by an item and not itself within one. */
    private int afterVerb(int from, int to, List<Item> items, Prose prose) {
        int found = -1;
        Matcher verb = VERB.matcher(text).region(from, to);
        while (verb.find()) {
            int end = verb.end();
            boolean stated = prose.isProse(verb.start())
                    && items.stream().anyMatch(item -> item.start() >= end && item.kind() != Item.Kind.ATTRIBUTE);
            boolean relative =
                    found >= 0 && items.stream().anyMatch(item -> item.end() <= verb.start() && item.start() > from);
            if (stated && !relative) {
                found = end;
            }
        }
        return found;
    }

    /** The words of a clause outside of its items. */
    private static final class Prose {
        private final String text;
        private final int from;
        private final int to;
        private final List<Item> items;
        private String first = "";
        private int firstAt = -1;

        private Prose(String text, int from, int to, List<Item> items) {
            this.text = text;
            this.from = from;
            this.to = to;
            this.items = items;
            int at = next(from);
            while (at >= 0 && isJoint(word(at))) {
                at = next(at + word(at).length());
            }
            if (at >= 0) {
                first = word(at);
                firstAt = at;
            }
        }

        private static boolean isJoint(String word) {
            return word.equals("and") || word.equals("or");
        }

        private boolean isEmpty() {
            return firstAt < 0;
        }

        private String first() {
            return first;
        }

        private boolean opensWithItem() {
            return items.get(0).start() < firstAt;
        }

        private boolean isProse(int at) {
            return items.stream().noneMatch(item -> item.start() <= at && at < item.end());
        }

        /** Where the first word begins after the first item with which nothing more of the answer comes. */
        private int tail(Set<String> tail) {
            int at = next(items.get(0).end());
            while (at >= 0) {
                String word = word(at);
                int behind = at + word.length() + 1;
                boolean ratio = (word.equals("to") || word.equals("by"))
                        && behind < to
                        && Character.isDigit(text.charAt(behind));
                if (tail.contains(word) && !ratio) {
                    return at;
                }
                at = next(at + word.length());
            }
            return to;
        }

        private String word(int at) {
            int end = at;
            while (end < to && Character.isLetter(text.charAt(end))) {
                end++;
            }
            return text.substring(at, end).toLowerCase(Locale.ROOT);
        }

        /** The next word of two letters or more outside items and commands. */
        private int next(int start) {
            int i = start;
            int item = 0;
            while (i < to) {
                while (item < items.size() && items.get(item).end() <= i) {
                    item++;
                }
                if (item < items.size() && items.get(item).start() <= i) {
                    i = items.get(item).end();
                } else if (text.charAt(i) == '\\') {
                    i += 1 + word(i + 1).length();
                } else if (Character.isLetter(text.charAt(i))) {
                    int length = word(i).length();
                    if (length > 1) {
                        return i;
                    }
                    i += length;
                } else {
                    i++;
                }
            }
            return -1;
        }
    }
}
