package org.lemmalab.mistake.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lemmalab.mistake.reading.Sign.Kind;

/** What words mean in a calculation: numbers, operators and relations. */
final class Words {
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("two", "2"),
            Map.entry("three", "3"),
            Map.entry("four", "4"),
            Map.entry("five", "5"),
            Map.entry("six", "6"),
            Map.entry("seven", "7"),
            Map.entry("eight", "8"),
            Map.entry("nine", "9"),
            Map.entry("ten", "10"),
            Map.entry("eleven", "11"),
            Map.entry("twelve", "12"),
            Map.entry("thirteen", "13"),
            Map.entry("fourteen", "14"),
            Map.entry("fifteen", "15"),
            Map.entry("sixteen", "16"),
            Map.entry("seventeen", "17"),
            Map.entry("eighteen", "18"),
            Map.entry("nineteen", "19"),
            Map.entry("twenty", "20"),
            Map.entry("thirty", "30"),
            Map.entry("forty", "40"),
            Map.entry("fifty", "50"),
            Map.entry("sixty", "60"),
            Map.entry("seventy", "70"),
            Map.entry("eighty", "80"),
            Map.entry("ninety", "90"));
    private static final Map<String, String> OPERATORS = Map.of("times", "*", "plus", "+", "minus", "-", "less", "-");
    private static final Set<String> RELATIONS = Set.of(
            "is", "are", "equals", "gives", "makes", "leaves", "equal", "was", "gets", "leaving", "giving", "making",
            "be");
    private static final Map<String, String> BEFORE_BY = Map.of("divided", "/", "multiplied", "*");
    private static final Set<String> CONJUNCTIONS = Set.of(
            "so",
            "and",
            "then",
            "therefore",
            "thus",
            "but",
            "because",
            "since",
            "or",
            "if",
            "hence",
            "while",
            "where",
            "when",
            "for",
            "from",
            "with",
            "by",
            "that",
            "out",
            "in",
            "at");

    private Words() {}

    /** Adds a word, or what it means. */
    static void add(String word, int at, List<Sign> signs) {
        Sign last = signs.isEmpty() ? new Sign(Kind.BREAK, "", 0) : signs.get(signs.size() - 1);
        boolean afterValue = last.endsOperand() || last.is(Kind.WORD) && !isConjunction(last);
        if (NUMBERS.containsKey(word)) {
            signs.add(new Sign(Kind.NUMBER, NUMBERS.get(word), at));
        } else if (word.equals("twice")) {
            signs.add(new Sign(Kind.NUMBER, "2", at));
            signs.add(new Sign(Kind.OPERATOR, "*", at));
        } else if (OPERATORS.containsKey(word) && afterValue) {
            signs.add(new Sign(Kind.OPERATOR, OPERATORS.get(word), at));
        } else if (word.equals("by") && BEFORE_BY.containsKey(last.text())) {
            signs.set(signs.size() - 1, new Sign(Kind.OPERATOR, BEFORE_BY.get(last.text()), at));
        } else if (word.equals("of") && isShare(signs)) {
            signs.add(new Sign(Kind.OPERATOR, "*", at));
        } else if (RELATIONS.contains(word)) {
            relation(word, at, signs, last);
        } else {
            signs.add(new Sign(Kind.WORD, word, at));
        }
    }

    static boolean isConjunction(Sign sign) {
        return sign.is(Kind.WORD) && CONJUNCTIONS.contains(sign.text());
    }

    /** "which is" goes on with what stands before the comma. */
    private static void relation(String word, int at, List<Sign> signs, Sign last) {
        if (last.is(Kind.WORD, "which")) {
            signs.remove(signs.size() - 1);
            if (!signs.isEmpty() && signs.get(signs.size() - 1).is(Kind.BREAK, ",")) {
                signs.remove(signs.size() - 1);
            }
        }
        signs.add(new Sign(Kind.RELATION, "is", at));
    }

    /** A percentage or a fraction before "of" multiplies. */
    private static boolean isShare(List<Sign> signs) {
        int size = signs.size();
        Sign last = size == 0 ? new Sign(Kind.BREAK, "", 0) : signs.get(size - 1);
        boolean percent = last.is(Kind.NUMBER) && last.text().endsWith("%");
        boolean fraction =
                size > 2 && (last.is(Kind.NUMBER) && signs.get(size - 2).is(Kind.OPERATOR, "/") || last.is(Kind.CLOSE));
        return percent || fraction;
    }

    static void addAll(String text, int at, List<Sign> signs) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
            if (!letter) {
                if (i > start) {
                    add(text.substring(start, i).toLowerCase(Locale.ROOT), at, signs);
                }
                start = i + 1;
            }
        }
    }

    /** A formula's argument without units set as text; a name set as text stays and makes it unreadable. */
    static String withoutText(String argument) {
        return argument.length() > 300 ? "?" : argument.replaceAll("(?<=[0-9}) ])\\\\(?:text|mathrm)\\{[^{}]*\\}", "");
    }
}
