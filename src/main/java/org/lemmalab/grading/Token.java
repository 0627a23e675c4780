package org.lemmalab.grading;

/**
 * One token of an answer.
 *
 * @param type its type
 * @param text its text: the digit, letter, word, symbol, or command without backslash
 * @param spaced whether white space stands before it
 */
record Token(Type type, String text, boolean spaced) {
    /** Types of token. */
    enum Type {
        /** One decimal digit. */
        DIGIT,
        /** One letter: a variable. */
        LETTER,
        /** Letters outside a command: a function, constant, unit or other word. */
        WORD,
        /** The content of {@code \text{…}} and its kin. */
        TEXT,
        /** A LaTeX command. */
        COMMAND,
        /** A single character. */
        SYMBOL,
        /** A thousands separator that cannot be anything else: {@code {,}} or {@code ,\!}. */
        THOUSANDS,
        /** {@code \begin{…}}; the text is the environment's name. */
        BEGIN,
        /** {@code \end{…}}. */
        FINISH,
        /** After the last token. */
        END
    }

    static final Token LAST = new Token(Type.END, "", false);

    boolean is(Type wanted, String wantedText) {
        return type == wanted && text.equals(wantedText);
    }

    boolean isSymbol(char c) {
        return type == Type.SYMBOL && text.charAt(0) == c;
    }

    boolean isCommand(String name) {
        return is(Type.COMMAND, name);
    }
}
