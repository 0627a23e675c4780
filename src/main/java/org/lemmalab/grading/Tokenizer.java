package org.lemmalab.grading;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.lemmalab.grading.Token.Type;

/**
 * Splits an answer into tokens: LaTeX as models write it, plain text and Unicode signs alike. Formatting commands vanish here,
 * so {@code \left(} is a parenthesis and {@code \dfrac} is {@code \frac}. Time is linear in the text's length.
 */
final class Tokenizer {
    private static final Map<Character, String> UNICODE = Map.ofEntries(
            Map.entry('×', "times"),
            Map.entry('·', "cdot"),
            Map.entry('⋅', "cdot"),
            Map.entry('÷', "div"),
            Map.entry('π', "pi"),
            Map.entry('∞', "infty"),
            Map.entry('√', "sqrt"),
            Map.entry('≤', "le"),
            Map.entry('≥', "ge"),
            Map.entry('≠', "ne"),
            Map.entry('≈', "approx"),
            Map.entry('∪', "cup"),
            Map.entry('∩', "cap"),
            Map.entry('∈', "in"),
            Map.entry('°', "degree"),
            Map.entry('±', "pm"),
            Map.entry('∓', "mp"),
            Map.entry('ℝ', "reals"),
            Map.entry('∅', "emptyset"),
            Map.entry('∠', "angle"),
            Map.entry('△', "triangle"),
            Map.entry('∧', "land"),
            Map.entry('∨', "lor"),
            Map.entry('¬', "lnot"),
            Map.entry('∉', "notin"),
            Map.entry('θ', "theta"),
            Map.entry('µ', "mu"),
            Map.entry('μ', "mu"),
            Map.entry('Ω', "Omega"),
            Map.entry('\u2126', "Omega"));
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("dfrac", "frac"),
            Map.entry("tfrac", "frac"),
            Map.entry("cfrac", "frac"),
            Map.entry("leq", "le"),
            Map.entry("leqslant", "le"),
            Map.entry("geq", "ge"),
            Map.entry("geqslant", "ge"),
            Map.entry("neq", "ne"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("lvert", "|"),
            Map.entry("rvert", "|"),
            Map.entry("vert", "|"),
            Map.entry("mid", "|"),
            Map.entry("lbrace", "{"),
            Map.entry("rbrace", "}"),
            Map.entry("lbrack", "["),
            Map.entry("rbrack", "]"),
            Map.entry("colon", ":"),
            Map.entry("ast", "*"),
            Map.entry("dbinom", "binom"),
            Map.entry("tbinom", "binom"),
            Map.entry("to", "rightarrow"),
            Map.entry("sfrac", "frac"),
            Map.entry("nicefrac", "frac"),
            Map.entry("leqq", "le"),
            Map.entry("geqq", "ge"),
            Map.entry("wedge", "land"),
            Map.entry("vee", "lor"),
            Map.entry("lnot", "neg"),
            Map.entry("infin", "infty"),
            Map.entry("textdegree", "degree"),
            Map.entry("dots", "ldots"),
            Map.entry("cdots", "ldots"),
            Map.entry("dotsc", "ldots"),
            Map.entry("dotsb", "ldots"),
            Map.entry("widebar", "bar"),
            Map.entry("setminus", "setminus"),
            Map.entry("backslash", "setminus"));

    /** Environments that only set rows below one another. */
    private static final String ALIGNED = "aligned";

    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{3})+");

    private final String text;
    private final Budget budget;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<String> environments = new ArrayDeque<>();
    private int at;
    /** How many dollar signs stand in the text; -1 before they are counted. */
    private int dollars = -1;

    private boolean spaced;

    private Tokenizer(String text, Budget budget) {
        this.text = text;
        this.budget = budget;
    }

    /** The tokens of a text, without the one that marks the end. */
    static List<Token> tokens(String text, Budget budget) {
        Tokenizer tokenizer = new Tokenizer(text, budget);
        tokenizer.run();
        return tokenizer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            budget.check();
            char c = text.charAt(at);
            if (c == '$' && isMoney()) {
                at++;
                emit(Type.COMMAND, "$");
            } else if (c == '&' && inAlignment()
                    || Character.isWhitespace(c)
                    || c == '~'
                    || c == '$'
                    || c == '\u200b') {
                spaced = true;
                at++;
            } else if (c == '\\') {
                command();
            } else if (c >= '0' && c <= '9') {
                if (c == '0' && prefixedBase()) {
                    continue;
                }
                at++;
                emit(Type.DIGIT, String.valueOf(c));
            } else if (isLatin(c)) {
                word();
            } else {
                symbol(c);
            }
        }
    }

    /** 0x2A, 0b1011 and 0o17: their digits with the base as subscript. */
    private boolean prefixedBase() {
        char letter = at + 2 < text.length() ? text.charAt(at + 1) : ' ';
        int base = letter == 'x' || letter == 'X' ? 16 : letter == 'b' || letter == 'B' ? 2 : letter == 'o' ? 8 : 0;
        int end = at + 2;
        while (base > 0 && end < text.length() && Character.digit(text.charAt(end), base) >= 0) {
            end++;
        }
        boolean within = end < text.length() && Character.isLetterOrDigit(text.charAt(end)) || afterNumber();
        if (base == 0 || end == at + 2 || within) {
            return false;
        }
        for (char c : text.substring(at + 2, end).toUpperCase(Locale.ROOT).toCharArray()) {
            emit(isLatin(c) ? Type.LETTER : Type.DIGIT, String.valueOf(c));
        }
        emit(Type.SYMBOL, "_");
        emit(Type.TEXT, String.valueOf(base));
        at = end;
        return true;
    }

    /** Whether the dollar sign here is money: one that no other closes, before an amount. */
    private boolean isMoney() {
        if (dollars < 0) {
            dollars = MoneySign.count(text);
        }
        return dollars % 2 == 1 && MoneySign.isNumber(text, at + 1);
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private void emit(Type type, String tokenText) {
        tokens.add(new Token(type, tokenText, spaced));
        spaced = false;
    }

    private void word() {
        int end = at;
        while (end < text.length() && isLatin(text.charAt(end))) {
            end++;
        }
        String run = text.substring(at, end);
        int sign = MoneySign.codeLength(text, at, end);
        if (sign > 0) {
            emit(Type.COMMAND, MoneySign.code(text, at, sign));
            at += sign;
            return;
        }
        at = end;
        if (!spaced && run.length() == 2 && Vocabulary.ORDINAL_ENDINGS.contains(run) && afterNumber()) {
            return;
        }
        if (run.length() > 1 && (Vocabulary.isWord(run) || UnitNames.isFirstOfTwo(run, text, end))) {
            emit(isTimeUnit(run) && text.substring(end).isBlank() ? Type.TEXT : Type.WORD, run);
        } else {
            run.chars().forEach(letter -> emit(Type.LETTER, String.valueOf((char) letter)));
        }
    }

    private void symbol(char c) {
        String command = UNICODE.get(c);
        if (command != null) {
            at++;
            emit(Type.COMMAND, command);
        } else if (text.startsWith("{,}", at)) {
            at += 3;
            emit(Type.THOUSANDS, ",");
        } else if (text.startsWith(",\\!", at)) {
            at += 3;
            emit(Type.THOUSANDS, ",");
        } else if (text.startsWith("**", at)) {
            at += 2;
            emit(Type.SYMBOL, "^");
        } else {
            at++;
            superscriptOr(c);
        }
    }

    private void superscriptOr(char c) {
        switch (c) {
            case '²' -> power("2");
            case '³' -> power("3");
            case '½' -> fraction("1", "2");
            case '¼' -> fraction("1", "4");
            case '¾' -> fraction("3", "4");
            case '−', '–', '—' -> emit(Type.SYMBOL, "-");
            case '’', '′' -> emit(Type.SYMBOL, "'");
            case '€', '£', '¥', '₹', '₩', '₽' -> moneySign(c);
            case '¢' -> emit(Type.TEXT, "cents");
            case '℃', '℉' -> emit(Type.TEXT, String.valueOf(c));
            case '⁻' -> negativePower();
            case '{', '}' -> emit(Type.SYMBOL, c == '{' ? "⟦" : "⟧");
            default -> emit(Type.SYMBOL, String.valueOf(c));
        }
    }

    /** A sign before an amount, or after it as a unit. */
    private void moneySign(char c) {
        boolean after = afterNumber() && !MoneySign.isNumber(text, at);
        emit(after ? Type.TEXT : Type.COMMAND, String.valueOf(c));
    }

    private void negativePower() {
        boolean one = at < text.length() && "¹²³".indexOf(text.charAt(at)) >= 0;
        emit(Type.SYMBOL, "^");
        emit(Type.SYMBOL, "⟦");
        emit(Type.SYMBOL, "-");
        emit(Type.DIGIT, one ? String.valueOf("¹²³".indexOf(text.charAt(at)) + 1) : "1");
        emit(Type.SYMBOL, "⟧");
        at += one ? 1 : 0;
    }

    private void power(String digit) {
        emit(Type.SYMBOL, "^");
        emit(Type.DIGIT, digit);
    }

    private void fraction(String numerator, String denominator) {
        emit(Type.COMMAND, "frac");
        emit(Type.DIGIT, numerator);
        emit(Type.DIGIT, denominator);
    }

    private void command() {
        at++;
        if (at >= text.length()) {
            return;
        }
        char c = text.charAt(at);
        if (!isLatin(c)) {
            at++;
            escaped(c);
            return;
        }
        int end = at;
        while (end < text.length() && isLatin(text.charAt(end))) {
            end++;
        }
        String name = text.substring(at, end);
        if (name.length() > 4 && (name.startsWith("quad") || name.startsWith("qquad"))) {
            end = at + (name.startsWith("quad") ? 4 : 5);
            name = "quad";
        }
        at = end;
        named(SYNONYMS.getOrDefault(name, name));
    }

    private void escaped(char c) {
        switch (c) {
            case ',', ';', ':', ' ', '>', '\n', '(', ')', '[', ']' -> spaced = true;
            case '!' -> {
                // a negative space: nothing stands between
            }
            case '{', '}', '|' -> emit(Type.SYMBOL, String.valueOf(c));
            case '\\' -> {
                if (continuesRow()) {
                    spaced = true;
                } else {
                    emit(Type.COMMAND, "\\");
                }
            }
            case '$' -> moneySign(c);
            case '%', '&', '#', '_' -> emit(Type.SYMBOL, String.valueOf(c));
            default -> throw new NoMathematics("unknown command \\" + c);
        }
    }

    private void named(String name) {
        if (name.length() == 1 && !isLatin(name.charAt(0))) {
            emit(Type.SYMBOL, name);
        } else if (Vocabulary.IGNORED_ARGUMENTS.containsKey(name)) {
            for (int i = 0; i < Vocabulary.IGNORED_ARGUMENTS.get(name); i++) {
                braced();
            }
        } else if (Vocabulary.ACCENTS.contains(name) && accented(name)) {
            return;
        } else if (Vocabulary.FORMATTING.contains(name)) {
            boolean delimiter = name.equals("left") || name.equals("right");
            if (delimiter && at < text.length() && text.charAt(at) == '.') {
                at++;
            }
            spaced |= name.endsWith("quad");
        } else if (Vocabulary.TEXT_COMMANDS.contains(name)) {
            textCommand();
        } else if (SiUnits.isCommand(name)) {
            siUnits(name);
        } else if (name.equals("begin") || name.equals("end")) {
            environment(name);
        } else if (name.startsWith("quad")) {
            // \\quadx: the letters after it were meant to stand apart
            at -= name.length() - 4;
            spaced = true;
        } else if (!Vocabulary.STYLES.contains(name)) {
            emit(Type.COMMAND, name);
        }
    }

    /** A line or dots over digits; a unit vector i, j or k. Whether the accent means something. */
    private boolean accented(String name) {
        int start = at;
        String content =
                name.equals("overline") && afterLetter() ? "" : accentArgument().strip();
        boolean digits = !content.isEmpty() && content.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits && !name.equals("hat") && !name.equals("vec") && !name.equals("mathbf")) {
            emit(Type.COMMAND, name.equals("dot") ? "dot" : "overline");
            emit(Type.SYMBOL, "⟦");
            content.chars().forEach(c -> emit(Type.DIGIT, String.valueOf((char) c)));
            emit(Type.SYMBOL, "⟧");
            return true;
        }
        boolean conjugate =
                name.equals("bar") && !content.isEmpty() && (content.charAt(0) == 'z' || content.charAt(0) == 'w');
        if (conjugate) {
            at = start;
            emit(Type.COMMAND, "overline");
            return true;
        }
        String unit = Vocabulary.UNIT_VECTORS.getOrDefault(content, "");
        boolean vector = !unit.isEmpty()
                && (name.equals("mathbf")
                        || name.equals("hat")
                        || name.equals("vec")
                        || name.equals("bm")
                        || name.equals("boldsymbol")
                        || name.equals("widehat"));
        if (vector) {
            emit(Type.LETTER, unit);
            return true;
        }
        at = start;
        return false;
    }

    private boolean afterLetter() {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).type() == Type.LETTER && !spaced;
    }

    /** What an accent stands over: braces or one letter or digit; also \hat\imath. */
    private String accentArgument() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '{') {
            return braced();
        }
        int end = at;
        if (end < text.length() && text.charAt(end) == '\\') {
            end++;
            while (end < text.length() && isLatin(text.charAt(end))) {
                end++;
            }
        } else if (end < text.length()) {
            end++;
        }
        String argument = text.substring(at, end);
        at = end;
        return argument;
    }

    /** A number and a unit by the commands of siunitx. */
    private void siUnits(String name) {
        if (SiUnits.hasNumber(name)) {
            tokens.addAll(tokens(braced(), budget));
        }
        if (SiUnits.hasUnit(name)) {
            String unit = SiUnits.words(braced());
            emit(unit.equals("%") ? Type.SYMBOL : Type.TEXT, unit.isEmpty() ? " " : unit);
        }
    }

    private void environment(String beginOrEnd) {
        String name = braced();
        if (beginOrEnd.equals("end")) {
            String open = environments.isEmpty() ? name : environments.pop();
            if (!open.equals(ALIGNED)) {
                emit(Type.FINISH, open);
            }
            return;
        }
        String bare = name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
        if (Vocabulary.COLUMNED.contains(bare) && at < text.length() && text.charAt(at) == '{') {
            braced();
        }
        if (at < text.length() && text.charAt(at) == '[') {
            at = Math.max(at, text.indexOf(']', at) + 1);
        }
        boolean aligned = Vocabulary.ALIGNMENTS.contains(bare);
        boolean brace = !tokens.isEmpty() && tokens.get(tokens.size() - 1).isSymbol('{');
        String meaning = bare.endsWith("cases") ? "cases" : aligned ? ALIGNED : name;
        if (brace && (aligned || bare.equals("array") || bare.equals("matrix"))) {
            tokens.remove(tokens.size() - 1);
            meaning = "cases";
        }
        environments.push(meaning);
        if (!meaning.equals(ALIGNED)) {
            emit(Type.BEGIN, meaning);
        }
    }

    private boolean inAlignment() {
        return !environments.isEmpty() && environments.peek().equals(ALIGNED);
    }

    /** Whether an aligned row begins with a relation: it goes on from the row before. */
    private boolean continuesRow() {
        int next = at;
        while (next < text.length() && (Character.isWhitespace(text.charAt(next)) || text.charAt(next) == '&')) {
            next++;
        }
        return inAlignment() && next < text.length() && text.charAt(next) == '=';
    }

    /** Text that is one letter, a number or a list of such is mathematics after all; a function's name is that function. */
    private void textCommand() {
        String content = braced().strip();
        if (content.indexOf('$') >= 0 && content.indexOf('$') < content.lastIndexOf('$')) {
            textWithFormulas(content);
            return;
        }
        String word = content.replace("~", " ").strip();
        boolean known =
                Vocabulary.FUNCTIONS.containsKey(word) && !isTimeUnit(word) || Vocabulary.CONSTANTS.containsKey(word);
        String sign = word.startsWith("\\") ? word.substring(1) : word;
        if (sign.length() == 1 && "$€£¥₹₩₽".indexOf(sign.charAt(0)) >= 0) {
            moneySign(sign.charAt(0));
        } else if (word.equals("d") && beforeVariable()) {
            emit(Type.LETTER, word);
        } else if (word.length() == 3 && MoneySign.isCode(word) && MoneySign.isNumber(text, at)) {
            emit(Type.COMMAND, word);
        } else if (word.startsWith("\\$") && MoneySign.isNumber(word, 2)) {
            tokens.addAll(tokens(word, budget));
        } else if (known) {
            emit(Type.WORD, word);
        } else if (!spaced && Vocabulary.ORDINAL_ENDINGS.contains(word) && afterNumber()) {
            return;
        } else if (GROUPED.matcher(word).matches()) {
            tokens.addAll(tokens(word.replace(",", "{,}"), budget));
        } else if (isShort(word)) {
            for (Token token : tokens(word, budget)) {
                tokens.add(token);
            }
        } else if (!word.isEmpty()) {
            emit(Type.TEXT, word);
        } else {
            spaced = true;
        }
    }

    /** Whether a letter follows, so that an upright d is a differential's and not days. */
    private boolean beforeVariable() {
        int next = at;
        while (next < text.length() && "\\!, {}".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        return next < text.length() && isLatin(text.charAt(next));
    }

    /** Text with formulas between dollar signs: {@code \text{if $x>0$}}. */
    private void textWithFormulas(String content) {
        String[] parts = content.split("\\$");
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                tokens.addAll(tokens(parts[i], budget));
            } else if (!parts[i].isBlank()) {
                emit(Type.TEXT, parts[i].strip());
            }
        }
    }

    /** Whether "sec" stands after a number: seconds, not the secant. */
    private boolean isTimeUnit(String word) {
        return word.equals("sec")
                && (afterNumber()
                        || !tokens.isEmpty() && tokens.get(tokens.size() - 1).isSymbol('/'));
    }

    private boolean afterNumber() {
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).type() == Type.DIGIT;
    }

    /** Whether a text has no two letters side by side, nor one letter that abbreviates a unit after a number. */
    private boolean isShort(String word) {
        if (afterNumber() && Unit.described(word).isPresent()) {
            return false;
        }
        String terms = word.replaceAll("\\b(?:and|or)\\b", " ");
        for (int i = 1; i < terms.length(); i++) {
            if (isLatin(terms.charAt(i)) && isLatin(terms.charAt(i - 1))) {
                return false;
            }
        }
        return !word.contains("\\") && !word.equals("and") && !word.equals("or");
    }

    /** The content of the braces that open here; the rest of the text where they do not close. */
    private String braced() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        if (at >= text.length() || text.charAt(at) != '{') {
            return "";
        }
        int depth = 0;
        int start = at + 1;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return text.substring(start, at - 1);
            }
        }
        at = Math.min(at, text.length());
        return start <= at ? text.substring(start, at) : "";
    }
}
