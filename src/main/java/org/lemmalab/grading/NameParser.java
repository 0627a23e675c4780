package org.lemmalab.grading;

import java.util.Arrays;
import java.util.List;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Symbol;
import org.lemmalab.grading.Token.Type;

/** Reads names of several signs: sets of numbers with their marks, angles and triangles by their corners. */
final class NameParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;

    NameParser(TokenCursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** A set of numbers with what makes it positive or negative: \\mathbb{Z}^+, \\mathbb{R}_{>0}. */
    Node numberSet() {
        Node letter = expressions.primary();
        if (!(letter instanceof Symbol symbol)) {
            return new Call("mathbb", List.of(letter));
        }
        String name = symbol.name() + mark();
        return name.equals("R") ? new Const(Constant.REALS) : new Call("mathbb", List.of(new Symbol(name)));
    }

    private String mark() {
        boolean script = cursor.on('^') || cursor.on('_');
        boolean braced = script && cursor.peek(1).isSymbol('⟦');
        Token first = cursor.peek(braced ? 2 : 1);
        boolean mark = script
                && (first.type() == Type.SYMBOL && "+-*<>".contains(first.text())
                        || first.isCommand("ge")
                        || first.isCommand("ast"));
        if (!mark) {
            return "";
        }
        StringBuilder text = new StringBuilder(cursor.next().text());
        if (!braced) {
            return text.append(cursor.next().text()).toString();
        }
        cursor.next();
        while (!cursor.atEnd() && !cursor.on('⟧')) {
            String part = cursor.next().text();
            text.append(part.equals("ge") ? "≥" : part);
        }
        cursor.close('⟧');
        return text.toString();
    }

    /** An angle or a triangle by its corners, in an order that does not depend on where one begins. */
    Node corners(String command) {
        boolean braced = cursor.take('⟦');
        StringBuilder corners = new StringBuilder();
        while (cursor.peek().type() == Type.LETTER) {
            corners.append(cursor.next().text());
            while (cursor.on('\'')) {
                corners.append(cursor.next().text());
            }
        }
        boolean greek = cursor.peek().type() == Type.COMMAND
                && Vocabulary.GREEK.contains(cursor.peek().text());
        if (corners.isEmpty() && (greek || cursor.onDigit())) {
            corners.append(cursor.next().text());
        }
        if (braced) {
            cursor.close('⟧');
        }
        if (corners.isEmpty()) {
            throw new NoMathematics("the command \\" + command);
        }
        if (command.equals("triangle")) {
            char[] letters = corners.toString().toCharArray();
            Arrays.sort(letters);
            return new Symbol("△" + new String(letters));
        }
        boolean turned = corners.length() == 3 && corners.charAt(0) > corners.charAt(2);
        return new Symbol("∠" + (turned ? corners.reverse() : corners));
    }
}
