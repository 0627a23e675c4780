package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Symbol;

/**
 * Numbers of choices whose notation could mean something else too: C(5,2) and P(5,2) may be points, C_5^2 a power of a name,
 * 5C2 a product. They are read as choices where the other answer is a number or an expression.
 */
final class Combinations {
    private Combinations() {}

    /** C(n, k) or P(n, k) as they are parsed: a name beside a pair. */
    static boolean isCall(Product product) {
        List<Node> factors = product.factors();
        return factors.size() == 2
                && factors.get(0) instanceof Symbol name
                && (name.name().equals("C") || name.name().equals("P"))
                && factors.get(1) instanceof Group pair
                && pair.open() == '('
                && pair.close() == ')'
                && pair.items().size() == 2
                && pair.items().stream().allMatch(NumericParts::isScalar);
    }

    /** P(4, 7) beside what is no expression: a point with its name. Any other node as it is. */
    static Node point(Node node) {
        return node instanceof Product product && isCall(product)
                ? product.factors().get(1)
                : node;
    }

    /** The number of choices that a node may stand for. */
    static Optional<Node> value(Node node) {
        if (node instanceof Product product && isCall(product)) {
            List<Node> pair = ((Group) product.factors().get(1)).items();
            boolean order = ((Symbol) product.factors().get(0)).name().equals("P");
            return Optional.of(new Call(order ? "permutations" : "binom", pair));
        }
        Optional<Node> single = node instanceof Product product
                ? between(product.factors())
                : node instanceof Power power ? indexed(power) : Optional.empty();
        return single.isPresent() ? single : within(node);
    }

    /** A product, quotient or sum with C(n, k) in it. */
    private static Optional<Node> within(Node node) {
        Node read = read(node);
        return read.equals(node) || !NumericParts.isScalar(read) ? Optional.empty() : Optional.of(read);
    }

    private static Node read(Node node) {
        if (!(node instanceof Product product)) {
            return node instanceof Num || node instanceof Symbol || node instanceof Group
                    ? node
                    : Normaliser.map(node, Combinations::read);
        }
        List<Node> factors = new ArrayList<>();
        List<Node> parts = product.factors();
        for (int i = 0; i < parts.size(); i++) {
            boolean pair = i + 1 < parts.size() && isCall(new Product(List.of(parts.get(i), parts.get(i + 1))));
            if (pair) {
                factors.add(value(new Product(List.of(parts.get(i), parts.get(i + 1))))
                        .orElseThrow());
                i++;
            } else {
                factors.add(read(parts.get(i)));
            }
        }
        return new Product(List.copyOf(factors));
    }

    /** 5C2: a number, a C or P with an index, and no more. */
    private static Optional<Node> between(List<Node> factors) {
        boolean two = factors.size() == 2 && factors.get(0) instanceof Num && factors.get(1) instanceof Symbol;
        String name = two ? ((Symbol) factors.get(1)).name() : "";
        boolean index = name.length() > 2 && name.charAt(1) == '_' && "CP".indexOf(name.charAt(0)) >= 0;
        return index
                ? number(name.substring(2)).map(k -> choices(name.charAt(0), factors.get(0), k))
                : Optional.empty();
    }

    /** C_5^2 and C^2_5, P_5^2, A_5^2: the greater number is the one to choose from. */
    private static Optional<Node> indexed(Power power) {
        boolean name = power.base() instanceof Symbol symbol
                && symbol.name().length() > 2
                && "CPA".indexOf(symbol.name().charAt(0)) >= 0
                && symbol.name().charAt(1) == '_';
        if (!name || !(power.exponent() instanceof Num exponent)) {
            return Optional.empty();
        }
        String symbol = ((Symbol) power.base()).name();
        return number(symbol.substring(2)).map(index -> {
            boolean first = index.value().compareTo(exponent.value()) >= 0;
            return choices(symbol.charAt(0), first ? index : exponent, first ? exponent : index);
        });
    }

    private static Node choices(char name, Node from, Node many) {
        return new Call(name == 'C' ? "binom" : "permutations", List.of(from, many));
    }

    private static Optional<Num> number(String digits) {
        boolean number = digits.length() < 5 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Num.of(Long.parseLong(digits))) : Optional.empty();
    }
}
