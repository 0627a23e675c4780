package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a sentence comes to: the result of its last equation, else what its main clause states. Side clauses (since …, because …)
 * and what only places the statement (in 5 days, for the 3 of them, than 4) are left aside where anything else is said.
 */
final class Conclusion {
    private static final int LONGEST = 2_000;
    private static final Pattern REASON = Pattern.compile(
            "(?i)(?:[,;]? \\(?(?:because|since|given that|considering|assuming|provided|as (?:it|he|she|they|we|you|there)|whereas|i hope|so that(?!['\u2019]s| (?:is|means?|meant|makes?|made|leaves?|left|will|would|gives?|was)\\b)|where)|, as|, who|, not)\\b");
    private static final Pattern LEADING = Pattern.compile(
            "(?i)^[^\\p{L}]*(?:(?:so|thus|hence|therefore|then|now|finally|and|but|however),? )?"
                    + "(?:since|because|as|if|when|given|with|after|assuming|using|for|in|on|at|having|out of|once|while|by|of|from|under|over)\\b");
    private static final Pattern CONNECTOR = Pattern.compile(
            "(?i)(?:(?:,|;| and) (?:so|therefore|thus|hence|then)\\b|\\b(?:therefore|thus|hence|thereby|so)\\b(?! (?:far|many|much)\\b| that(?!['\u2019]s| (?:is|means?|meant|makes?|made|leaves?|left|will|would|gives?|was)\\b))|\\bwhich (?:is|means|gives|equals|makes|leaves|comes|adds|rounds|results|totals)\\b"
                    + "|\\bmeaning\\b|\\bmeans\\b|\\bmaking\\b|\\bgiving\\b|\\bleaving\\b|\\btotall?ing\\b|\\bresulting\\b|\\bi\\.e\\.|\\bthat is,|, that is\\b|(?:(?<=\\d)|,) or(?= (?:about |approximately )?\\$?[\\d.,]+ ?\\\\?(?:%|percent))|\\u2192|\\u21D2|=>|\\\\implies|\\\\Rightarrow)");

    private final Passage passage;
    private final String text;

    private Conclusion(Passage passage) {
        this.passage = passage;
        this.text = passage.text();
    }

    /** What the stretch comes to; empty where it holds nothing that may be an answer. */
    static Optional<Result> of(Passage passage, int start, int end) {
        return new Conclusion(passage).read(Math.max(start, end - LONGEST), end);
    }

    private Optional<Result> read(int start, int end) {
        List<Item> items = Items.in(passage, start, end);
        if (items.isEmpty()) {
            return Optional.empty();
        }
        int to = beforeReason(start, end, items);
        int from = afterLeading(start, to, items);
        from = afterConnector(from, to, items);
        Optional<Span> result = Equation.last(passage, from, to);
        return result.isPresent()
                ? result.map(span -> new Result(span, ExtractionRule.LAST_EQUATION))
                : Statement.of(passage, start, within(items, from, to));
    }

    /** What was found and how. */
    record Result(Span span, ExtractionRule rule) {}

    private static List<Item> within(List<Item> items, int from, int to) {
        List<Item> within = new ArrayList<>();
        for (Item item : items) {
            if (item.start() >= from && item.end() <= to) {
                within.add(item);
            }
        }
        return within;
    }

    private static boolean any(List<Item> items, int from, int to) {
        return items.stream()
                .anyMatch(item -> item.start() >= from && item.end() <= to && item.kind() != Item.Kind.ATTRIBUTE);
    }

    /** Where the first reason begins that follows a statement with an item; a reason that computes the result counts too. */
    private int beforeReason(int start, int end, List<Item> items) {
        Matcher matcher = REASON.matcher(text).region(start, end);
        while (matcher.find()) {
            boolean prose = passage.formulaAt(matcher.start()).isEmpty();
            if (prose && any(items, start, matcher.start())) {
                return Equation.isComputed(passage, matcher.end(), end) ? end : matcher.start();
            }
        }
        return end;
    }

    /** After the comma of a leading side clause, where a statement with an item follows. */
    private int afterLeading(int start, int end, List<Item> items) {
        Matcher leading = LEADING.matcher(text).region(start, end);
        if (!leading.lookingAt()) {
            return start;
        }
        for (int i = leading.end(); i < end; i++) {
            Optional<Formula> formula = passage.formulaAt(i);
            if (formula.isPresent()) {
                i = formula.get().end() - 1;
                continue;
            }
            boolean comma = text.charAt(i) == ',' && i + 1 < end && text.charAt(i + 1) == ' ';
            boolean then = text.startsWith(" then ", i);
            if ((comma || then) && any(items, i, end)) {
                return i + 1;
            }
        }
        return start;
    }

    /** After the last word that draws a conclusion, where an item follows that is stated and not only placed. */
    private int afterConnector(int start, int end, List<Item> items) {
        int from = start;
        Matcher matcher = CONNECTOR.matcher(text).region(start, end);
        while (matcher.find()) {
            List<Item> rest = within(items, matcher.end(), end);
            if (passage.formulaAt(matcher.start()).isEmpty() && Statement.states(passage, start, rest)) {
                from = matcher.end();
            }
        }
        return from;
    }
}
