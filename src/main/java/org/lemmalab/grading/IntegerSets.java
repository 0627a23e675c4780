package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.IntegerSet;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.Symbol;

/** Sets of integers: residue classes between bounds, as {2k+1 : k ∈ ℤ}, ℕ, or -1 ≤ n ≤ 1 with n ∈ ℤ; finite ones are listed. */
final class IntegerSets {
    private static final long LARGEST = 1_000_000_000L;
    private static final int MOST_ELEMENTS = 1000;

    static final IntegerSet ALL = of(1, 0, OptionalLong.empty(), OptionalLong.empty(), false);
    static final IntegerSet NATURAL = of(1, 0, OptionalLong.of(1), OptionalLong.empty(), true);

    private IntegerSets() {}

    static IntegerSet of(long modulus, long residue, OptionalLong low, OptionalLong high, boolean zeroUnclear) {
        long step = Math.abs(modulus);
        long rest = Math.floorMod(residue, step);
        OptionalLong first =
                low.isEmpty() ? low : OptionalLong.of(low.getAsLong() + Math.floorMod(rest - low.getAsLong(), step));
        OptionalLong last = high.isEmpty()
                ? high
                : OptionalLong.of(high.getAsLong() - Math.floorMod(high.getAsLong() - rest, step));
        return new IntegerSet(step, rest, first, last, zeroUnclear);
    }

    /** ℤ, ℕ, ℤ^+ and so on by name; empty for any other node. */
    static Optional<IntegerSet> named(Node node) {
        if (node instanceof IntegerSet set) {
            return Optional.of(set);
        }
        boolean board = node instanceof Call call
                && call.function().equals("mathbb")
                && call.arguments().get(0) instanceof Symbol;
        if (!board) {
            return Optional.empty();
        }
        OptionalLong none = OptionalLong.empty();
        return switch (((Symbol) ((Call) node).arguments().get(0)).name()) {
            case "Z" -> Optional.of(ALL);
            case "N" -> Optional.of(NATURAL);
            case "Z^+", "N^+", "N^*", "Z_+", "Z_>0", "N_>0", "N_+", "Z_≥1" ->
                Optional.of(of(1, 0, OptionalLong.of(1), none, false));
            case "N_0", "Z_≥0", "Z^≥0" -> Optional.of(of(1, 0, OptionalLong.of(0), none, false));
            case "Z^-", "Z_-", "Z_<0" -> Optional.of(of(1, 0, none, OptionalLong.of(-1), false));
            default -> Optional.empty();
        };
    }

    /** What stands after ∈: a set of integers by name, also by a bold letter without its board. */
    static Optional<IntegerSet> domain(Node node) {
        boolean letter = node instanceof Symbol symbol
                && (symbol.name().equals("Z") || symbol.name().equals("N"));
        return letter ? named(new Call("mathbb", List.of(node))) : named(node);
    }

    /**
     * All values of an expression where its one parameter runs over integers.
     *
     * @return the set, or its elements where it is finite; empty where no parameter is said to be an integer, or the expression
     *     is no integer multiple of the parameter
     */
    static Optional<Node> of(Node value, List<Node> conditions, Budget budget) {
        Optional<Parameter> parameter = Parameter.of(conditions);
        if (parameter.isEmpty() || !NumericParts.isScalar(value)) {
            return Optional.empty();
        }
        String name = parameter.get().name();
        boolean only = NumericParts.variables(value).stream().allMatch(name::equals);
        if (!only) {
            return Optional.empty();
        }
        IntegerSet range = parameter.get().range();
        if (isFinite(range)) {
            return elements(value, parameter.get());
        }
        return parameter.get().excluded().isEmpty()
                ? image(value, name, range, budget).map(set -> set)
                : Optional.empty();
    }

    private static boolean isFinite(IntegerSet set) {
        return set.low().isPresent() && set.high().isPresent();
    }

    private static Optional<Node> elements(Node value, Parameter parameter) {
        IntegerSet range = parameter.range();
        long low = range.low().getAsLong();
        long high = range.high().getAsLong();
        if ((high - low) / range.modulus() >= MOST_ELEMENTS) {
            return Optional.empty();
        }
        List<Node> elements = new ArrayList<>();
        for (long n = low; n <= high; n += range.modulus()) {
            if (!parameter.excluded().contains(n)) {
                elements.add(value instanceof Symbol ? Num.of(n) : substituted(value, parameter.name(), Num.of(n)));
            }
        }
        return Optional.of(new Group('{', List.copyOf(elements), '}'));
    }

    /** The set, or its elements where it is finite and small. */
    static Node listed(IntegerSet set) {
        return isFinite(set)
                ? elements(new Symbol("n"), new Parameter("n", set, new TreeSet<>()))
                        .orElse(set)
                : set;
    }

    static Node substituted(Node node, String name, Node value) {
        return node instanceof Symbol symbol
                ? symbol.name().equals(name) ? value : node
                : Normaliser.map(node, part -> substituted(part, name, value));
    }

    /** a n + b for n in a set of integers. */
    private static Optional<IntegerSet> image(Node value, String name, IntegerSet range, Budget budget) {
        Optional<NodePolynomial> polynomial = NodePolynomial.of(value, name);
        if (polynomial.isEmpty() || polynomial.get().degree() != 1) {
            return Optional.empty();
        }
        OptionalLong slope = integer(polynomial.get().coefficient(1), budget);
        OptionalLong start = integer(polynomial.get().coefficient(0), budget);
        if (slope.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        long a = slope.getAsLong();
        long b = start.getAsLong();
        OptionalLong low = mapped(a > 0 ? range.low() : range.high(), a, b);
        OptionalLong high = mapped(a > 0 ? range.high() : range.low(), a, b);
        return Optional.of(of(a * range.modulus(), a * range.residue() + b, low, high, range.zeroUnclear()));
    }

    private static OptionalLong mapped(OptionalLong end, long a, long b) {
        return end.isEmpty() ? end : OptionalLong.of(a * end.getAsLong() + b);
    }

    private static OptionalLong integer(Node node, Budget budget) {
        Optional<BigFraction> value = Rationals.value(node, budget);
        boolean small = value.isPresent()
                && Rationals.isInteger(value.get())
                && Math.abs(value.get().doubleValue()) < LARGEST;
        return small ? OptionalLong.of(value.get().longValue()) : OptionalLong.empty();
    }

    /** Two sets, at least one of integers. */
    static Outcome compare(Node left, Node right) {
        Optional<IntegerSet> first = named(left);
        Optional<IntegerSet> second = named(right);
        if (first.isEmpty() || second.isEmpty()) {
            return Outcome.of(false, Rule.DIFFERENT_KINDS);
        }
        IntegerSet a = first.get();
        IntegerSet b = second.get();
        if (sameElements(a, b)) {
            return Outcome.of(true, Rule.COLLECTION);
        }
        boolean unclear =
                a.zeroUnclear() && sameElements(fromZero(a), b) || b.zeroUnclear() && sameElements(a, fromZero(b));
        return unclear ? Outcome.undecided("whether 0 is a natural number") : Outcome.of(false, Rule.COLLECTION);
    }

    private static boolean sameElements(IntegerSet a, IntegerSet b) {
        return a.modulus() == b.modulus()
                && a.residue() == b.residue()
                && a.low().equals(b.low())
                && a.high().equals(b.high());
    }

    private static IntegerSet fromZero(IntegerSet set) {
        OptionalLong low =
                set.low().isEmpty() ? set.low() : OptionalLong.of(set.low().getAsLong() - set.modulus());
        return new IntegerSet(set.modulus(), set.residue(), low, set.high(), set.zeroUnclear());
    }

    /** A variable that runs over integers between bounds, but for some. */
    record Parameter(String name, IntegerSet range, TreeSet<Long> excluded) {
        /** The parameter that conditions are about; empty where they are about several, or not about integers. */
        static Optional<Parameter> of(List<Node> conditions) {
            Optional<IntegerSet> domain = Optional.empty();
            List<Node> bounds = new ArrayList<>();
            String name = "";
            for (Node condition : conditions) {
                Optional<String> subject = subject(condition);
                if (subject.isEmpty() || !name.isEmpty() && !name.equals(subject.get())) {
                    return Optional.empty();
                }
                name = subject.get();
                Optional<IntegerSet> member = membership(condition);
                if (member.isPresent() && domain.isEmpty()) {
                    domain = member;
                } else {
                    bounds.add(condition);
                }
            }
            return domain.isEmpty() ? Optional.empty() : within(name, domain.get(), bounds);
        }

        private static Optional<String> subject(Node condition) {
            boolean membership = condition instanceof Relation relation
                    && relation.relations().equals(List.of("∈"));
            return membership && ((Relation) condition).members().get(0) instanceof Symbol symbol
                    ? Optional.of(symbol.name())
                    : RealSetReader.subject(condition);
        }

        private static Optional<IntegerSet> membership(Node condition) {
            boolean membership = condition instanceof Relation relation
                    && relation.relations().equals(List.of("∈"));
            return membership ? domain(((Relation) condition).members().get(1)) : Optional.empty();
        }

        private static Optional<Parameter> within(String name, IntegerSet domain, List<Node> bounds) {
            OptionalLong low = domain.low();
            OptionalLong high = domain.high();
            TreeSet<Long> excluded = new TreeSet<>();
            if (!bounds.isEmpty()) {
                Node all = bounds.size() == 1 ? bounds.get(0) : new Listing(bounds, false);
                Optional<RealSet> set = RealSetReader.read(all);
                if (set.isEmpty() || set.get().intervals().isEmpty()) {
                    return Optional.empty();
                }
                List<RealSet.Interval> parts = set.get().intervals();
                low = later(low, parts.get(0).low(), true);
                high = later(high, parts.get(parts.size() - 1).high(), false);
                for (int i = 1; i < parts.size(); i++) {
                    if (!gap(parts.get(i - 1).high(), parts.get(i).low(), excluded)) {
                        return Optional.empty();
                    }
                }
            }
            boolean bounded =
                    low.isPresent() && domain.low().isPresent() && low.equals(domain.low()) || bounds.isEmpty();
            IntegerSet range =
                    IntegerSets.of(domain.modulus(), domain.residue(), low, high, domain.zeroUnclear() && bounded);
            return Optional.of(new Parameter(name, range, excluded));
        }

        private static OptionalLong later(OptionalLong known, RealSet.End end, boolean low) {
            if (Double.isInfinite(end.value()) || Math.abs(end.value()) > LARGEST) {
                return known;
            }
            double rounded = Math.rint(end.value());
            boolean whole = Math.abs(rounded - end.value()) < 1e-9;
            long bound = whole
                    ? (long) rounded + (end.closed() ? 0 : low ? 1 : -1)
                    : (long) (low ? Math.ceil(end.value()) : Math.floor(end.value()));
            return known.isEmpty()
                    ? OptionalLong.of(bound)
                    : OptionalLong.of(low ? Math.max(known.getAsLong(), bound) : Math.min(known.getAsLong(), bound));
        }

        private static boolean gap(RealSet.End from, RealSet.End to, TreeSet<Long> excluded) {
            boolean wide = to.value() - from.value() > MOST_ELEMENTS;
            for (long n = (long) Math.floor(from.value()); !wide && n <= (long) Math.ceil(to.value()); n++) {
                boolean inside = (n > from.value() || n == from.value() && !from.closed())
                        && (n < to.value() || n == to.value() && !to.closed());
                if (inside) {
                    excluded.add(n);
                }
            }
            return !wide;
        }
    }
}
