package org.lemmalab.grading;

import org.lemmalab.grading.Token.Type;

/** Takes the words after a value from the tokens: a unit, or what is counted. */
final class UnitPhrase {
    private final TokenCursor cursor;
    private final StringBuilder words = new StringBuilder();

    private UnitPhrase(TokenCursor cursor) {
        this.cursor = cursor;
    }

    /** Whether such words may begin here. */
    static boolean starts(TokenCursor cursor) {
        Token token = cursor.peek();
        return switch (token.type()) {
            case TEXT, WORD -> isPhrase(cursor, 0);
            case SYMBOL ->
                (token.isSymbol('/') || token.isSymbol('(')) && isPhrase(cursor, 1) || isBracketedDivisor(cursor);
            case COMMAND -> isFraction(cursor);
            case LETTER -> startsRate(cursor);
            default -> false;
        };
    }

    /** Whether "a day" or "an hour" follows here. */
    static boolean startsRate(TokenCursor cursor) {
        if (!cursor.peek().is(Type.LETTER, "a") || !cursor.peek().spaced()) {
            return false;
        }
        Token next = cursor.peek(1);
        boolean an = next.is(Type.LETTER, "n") && !next.spaced();
        Token unit = an ? cursor.peek(2) : next;
        return unit.type() == Type.WORD
                && unit.spaced()
                && UnitNames.find(unit.text()).isPresent();
    }

    /** The divisor of J/(kg K). */
    static boolean isBracketedDivisor(TokenCursor cursor) {
        Token unit = cursor.on('/') && cursor.peek(1).isSymbol('(') ? cursor.peek(2) : Token.LAST;
        return unit.type() == Type.WORD && UnitNames.isWord(unit.text());
    }

    /** A fraction of unit names, {@code \frac{\text{km}}{\text{h}}}. */
    static boolean isFraction(TokenCursor cursor) {
        return cursor.peek().isCommand("frac")
                && cursor.peek(1).isSymbol('⟦')
                && isPhrase(cursor, 2)
                && (cursor.peek(2).type() == Type.TEXT
                        || UnitNames.isWord(cursor.peek(2).text()));
    }

    /** Text, or a word that names no function or constant and joins no statements. */
    static boolean isPhrase(TokenCursor cursor, int ahead) {
        Token token = cursor.peek(ahead);
        return switch (token.type()) {
            case TEXT ->
                switch (token.text()) {
                    case "and", "or" -> false;
                    case "to", "out of" -> cursor.peek(ahead + 1).type() != Type.DIGIT;
                    default -> true;
                };
            case WORD ->
                switch (token.text()) {
                    case "and", "or" -> false;
                    case "to" -> cursor.peek(ahead + 1).type() != Type.DIGIT;
                    case "in" -> endsAfter(cursor.peek(ahead + 1));
                    default -> true;
                };
            default -> false;
        };
    }

    /** Whether "in" is followed by nothing that a number could be in: inches, "in all". */
    private static boolean endsAfter(Token next) {
        boolean sum =
                isWordly(next) && (next.text().equals("all") || next.text().equals("total"));
        return sum
                || next.type() == Type.END
                || next.type() == Type.SYMBOL && ".,^);".indexOf(next.text().charAt(0)) >= 0;
    }

    /** The words, empty where none follow. */
    static String take(TokenCursor cursor) {
        if (!starts(cursor)) {
            return "";
        }
        UnitPhrase phrase = new UnitPhrase(cursor);
        if (isFraction(cursor)) {
            phrase.fraction();
            return phrase.words.toString();
        }
        if (startsRate(cursor)) {
            cursor.skip(cursor.peek(1).type() == Type.LETTER ? 2 : 1);
            phrase.words.append("per");
        }
        boolean open = cursor.take('(');
        phrase.read();
        if (open) {
            cursor.close(')');
        }
        return phrase.words.toString();
    }

    private void fraction() {
        cursor.next();
        words.append('(');
        cursor.take('⟦');
        read();
        cursor.close('⟧');
        words.append(")/(");
        if (cursor.take('⟦')) {
            letters();
            read();
            cursor.close('⟧');
        }
        words.append(')');
    }

    private void read() {
        while (word() || sign() || letters()) {
            // each takes what is its own
        }
    }

    private boolean word() {
        boolean within = !words.isEmpty()
                && isWordly(cursor.peek())
                && cursor.peek().text().equals("in");
        if (!isPhrase(cursor, 0) && !(within && isWordly(cursor.peek(1)))) {
            return false;
        }
        Token token = cursor.next();
        words.append(words.isEmpty() ? "" : " ").append(token.text());
        boolean exponent =
                token.type() == Type.WORD && cursor.onDigit() && !cursor.peek().spaced();
        if (exponent) {
            words.append('^').append(cursor.next().text());
        }
        return true;
    }

    private static boolean isWordly(Token token) {
        return token.type() == Type.WORD || token.type() == Type.TEXT;
    }

    /** A division, a product, an exponent, a full stop after an abbreviation: each only where the phrase goes on. */
    private boolean sign() {
        Token token = cursor.peek();
        if (token.isSymbol('^')) {
            return exponent();
        }
        if (token.isSymbol('.')
                && cursor.peek(1).type() == Type.DIGIT
                && cursor.peek(1).spaced()) {
            cursor.next();
            return false;
        }
        if (isBracketedDivisor(cursor)) {
            cursor.skip(2);
            words.append("/(");
            read();
            cursor.close(')');
            words.append(')');
            return true;
        }
        boolean more = isPhrase(cursor, 1) || isUnitLetter(cursor.peek(1));
        boolean times = token.isCommand("cdot") || token.isCommand("times") || token.isSymbol('*');
        if (token.isSymbol('/') && more) {
            cursor.next();
            words.append('/');
            return word() || letters();
        }
        boolean joins = times || token.isSymbol('-') || token.isSymbol('.') || token.isSymbol('\'');
        if (joins && more && !words.isEmpty()) {
            cursor.next();
            words.append(' ');
            return word() || letters();
        }
        return false;
    }

    private static boolean isUnitLetter(Token token) {
        return token.type() == Type.LETTER && "mgshLlNJWVAKC".contains(token.text());
    }

    private boolean exponent() {
        boolean braced = cursor.peek(1).isSymbol('⟦');
        int at = braced ? 2 : 1;
        boolean negative = cursor.peek(at).isSymbol('-');
        at += negative ? 1 : 0;
        boolean digit = cursor.peek(at).type() == Type.DIGIT
                && (!braced || cursor.peek(at + 1).isSymbol('⟧'));
        if (!digit) {
            return false;
        }
        words.append(negative ? "^-" : "^").append(cursor.peek(at).text()).append(' ');
        cursor.skip(braced ? at + 2 : at + 1);
        return true;
    }

    /** Letters within the phrase: a unit as in "kg m/s", a small word as in "miles an hour"; "x" is neither. */
    private boolean letters() {
        if (cursor.peek().type() != Type.LETTER || words.isEmpty()) {
            return false;
        }
        StringBuilder run = new StringBuilder(cursor.peek().text());
        while (cursor.peek(run.length()).type() == Type.LETTER
                && !cursor.peek(run.length()).spaced()) {
            run.append(cursor.peek(run.length()).text());
        }
        String name = run.toString();
        boolean belongs =
                name.length() > 1 || name.equals("a") || UnitNames.find(name).isPresent();
        if (!belongs) {
            return false;
        }
        cursor.skip(name.length());
        words.append(endsWithSign() ? "" : " ").append(name);
        if (cursor.onDigit() && !cursor.peek().spaced()) {
            words.append('^').append(cursor.next().text());
        }
        return true;
    }

    private boolean endsWithSign() {
        return words.isEmpty() || "/( ".indexOf(words.charAt(words.length() - 1)) >= 0;
    }
}
