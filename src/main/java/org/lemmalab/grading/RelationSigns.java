package org.lemmalab.grading;

/** Signs of relations that are typed as several characters: !=, =/=, =>, =&lt;, \\not=. */
final class RelationSigns {
    private RelationSigns() {}

    /** How many tokens such a sign takes here; 0 where none stands. */
    static int length(TokenCursor cursor) {
        Token token = cursor.peek();
        if (token.isSymbol('!')) {
            return cursor.peek(1).isSymbol('=') ? 2 : 0;
        }
        if (token.isCommand("not")) {
            return cursor.peek(1).isSymbol('=') || cursor.peek(1).isCommand("in") ? 2 : 0;
        }
        if (!token.isSymbol('=')) {
            return 0;
        }
        boolean struck = cursor.peek(1).isSymbol('/') && cursor.peek(2).isSymbol('=');
        boolean order = cursor.peek(1).isSymbol('>') || cursor.peek(1).isSymbol('<');
        return struck ? 3 : order ? 2 : cursor.peek(1).isSymbol('=') ? 2 : 0;
    }

    /** The relation that stands here. */
    static String sign(TokenCursor cursor) {
        Token second = cursor.peek(1);
        if (second.isCommand("in")) {
            return "∉";
        }
        boolean equal = cursor.on('=') && second.isSymbol('=');
        return second.isSymbol('>') ? "≥" : second.isSymbol('<') ? "≤" : equal ? "=" : "≠";
    }

    /** Whether an exclamation mark belongs to the sign of inequality that follows and is no factorial: x != 3, but not 5! = 120. */
    static boolean isInequality(TokenCursor cursor, Node before) {
        if (!cursor.on('!') || !cursor.peek(1).isSymbol('=') || cursor.peek(1).spaced()) {
            return false;
        }
        boolean number = NumericParts.variables(before).isEmpty();
        return cursor.peek().spaced() || !number;
    }
}
