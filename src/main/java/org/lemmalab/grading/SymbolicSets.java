package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.SetOperation;
import org.lemmalab.grading.Node.Symbol;

/** Unions and intersections of named sets, and statements joined by ∧ and ∨: the same where they agree for every element. */
final class SymbolicSets {
    private static final int MOST_NAMES = 8;

    private SymbolicSets() {}

    /** Whether a node is built of names only. */
    static boolean isSymbolic(Node node) {
        if (node instanceof SetOperation operation) {
            return isPart(operation.left()) && isPart(operation.right());
        }
        return node instanceof Call call
                && call.function().equals("not")
                && isPart(call.arguments().get(0));
    }

    private static boolean isPart(Node node) {
        return node instanceof Symbol || isSymbolic(node);
    }

    static Outcome compare(Node left, Node right) {
        List<String> names = new ArrayList<>();
        collect(left, names);
        collect(right, names);
        if (names.size() > MOST_NAMES) {
            return Outcome.undecided("more than " + MOST_NAMES + " sets");
        }
        for (int members = 0; members < 1 << names.size(); members++) {
            if (contains(left, names, members) != contains(right, names, members)) {
                return Outcome.of(false, Rule.COLLECTION);
            }
        }
        return Outcome.of(true, Rule.COLLECTION);
    }

    private static void collect(Node node, List<String> names) {
        if (node instanceof Symbol symbol && !names.contains(symbol.name())) {
            names.add(symbol.name());
        } else if (node instanceof SetOperation operation) {
            collect(operation.left(), names);
            collect(operation.right(), names);
        } else if (node instanceof Call call) {
            collect(call.arguments().get(0), names);
        }
    }

    private static boolean contains(Node node, List<String> names, int members) {
        if (node instanceof Symbol symbol) {
            return (members >> names.indexOf(symbol.name()) & 1) == 1;
        }
        if (node instanceof Call call) {
            return !contains(call.arguments().get(0), names, members);
        }
        SetOperation operation = (SetOperation) node;
        boolean left = contains(operation.left(), names, members);
        boolean right = contains(operation.right(), names, members);
        return switch (operation.operation()) {
            case '∪', '∨' -> left || right;
            case '∩', '∧' -> left && right;
            default -> left && !right;
        };
    }
}
