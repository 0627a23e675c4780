package org.lemmalab.grading;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.lemmalab.grading.Node.Binder;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;

/** Questions about the parts of an expression. */
final class NumericParts {
    private NumericParts() {}

    /** Whether a number or π occurs. */
    static boolean hasNumber(Node node) {
        return any(
                node,
                part -> part instanceof Num || part instanceof Const constant && constant.constant() == Constant.PI);
    }

    /** Whether a decimal occurs: the value is inexact. */
    static boolean hasDecimal(Node node) {
        return any(node, part -> part instanceof Num number && number.decimals() > 0);
    }

    /** Whether the imaginary unit occurs. */
    static boolean hasImaginaryUnit(Node node) {
        return any(node, part -> part instanceof Const constant && constant.constant() == Constant.I);
    }

    /** Whether it is an expression with one value: no structure, no ±, no infinity inside. */
    static boolean isScalar(Node node) {
        return !any(
                node,
                part -> !(part instanceof Num
                        || part instanceof Const constant && isValue(constant.constant())
                        || part instanceof Symbol
                        || part instanceof Sum
                        || part instanceof Product
                        || part instanceof Power
                        || part instanceof Call
                        || part instanceof Binder));
    }

    private static boolean isValue(Constant constant) {
        return constant != Constant.EMPTY_SET && constant != Constant.REALS;
    }

    /** The names of all variables, in order. */
    static Set<String> variables(Node node) {
        Set<String> names = new TreeSet<>();
        any(node, part -> {
            if (part instanceof Symbol symbol && !Binders.isBound(symbol.name())) {
                names.add(symbol.name());
            }
            return false;
        });
        return names;
    }

    /** Whether a test holds for an expression or any part of it. */
    static boolean any(Node node, Predicate<Node> test) {
        if (test.test(node)) {
            return true;
        }
        if (node instanceof Sum sum) {
            return sum.terms().stream().anyMatch(part -> any(part, test));
        }
        if (node instanceof Product product) {
            return product.factors().stream().anyMatch(part -> any(part, test));
        }
        if (node instanceof Power power) {
            return any(power.base(), test) || any(power.exponent(), test);
        }
        if (node instanceof Binder binder) {
            return any(binder.body(), test) || binder.bounds().stream().anyMatch(part -> any(part, test));
        }
        return node instanceof Call call && call.arguments().stream().anyMatch(part -> any(part, test));
    }
}
