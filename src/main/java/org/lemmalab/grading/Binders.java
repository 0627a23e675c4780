package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Binder;
import org.lemmalab.grading.Node.Binding;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;

/**
 * Names for bound variables, and sums and products with few terms written out. A bound variable is named by how many binders
 * its own holds, so that sums that differ in its name alone are the same expression.
 */
final class Binders {
    private static final char MARK = '·';
    private static final int WRITTEN_OUT = 30;

    private Binders() {}

    static boolean isBound(String name) {
        return name.charAt(0) == MARK;
    }

    /** A binder over a variable, which gets its own name. */
    static Node bind(Binding binding, String variable, List<Node> bounds, Node body) {
        String name = MARK + String.valueOf(height(body) + 1);
        return simplified(new Binder(binding, name, bounds, renamed(body, variable, name)));
    }

    private static int height(Node node) {
        int[] highest = {0};
        NumericParts.any(node, part -> {
            if (part instanceof Binder binder && isBound(binder.variable())) {
                highest[0] =
                        Math.max(highest[0], Integer.parseInt(binder.variable().substring(1)));
            }
            return false;
        });
        return highest[0];
    }

    /** The node with another name for a variable, also where it is an index: F_k. */
    static Node renamed(Node node, String variable, String name) {
        if (node instanceof Symbol symbol) {
            return new Symbol(renamedName(symbol.name(), variable, name));
        }
        boolean letter = node instanceof Const constant
                && (constant.constant() == Constant.I && variable.equals("i")
                        || constant.constant() == Constant.E && variable.equals("e"));
        if (letter) {
            return new Symbol(name);
        }
        return node instanceof Num ? node : Normaliser.map(node, part -> renamed(part, variable, name));
    }

    private static String renamedName(String symbol, String variable, String name) {
        if (symbol.equals(variable)) {
            return name;
        }
        int mark = symbol.indexOf('_');
        if (mark < 0 || variable.length() != 1) {
            return symbol;
        }
        StringBuilder index = new StringBuilder(symbol.substring(0, mark + 1));
        for (int i = mark + 1; i < symbol.length(); i++) {
            index.append(symbol.charAt(i) == variable.charAt(0) ? name : String.valueOf(symbol.charAt(i)));
        }
        return index.toString();
    }

    /** Whether a name has a bound variable as index: a sequence whose terms are not known. */
    static boolean isSequence(Node node) {
        return node instanceof Symbol symbol && symbol.name().indexOf(MARK) > 0;
    }

    /** A sequence or a function of which nothing but its name is known. */
    static boolean isUnknown(Node node) {
        return isSequence(node)
                || node instanceof Call call
                        && (call.function().length() == 1 || call.function().charAt(0) == '\\');
    }

    /** Whether a binder occurs. */
    static boolean occurs(Node node) {
        return NumericParts.any(node, Binder.class::isInstance);
    }

    /** The free variables in the bounds of sums and products: they stand for integers. */
    static Set<String> integerVariables(Node node) {
        Set<String> names = new TreeSet<>();
        NumericParts.any(node, part -> {
            if (part instanceof Binder binder && isCount(binder)) {
                binder.bounds().forEach(bound -> names.addAll(NumericParts.variables(bound)));
            }
            return false;
        });
        return names;
    }

    static boolean isCount(Binder binder) {
        return binder.binding() == Binding.SUM || binder.binding() == Binding.PRODUCT;
    }

    /** A node whose sums and products between near integers are written out. */
    static Node simplified(Node node) {
        if (node instanceof Num || node instanceof Symbol) {
            return node;
        }
        Node inner = Normaliser.map(node, Binders::simplified);
        if (inner instanceof Binder integral && integral.binding() == Binding.INTEGRAL) {
            return PowerSum.integral(
                            integral.body(),
                            integral.variable(),
                            integral.bounds().get(0),
                            integral.bounds().get(1))
                    .orElse(integral);
        }
        if (!(inner instanceof Binder binder) || !isCount(binder)) {
            return inner;
        }
        Optional<BigFraction> from = constant(binder.bounds().get(0));
        Optional<BigFraction> to = constant(binder.bounds().get(1));
        boolean near = from.isPresent()
                && to.isPresent()
                && Rationals.isInteger(from.get())
                && Rationals.isInteger(to.get())
                && to.get().subtract(from.get()).abs().compareTo(BigFraction.of(WRITTEN_OUT)) < 0;
        return near ? writtenOut(binder, from.get().longValue(), to.get().longValue()) : inner;
    }

    private static Node writtenOut(Binder binder, long from, long to) {
        if (to < from) {
            return to == from - 1 ? Num.of(binder.binding() == Binding.SUM ? 0 : 1) : binder;
        }
        List<Node> parts = new ArrayList<>();
        for (long i = from; i <= to; i++) {
            parts.add(simplified(term(binder, i)));
        }
        return binder.binding() == Binding.SUM ? new Sum(List.copyOf(parts)) : new Product(List.copyOf(parts));
    }

    /** The body at an integer, also within indices: F_k at 3 is F_3. */
    static Node term(Binder binder, long at) {
        return term(binder.body(), binder.variable(), at);
    }

    private static Node term(Node node, String variable, long at) {
        if (node instanceof Symbol symbol) {
            if (symbol.name().equals(variable)) {
                return Num.of(at);
            }
            String name = symbol.name();
            return name.endsWith("_" + variable)
                    ? new Symbol(name.substring(0, name.length() - variable.length()) + at)
                    : node;
        }
        return node instanceof Num ? node : Normaliser.map(node, part -> term(part, variable, at));
    }

    /** The value of an expression of small numbers, of the kind that bounds are. */
    private static Optional<BigFraction> constant(Node node) {
        if (node instanceof Num number) {
            return Optional.of(number.value());
        }
        List<Node> parts =
                node instanceof Sum sum ? sum.terms() : node instanceof Product product ? product.factors() : List.of();
        if (parts.isEmpty()) {
            return node instanceof Power power && power.exponent().equals(Num.of(-1))
                    ? constant(power.base())
                            .filter(value -> value.signum() != 0)
                            .map(BigFraction::reciprocal)
                    : Optional.empty();
        }
        BigFraction total = node instanceof Sum ? BigFraction.ZERO : BigFraction.ONE;
        for (Node part : parts) {
            Optional<BigFraction> value = constant(part);
            if (value.isEmpty()) {
                return value;
            }
            total = node instanceof Sum ? total.add(value.get()) : total.multiply(value.get());
        }
        return Optional.of(total);
    }
}
