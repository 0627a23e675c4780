package org.lemmalab.grading;

import java.util.List;
import org.lemmalab.grading.Token.Type;

/**
 * A place in a list of tokens. It watches over the parsers that move it: one that looks ahead again and again and takes nothing
 * is stuck, and is stopped.
 */
final class TokenCursor {
    /** More looks than any parser needs before it takes a token: the longest look-ahead runs over a whole answer. */
    private final int mostLooks;

    private final List<Token> tokens;
    private final Budget budget;
    private int at;
    private int looks;

    TokenCursor(List<Token> tokens, Budget budget) {
        this.tokens = tokens;
        this.budget = budget;
        this.mostLooks = 10_000 + 100 * tokens.size();
    }

    Token peek() {
        return peek(0);
    }

    /** The token so many places ahead; the end token where there is none. */
    Token peek(int ahead) {
        if (++looks > mostLooks) {
            throw new NoMathematics(
                    "no way past " + tokens.get(Math.min(at, tokens.size() - 1)).text());
        }
        int index = at + ahead;
        return index < tokens.size() ? tokens.get(index) : Token.LAST;
    }

    Token next() {
        budget.check();
        Token token = peek();
        advance(1);
        return token;
    }

    void skip(int count) {
        advance(count);
    }

    private void advance(int count) {
        at += count;
        looks = 0;
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    /** Whether the next token is this symbol. */
    boolean on(char symbol) {
        return peek().isSymbol(symbol);
    }

    /** Takes the next token if it is this symbol. */
    boolean take(char symbol) {
        if (on(symbol)) {
            advance(1);
            return true;
        }
        return false;
    }

    /** Takes the next token if it is this command. */
    boolean takeCommand(String name) {
        if (peek().isCommand(name)) {
            advance(1);
            return true;
        }
        return false;
    }

    /** Takes a closing bracket; a missing one at the very end of the answer is forgiven. */
    void close(char symbol) {
        if (!take(symbol) && !atEnd()) {
            throw new NoMathematics("expected " + symbol + ", found " + peek().text());
        }
    }

    boolean onDigit() {
        return peek().type() == Type.DIGIT;
    }

    int place() {
        return at;
    }

    void back(int place) {
        at = place;
    }
}
