package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import org.lemmalab.grading.Token.Type;

/** Intervals with reversed brackets, ]2, 5[ for (2, 5), are written with parentheses before they are parsed. */
final class ReversedBrackets {
    private ReversedBrackets() {}

    /** The same tokens; a bracket that stands the wrong way round becomes a parenthesis. */
    static List<Token> turned(List<Token> tokens) {
        boolean reversed = false;
        for (int i = 0; i < tokens.size() && !reversed; i++) {
            Token token = tokens.get(i);
            reversed = token.isSymbol(']') && opens(tokens, i) || token.isSymbol('[') && closes(tokens, i);
        }
        if (!reversed) {
            return tokens;
        }
        List<Token> turned = new ArrayList<>(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isSymbol(']') && opens(tokens, i)) {
                turned.set(i, new Token(Type.SYMBOL, "(", token.spaced()));
            } else if (token.isSymbol('[') && closes(tokens, i)) {
                turned.set(i, new Token(Type.SYMBOL, ")", token.spaced()));
            }
        }
        return turned;
    }

    /** Whether a ] begins an interval: nothing stands before it that it could close. */
    private static boolean opens(List<Token> tokens, int at) {
        return at + 1 < tokens.size() && (at == 0 || joins(tokens.get(at - 1)));
    }

    /** Whether a [ ends an interval: nothing follows that it could open. */
    private static boolean closes(List<Token> tokens, int at) {
        Token next = at + 1 < tokens.size() ? tokens.get(at + 1) : Token.LAST;
        boolean after = next.type() == Type.END || joins(next) || next.isSymbol('.');
        return at > 0 && after;
    }

    private static boolean joins(Token token) {
        boolean command = token.isCommand("cup")
                || token.isCommand("cap")
                || token.isCommand("in")
                || token.isCommand("setminus");
        boolean sign = token.isSymbol('=')
                || token.isSymbol(',')
                || token.isSymbol('}')
                || token.isSymbol('{')
                || token.isSymbol(';');
        boolean word = token.type() == Type.WORD || token.type() == Type.TEXT;
        return command || sign || word;
    }
}
