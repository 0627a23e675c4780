package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sign;
import org.lemmalab.grading.Node.Sum;

/** Signs ± that are chosen independently, as in ±1 ± √2: several in one sum and no ∓ that would tie them together. */
final class IndependentSigns {
    private static final int MOST = 4;

    private IndependentSigns() {}

    /** How many terms of a sum have a sign of their own; 0 where the signs go together. */
    static int count(Node node) {
        if (!(node instanceof Sum sum) || contains(node, false)) {
            return 0;
        }
        long signed = sum.terms().stream().filter(term -> contains(term, true)).count();
        return signed > MOST ? 0 : (int) signed;
    }

    private static boolean contains(Node node, boolean upperPlus) {
        if (node instanceof Sign sign) {
            return sign.upperPlus() == upperPlus;
        }
        boolean[] found = {false};
        Normaliser.map(node, part -> {
            found[0] |= contains(part, upperPlus);
            return part;
        });
        return found[0];
    }

    /** All combinations. */
    static List<Node> all(Node node) {
        List<List<Node>> sums = new ArrayList<>();
        sums.add(List.of());
        for (Node term : ((Sum) node).terms()) {
            List<List<Node>> longer = new ArrayList<>();
            for (List<Node> sum : sums) {
                longer.add(with(sum, chosen(term, 1)));
                if (contains(term, true)) {
                    longer.add(with(sum, chosen(term, -1)));
                }
            }
            sums = longer;
        }
        return sums.stream().map(terms -> (Node) new Sum(terms)).toList();
    }

    private static List<Node> with(List<Node> terms, Node term) {
        List<Node> longer = new ArrayList<>(terms);
        longer.add(term);
        return List.copyOf(longer);
    }

    private static Node chosen(Node node, int sign) {
        if (node instanceof Sign) {
            return Num.of(sign);
        }
        return node instanceof Product || contains(node, true)
                ? Normaliser.map(node, part -> chosen(part, sign))
                : node;
    }
}
