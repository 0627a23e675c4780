package org.lemmalab.grading;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes off what is wrapped round an answer and says nothing about its value: emphasis and quotation marks, "about" and
 * "exactly", signs such as ∴ and ≈ before it, check marks and end-of-proof marks after it.
 */
final class Wrapping {
    private static final Pattern EMPHASIS = Pattern.compile("(\\*\\*|__|`|\\*(?=\\S))(.*)\\1", Pattern.DOTALL);
    private static final Pattern LEADING = Pattern.compile(
            "(?:[:&∴⇒→✓✔✅≈~\\s]|=(?![=>])|=>|->"
                    + "|\\\\(?:therefore|Rightarrow|Longrightarrow|implies|approx|simeq|sim|checkmark|quad|to|rightarrow|[ ,;:])(?![a-zA-Z]))+");
    private static final Pattern TRAILING = Pattern.compile(
            "(?:[\\s✓✔✅∎■□~]|\\\\(?:checkmark|blacksquare|square|qed|Box" + "|blacklozenge|quad)(?![a-zA-Z]))+$");
    private static final Pattern HEDGE = Pattern.compile(
            "(?:\\\\(?:text|mathrm|textrm|mbox)\\{\\s*)?\\b(?:about|approximately|approx\\.?|around|roughly|nearly|almost|circa"
                    + "|exactly|precisely|simply|equals|equal to|therefore|thus|hence|so|approximately equal to|only)"
                    + "(?:\\s*\\}[\\s~]*|,?[\\s~]+)(?=\\S)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTERTHOUGHT = Pattern.compile(
            "[\\s~]+\\(?(?:approximately|approx\\.?|exactly|precisely|or so|roughly|rounded)\\)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RESTATED = Pattern.compile(
            "[\\s~]*\\((?:≈|\\\\approx(?![a-z])|=|or |approximately |approx\\.? |about |i\\.e\\.,? )[^()]*\\)$");
    private static final Pattern LABEL = Pattern.compile(
            "(?:(?:\\\\(?:text|textbf|mathrm)\\{\\s*)(?:[A-Za-z]{2,15}[ ~]?){1,4}:\\s*\\}|[A-Z][a-z]{2,15}(?: [a-z]{1,15}){0,3}:)[\\s~]*(?=\\S)"
                    + "|(?:\\\\text\\{\\s*)?(?:[Tt]he |[Aa]n? )?(?:ordered )?(?:point|points|pair|pairs|triple|vertex|vector|interval|set|coordinates"
                    + "|center|centre|domain|range|answer|value|number|solution|solutions|solution set|final answer)(?: is| are|:)?"
                    + "[\\s~]*\\}?[\\s~]*(?=[(\\[{$<\\d-]|\\\\(?!text))");
    private static final String HEDGE_STARTS = "aArRnNcCeEpPsStThHoO\\";
    private static final String SIGNS = ":&∴⇒→✓✔✅≈~=-\\";
    private static final int MOST_LAYERS = 8;

    private Wrapping() {}

    /** The answer within; the text itself where nothing is wrapped round it, or nothing would be left. */
    static String without(String text) {
        String inner = text;
        for (int layer = 0; layer < MOST_LAYERS; layer++) {
            String next = oneLayer(inner);
            if (next.isEmpty() || next.length() == inner.length()) {
                return inner;
            }
            inner = next;
        }
        return inner;
    }

    private static String oneLayer(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String inner = unquoted(text);
        inner = SIGNS.indexOf(first(inner)) >= 0 ? withoutLeading(inner) : inner;
        inner = inner.isEmpty() || HEDGE_STARTS.indexOf(inner.charAt(0)) < 0 ? inner : withoutHedge(inner);
        inner = inner.length() > 5 && isLetterOrCommand(inner.charAt(0)) ? withoutLabel(inner) : inner;
        inner = withoutTrailing(inner);
        return inner.isEmpty() ? inner : numberAsText(inner);
    }

    private static char first(String text) {
        return text.isEmpty() ? ' ' : text.charAt(0);
    }

    private static String unquoted(String text) {
        char open = text.charAt(0);
        if ("*_`".indexOf(open) >= 0) {
            Matcher emphasis = EMPHASIS.matcher(text);
            if (emphasis.matches()) {
                return emphasis.group(2).strip();
            }
            int end = text.startsWith("**") ? text.indexOf("** ", 3) : -1;
            if (end > 0) {
                return text.substring(2, end) + text.substring(end + 2);
            }
        }
        char close = switch (open) {
            case '"' -> '"';
            case '“', '„' -> '”';
            case '‘' -> '’';
            case '\'' -> '\'';
            case '«' -> '»';
            case '「' -> '」';
            case '『' -> '』';
            case '‹' -> '›';
            case '`' -> '\'';
            default -> ' ';
        };
        int last = text.length() - 1;
        char end = text.charAt(last);
        boolean closed = end == close || close == '\'' && end == '’' || close == '’' && end == '\'';
        boolean quoted = close != ' ' && last > 1 && closed && text.indexOf(end, 1) == last;
        if (quoted) {
            return text.substring(1, last).strip();
        }
        boolean latex = text.startsWith("``") && text.endsWith("''");
        return latex ? text.substring(2, Math.max(2, last - 1)).strip() : text;
    }

    private static String withoutLeading(String text) {
        Matcher leading = LEADING.matcher(text);
        return leading.lookingAt() ? text.substring(leading.end()) : text;
    }

    private static String withoutHedge(String text) {
        Matcher hedge = HEDGE.matcher(text);
        return hedge.lookingAt() ? text.substring(hedge.end()) : text;
    }

    private static boolean isLetterOrCommand(char c) {
        return c == '\\' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    /** "Answer: 5", "the point (2, 3)": what the value is called. */
    private static String withoutLabel(String text) {
        boolean possible = text.indexOf(':') > 0 || text.indexOf(' ') > 0 || text.startsWith("\\text");
        Matcher label = possible ? LABEL.matcher(text) : null;
        return label != null && label.lookingAt() ? text.substring(label.end()) : text;
    }

    private static String withoutTrailing(String text) {
        if (text.isEmpty()) {
            return text;
        }
        char last = text.charAt(text.length() - 1);
        boolean mark = "✓✔✅∎■□".indexOf(last) >= 0;
        boolean command = text.indexOf("\\check") >= 0
                || text.indexOf("square") >= 0
                || text.endsWith("\\qed")
                || text.endsWith("\\Box");
        if (text.endsWith("$!")) {
            // a factorial's mark would stand within the formula
            return text.substring(0, text.length() - 1);
        }
        String inner = mark || command ? TRAILING.matcher(text).replaceFirst("") : text;
        if (last == ')' && inner.indexOf('(') > 0) {
            inner = RESTATED.matcher(inner).replaceFirst("");
        }
        boolean word = ".)yodO".indexOf(last) >= 0 && inner.indexOf(' ') > 0;
        return word ? AFTERTHOUGHT.matcher(inner).replaceFirst("") : inner;
    }

    /** {@code \text{17 cm}} and {@code \text{"even"}}: a number or a quotation that was set as text. */
    private static String numberAsText(String text) {
        int open = text.startsWith("\\text") || text.startsWith("\\mathrm{") ? text.indexOf('{') : -1;
        boolean whole = open > 0 && open < 8 && text.length() > open + 3 && text.indexOf('}') == text.length() - 1;
        if (!whole) {
            return text.startsWith("{}") && text.length() > 2 ? text.substring(2) : text;
        }
        char first = text.charAt(open + 1);
        boolean number = Character.isDigit(first) && text.indexOf(' ') > 0;
        return number || "\"“'`".indexOf(first) >= 0
                ? text.substring(open + 1, text.length() - 1).strip()
                : text;
    }
}
