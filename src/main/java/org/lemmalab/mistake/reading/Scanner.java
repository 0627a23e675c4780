package org.lemmalab.mistake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lemmalab.mistake.reading.Sign.Kind;

/**
 * Cuts the text of a step into numbers, operators, letters, words and relations: LaTeX, Unicode and plain text alike. Linear in the
 * text's length; text beyond {@value #LONGEST} characters is not read.
 */
final class Scanner {
    static final int LONGEST = 8_000;

    private static final Set<String> SPACES = Set.of(
            "left",
            "right",
            "big",
            "Big",
            "bigg",
            "Bigg",
            "displaystyle",
            "textstyle",
            "limits",
            "bigl",
            "bigr",
            "Bigl",
            "Bigr",
            "hspace",
            "phantom",
            "middle",
            "nonumber",
            "notag",
            "hline",
            "hfill",
            "tag");
    private static final Set<String> BREAKS = Set.of(
            "quad",
            "qquad",
            "implies",
            "iff",
            "Rightarrow",
            "Longrightarrow",
            "Leftrightarrow",
            "therefore",
            "because",
            "le",
            "leq",
            "ge",
            "geq",
            "lt",
            "gt",
            "ne",
            "neq",
            "equiv",
            "sim",
            "cong",
            "in",
            "to",
            "mapsto",
            "land",
            "lor",
            "newline",
            "ldots",
            "dots",
            "cdots",
            "dotsb",
            "dotsc",
            "vdots",
            "leqslant",
            "geqslant",
            "parallel",
            "perp",
            "subset",
            "cup",
            "cap");
    private static final Set<String> WRAPPERS = Set.of(
            "boxed", "fbox", "mathbf", "bm", "boldsymbol", "mathit", "underline", "cancel", "textcolor", "color", "bf");
    private static final Set<String> TEXTS =
            Set.of("text", "textbf", "mathrm", "mbox", "textit", "textrm", "mathsf", "texttt", "operatorname", "emph");
    private static final Map<String, String> OPERATORS =
            Map.of("times", "*", "cdot", "*", "div", "/", "ast", "*", "pm", "±", "mp", "±", "bullet", "*");
    private static final String DEGREE = "^\\circ ";
    private static final String UNICODE = "×·∗⋅÷⁄−–—≈→⇒⟹≡≤≥≠∴…";
    private static final String PLAIN = "****//---≈→⇒⇒≢≢≢≢;…";

    private final String text;
    private final List<Sign> signs = new ArrayList<>();
    private final Dollars dollars;
    private int at;
    private int mathDepth;

    private Scanner(String text) {
        this.text = text;
        this.dollars = Dollars.of(text);
    }

    static List<Sign> scan(String text) {
        Scanner scanner = new Scanner(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        scanner.run();
        return scanner.signs;
    }

    private void run() {
        while (at < text.length()) {
            char c = at(at);
            if (c == '\\') {
                command();
            } else if (isDigit(at) || c == '.' && isDigit(at + 1) && !isDigit(at - 1)) {
                number();
            } else if (Character.isLetter(c)) {
                letters();
            } else {
                symbol(c);
            }
        }
    }

    /** The character at a place, with Unicode's signs as plain ones; a space outside the text. */
    private char at(int place) {
        if (place < 0 || place >= text.length()) {
            return ' ';
        }
        char c = text.charAt(place);
        int known = c < 128 ? -1 : UNICODE.indexOf(c);
        return known < 0 ? c : PLAIN.charAt(known);
    }

    private boolean isDigit(int place) {
        char c = at(place);
        return c >= '0' && c <= '9';
    }

    private boolean inMath() {
        return mathDepth > 0 || dollars.inMath(at);
    }

    private void add(Kind kind, String written, int start) {
        signs.add(new Sign(kind, written, start));
    }

    private Sign last() {
        return signs.isEmpty() ? new Sign(Kind.BREAK, "", 0) : signs.get(signs.size() - 1);
    }

    private void number() {
        int start = at;
        StringBuilder digits = new StringBuilder();
        boolean point = false;
        while (at < text.length()) {
            int group = groupLength();
            if (isDigit(at)) {
                digits.append(at(at++));
            } else if (at(at) == '.' && !point && isDigit(at + 1)) {
                point = true;
                digits.append('.');
                at++;
            } else if (!point && group > 0 && digits.length() <= 3 + 3 * ((at - start) / 3)) {
                at += group;
            } else {
                break;
            }
        }
        String written = digits.charAt(0) == '.' ? "0" + digits : digits.toString();
        percent(written, start);
    }

    /** The length of a separator of thousands: a comma, LaTeX's comma in braces or with a thin negative space; 0 where there is none. */
    private int groupLength() {
        int length = at(at) == ','
                ? text.startsWith(",\\!", at) ? 3 : 1
                : text.startsWith("{,}", at) ? 3 : text.startsWith("\\,", at) && inMath() ? 2 : 0;
        int next = at + length;
        boolean group = length > 0 && isDigit(next) && isDigit(next + 1) && isDigit(next + 2) && !isDigit(next + 3);
        return group ? length : 0;
    }

    private void percent(String written, int start) {
        int next = at(at) == ' ' ? at + 1 : at;
        boolean sign = at(next) == '%' || text.startsWith("\\%", next);
        boolean word = text.startsWith("percent", next) && !text.startsWith("percentage", next);
        if (!sign && !word) {
            add(Kind.NUMBER, written, start);
            return;
        }
        at = sign ? next + (at(next) == '%' ? 1 : 2) : next + "percent".length();
        add(Kind.NUMBER, written + "%", start);
    }

    private void letters() {
        int start = at;
        while (Character.isLetter(at(at))
                || (at(at) == '\'' || at(at) == '’' || at(at) == '-') && Character.isLetter(at(at + 1)) && !inMath()) {
            at++;
        }
        String run = text.substring(start, at);
        if (inMath() || run.length() == 1 && isVariable(run, start)) {
            at = Math.min(at, start + 12);
            symbolic(text.substring(start, at), start);
        } else {
            word(run, start);
        }
    }

    /** A letter that stands alone: an article or a pronoun, a sign for "times", or a variable. */
    private boolean isVariable(String letter, int start) {
        return !letter.equals("a") && !letter.equals("A") && !letter.equals("I") && !isTimes(letter, start)
                || nextSign(at) == '=' && !letter.equals("I");
    }

    private char nextSign(int place) {
        return at(afterSpaces(place));
    }

    private int afterSpaces(int place) {
        int next = place;
        while (at(next) == ' ' && next < text.length()) {
            next++;
        }
        return next;
    }

    private boolean isTimes(String letter, int start) {
        boolean x = letter.equals("x") || letter.equals("X");
        char next = nextSign(at);
        boolean operand = next >= '0' && next <= '9' || next == '$' || next == '(' || next == '.' || next == '\\';
        boolean before = last().endsOperand() || last().is(Kind.WORD);
        return x && operand && before && (start == 0 || !Character.isDigit(at(start - 1)) || Character.isDigit(next));
    }

    private void symbolic(String run, int start) {
        if (isTimes(run, start)) {
            add(Kind.OPERATOR, "*", start);
        } else {
            add(Kind.SYMBOL, run + subscript(), start);
        }
    }

    /** A subscript that follows, which makes the letter another name. */
    private String subscript() {
        if (at(at) != '_') {
            return "";
        }
        int start = at++;
        if (at(at) == '{') {
            braced();
        } else {
            at++;
        }
        return text.substring(start, Math.min(at, text.length()));
    }

    private void word(String run, int start) {
        String word = run.toLowerCase(Locale.ROOT);
        if (isTimes(run, start)) {
            add(Kind.OPERATOR, "*", start);
            return;
        }
        Words.add(word, start, signs);
    }

    /** Passes over a group in braces and gives its content. */
    private String braced() {
        int start = at + 1;
        int depth = 0;
        do {
            depth += at(at) == '{' ? 1 : at(at) == '}' ? -1 : 0;
            at++;
        } while (at < text.length() && depth > 0);
        return text.substring(Math.min(start, text.length()), Math.max(Math.min(start, text.length()), at - 1));
    }

    private void command() {
        int start = at++;
        if (!Character.isLetter(at(at))) {
            escaped(start);
            return;
        }
        while (Character.isLetter(at(at)) && at(at) < 128) {
            at++;
        }
        String name = text.substring(start + 1, at);
        if (TEXTS.contains(name)) {
            at = afterSpaces(at);
            if (at(at) == '{') {
                Words.addAll(braced(), start, signs);
            }
        } else if (OPERATORS.containsKey(name)) {
            add(Kind.OPERATOR, OPERATORS.get(name), start);
        } else if (name.equals("approx") || name.equals("rightarrow") || name.equals("longrightarrow")) {
            add(Kind.RELATION, name.equals("approx") ? "≈" : "→", start);
        } else if (BREAKS.contains(name)) {
            add(Kind.BREAK, name, start);
        } else if (name.equals("begin") || name.equals("end")) {
            environment(start);
        } else if (WRAPPERS.contains(name)) {
            at = afterSpaces(at);
        } else if (!SPACES.contains(name)) {
            function(name, start);
        }
    }

    private void environment(int start) {
        if (at(at) == '{') {
            String name = braced();
            boolean rows = name.startsWith("align")
                    || name.startsWith("gather")
                    || name.startsWith("split")
                    || name.startsWith("equation");
            add(rows ? Kind.BREAK : Kind.UNREAD, name, start);
        }
    }

    private void escaped(int start) {
        char c = at(at++);
        switch (c) {
            case '(', '[' -> {
                mathDepth++;
                if (c == '[') {
                    add(Kind.BREAK, "[", start);
                }
            }
            case ')', ']' -> {
                mathDepth = Math.max(0, mathDepth - 1);
                if (c == ']') {
                    add(Kind.BREAK, "]", start);
                }
            }
            case '\\' -> add(Kind.BREAK, "\\", start);
            case '{' -> add(Kind.UNREAD, "{", start);
            case '}' -> add(Kind.UNREAD, "}", start);
            default -> {
                // a space or an escaped sign such as \$
            }
        }
    }

    private void function(String name, int start) {
        boolean fraction = name.equals("frac") || name.equals("dfrac") || name.equals("tfrac") || name.equals("cfrac");
        if (fraction) {
            fraction(start);
            return;
        }
        StringBuilder written = new StringBuilder("\\").append(name);
        if (name.equals("sqrt") && at(at) == '[') {
            int end = text.indexOf(']', at);
            if (end > 0 && end - at < 8) {
                written.append(text, at, end + 1);
                at = end + 1;
            }
        }
        int most = name.endsWith("binom") ? 2 : 1;
        for (int i = 0; i < most && at(at) == '{'; i++) {
            written.append('{').append(Words.withoutText(braced())).append('}');
        }
        if (written.length() == name.length() + 1) {
            written.append(subscript()).append(' ');
        }
        add(Kind.SYMBOL, written.toString(), start);
    }

    /** A fraction as a quotient in parentheses, so that plain arithmetic stays plain. */
    private void fraction(int start) {
        String above = argument();
        String below = argument();
        if (above.isBlank() || below.isBlank()) {
            add(Kind.UNREAD, "frac", start);
            return;
        }
        add(Kind.OPEN, "(", start);
        part(above, start);
        add(Kind.OPERATOR, "/", start);
        part(below, start);
        add(Kind.CLOSE, ")", start);
    }

    private String argument() {
        at = afterSpaces(at);
        if (at(at) == '{') {
            return braced();
        }
        return at < text.length() ? text.substring(at, ++at) : "";
    }

    private void part(String written, int start) {
        add(Kind.OPEN, "(", start);
        Scanner inner = new Scanner(written);
        inner.mathDepth = 1;
        inner.run();
        inner.signs.forEach(sign -> signs.add(new Sign(sign.kind(), sign.text(), start)));
        add(Kind.CLOSE, ")", start);
    }

    private void symbol(char c) {
        int start = at++;
        switch (c) {
            case '+' -> add(Kind.OPERATOR, "+", start);
            case '*' -> star(start);
            case '-' -> minus(start);
            case '/' -> slash(start);
            case '^' -> power(start);
            case '(', '[' -> add(Kind.OPEN, "(", start);
            case ')', ']' -> add(Kind.CLOSE, ")", start);
            case '{', '}', '&', '~', '`', '#', '"', '$' -> {
                // grouping and marks only; which dollar signs enclose formulas is known beforehand
            }
            case '=' -> equals(start);
            case '≈' -> add(Kind.RELATION, "≈", start);
            case '→' -> add(Kind.RELATION, "→", start);
            case '<', '>', '≢', '⇒', ';', '?', '\n' -> add(Kind.BREAK, String.valueOf(c), start);
            case ',' -> add(Kind.BREAK, ",", start);
            case ':' -> colon(start);
            case '.' -> fullStop(start);
            case '!' -> mark(start);
            case '|' -> add(inMath() ? Kind.UNREAD : Kind.BREAK, "|", start);
            case '_' -> add(inMath() ? Kind.UNREAD : Kind.WORD, "_", start);
            case '°' -> add(Kind.SYMBOL, DEGREE, start);
            case '…' -> add(Kind.UNREAD, "…", start);
            case 'π' -> add(Kind.SYMBOL, "\\pi ", start);
            default -> {
                // spaces and signs without meaning here
            }
        }
    }

    private void star(int start) {
        boolean emphasis = at(at) == '*' && (!last().endsOperand() || !isOperandNext(at + 1)) || at(start - 1) == '*';
        boolean bullet = lineStart(start);
        if (at(at) == '*' && !emphasis) {
            at++;
            add(Kind.OPERATOR, "^", start);
        } else if (!emphasis && !bullet) {
            add(Kind.OPERATOR, "*", start);
        }
    }

    private boolean isOperandNext(int place) {
        char next = nextSign(place);
        return Character.isLetterOrDigit(next) || next == '(' || next == '$' || next == '.' || next == '\\';
    }

    private boolean lineStart(int place) {
        int before = place - 1;
        while (at(before) == ' ' && before >= 0) {
            before--;
        }
        return (before < 0 || at(before) == '\n') && at(place + 1) == ' ';
    }

    private void minus(int start) {
        boolean hyphen = Character.isLetterOrDigit(at(start - 1)) && Character.isLetter(at(at)) && !inMath();
        if (at(at) == '>') {
            at++;
            add(Kind.RELATION, "→", start);
        } else if (at(at) == '-') {
            at++;
            add(Kind.BREAK, "--", start);
        } else if (!hyphen && !lineStart(start)) {
            add(Kind.OPERATOR, "-", start);
        }
    }

    /** "meters/hour" and "$5/hour" are units. */
    private void slash(int start) {
        char next = nextSign(at);
        boolean unit = Character.isLetter(next) && !inMath() && isLongWord();
        if (!unit) {
            add(Kind.OPERATOR, "/", start);
        }
    }

    private boolean isLongWord() {
        return Character.isLetter(at(afterSpaces(at) + 1));
    }

    private void power(int start) {
        add(Kind.OPERATOR, "^", start);
        boolean braces = at(at) == '{';
        String exponent = braces ? braced() : "";
        if (braces && exponent.contains("circ")) {
            signs.remove(signs.size() - 1);
            add(Kind.SYMBOL, DEGREE, start);
        } else if (braces) {
            part(exponent, start);
        } else if (text.startsWith("\\circ", at)) {
            at += 5;
            signs.remove(signs.size() - 1);
            add(Kind.SYMBOL, DEGREE, start);
        } else if (isDigit(at)) {
            add(Kind.NUMBER, String.valueOf(at(at++)), start);
        }
    }

    private void equals(int start) {
        if (at(at) == '>') {
            at++;
            add(Kind.BREAK, "⇒", start);
        } else if (at(at) == '=') {
            at++;
            add(Kind.RELATION, "=", start);
        } else {
            boolean part = "<>!".indexOf(at(start - 1)) >= 0;
            add(part ? Kind.BREAK : Kind.RELATION, "=", start);
        }
    }

    private void colon(int start) {
        boolean ratio = isDigit(start - 1) && isDigit(at);
        add(ratio ? Kind.UNREAD : Kind.BREAK, ":", start);
    }

    private void fullStop(int start) {
        int next = afterSpaces(at);
        boolean spaced = next > at || next >= text.length() || at(next) == '\n';
        boolean end = spaced && !Character.isLowerCase(at(next));
        if (end || inMath()) {
            add(Kind.BREAK, ".", start);
        }
    }

    private void mark(int start) {
        boolean factorial = last().endsOperand()
                && (start == 0 || at(start - 1) != ' ')
                && (inMath() || last().is(Kind.NUMBER) && "+*/=)-≈×".indexOf(nextSign(at)) >= 0);
        if (factorial) {
            Sign operand = signs.remove(signs.size() - 1);
            if (operand.is(Kind.CLOSE)) {
                signs.add(operand);
                add(Kind.SYMBOL, "!", start);
            } else {
                add(Kind.SYMBOL, operand.text() + "!", operand.at());
            }
        } else {
            add(Kind.BREAK, "!", start);
        }
    }
}
