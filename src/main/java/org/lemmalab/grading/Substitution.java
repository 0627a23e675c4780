package org.lemmalab.grading;

import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Symbol;

/** Expressions with values or other expressions for their variables. */
final class Substitution {
    private Substitution() {}

    /** The expression with numbers for its variables. */
    static Node at(Node node, Map<String, BigFraction> point) {
        if (node instanceof Symbol symbol) {
            BigFraction value = point.get(symbol.name());
            return value == null ? node : new Num(value, Num.EXACT);
        }
        return node instanceof Num ? node : Normaliser.map(node, part -> at(part, point));
    }

    /** The expression with another one for a part of it. */
    static Node of(Node node, Node part, Node replacement) {
        if (node.equals(part)) {
            return replacement;
        }
        return node instanceof Num ? node : Normaliser.map(node, inner -> of(inner, part, replacement));
    }
}
