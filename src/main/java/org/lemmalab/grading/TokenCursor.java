package org.lemmalab.grading;

import java.util.List;
import org.lemmalab.grading.Token.Type;

/** A place in a list of tokens. */
final class TokenCursor {
    private final List<Token> tokens;
    private final Budget budget;
    private int at;

    TokenCursor(List<Token> tokens, Budget budget) {
        this.tokens = tokens;
        this.budget = budget;
    }

    Token peek() {
        return peek(0);
    }

    /** The token so many places ahead; the end token where there is none. */
    Token peek(int ahead) {
        int index = at + ahead;
        return index < tokens.size() ? tokens.get(index) : Token.LAST;
    }

    Token next() {
        budget.check();
        Token token = peek();
        at++;
        return token;
    }

    void skip(int count) {
        at += count;
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
            at++;
            return true;
        }
        return false;
    }

    /** Takes the next token if it is this command. */
    boolean takeCommand(String name) {
        if (peek().isCommand(name)) {
            at++;
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
