package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Symbol;

/** Lists with an ellipsis: integers at equal distances that go on for ever, or up to a last one. */
final class Progressions {
    /** The item that an ellipsis is read as. */
    static final Symbol ELLIPSIS = new Symbol("…");

    private static final int FEWEST = 3;
    private static final int MOST_ELEMENTS = 1000;

    private Progressions() {}

    /**
     * What a list with an ellipsis stands for.
     *
     * @throws NoMathematics if that is not clear
     */
    static Node set(List<Node> items) {
        List<Long> before = new ArrayList<>();
        List<Long> after = new ArrayList<>();
        int ellipses = 0;
        for (Node item : items) {
            if (item.equals(ELLIPSIS)) {
                ellipses++;
            } else {
                (ellipses > 0 ? after : before).add(integer(item));
            }
        }
        boolean both =
                items.get(0).equals(ELLIPSIS) && items.get(items.size() - 1).equals(ELLIPSIS);
        if (ellipses == 2 && both && after.size() >= FEWEST) {
            return IntegerSets.of(step(after), after.get(0), OptionalLong.empty(), OptionalLong.empty(), false);
        }
        if (ellipses != 1) {
            throw new NoMathematics("an ellipsis");
        }
        if (before.isEmpty()) {
            OptionalLong last = OptionalLong.of(after.get(after.size() - 1));
            return IntegerSets.of(step(after), last.getAsLong(), OptionalLong.empty(), last, false);
        }
        long step = step(before);
        OptionalLong first = OptionalLong.of(before.get(0));
        if (after.isEmpty()) {
            boolean rising = step > 0 && before.size() >= FEWEST;
            return rising
                    ? IntegerSets.of(step, first.getAsLong(), first, OptionalLong.empty(), false)
                    : falling(step, before);
        }
        return finite(first.getAsLong(), step, after);
    }

    private static Node falling(long step, List<Long> terms) {
        if (terms.size() < FEWEST) {
            throw new NoMathematics("an ellipsis after fewer than " + FEWEST + " terms");
        }
        return IntegerSets.of(step, terms.get(0), OptionalLong.empty(), OptionalLong.of(terms.get(0)), false);
    }

    private static Node finite(long first, long step, List<Long> after) {
        long last = after.get(after.size() - 1);
        long count = (last - first) / step;
        boolean fits = first + count * step == last
                && count > 0
                && count < MOST_ELEMENTS
                && IntStream.range(1, after.size()).allMatch(i -> after.get(i) - after.get(i - 1) == step);
        if (!fits) {
            throw new NoMathematics("an ellipsis between terms that do not fit");
        }
        List<Node> items = new ArrayList<>();
        for (long n = first, i = 0; i <= count; i++, n += step) {
            items.add(Num.of(n));
        }
        return new Node.Group('{', List.copyOf(items), '}');
    }

    private static long integer(Node item) {
        Optional<Num> number = item instanceof Num found ? Optional.of(found) : Optional.empty();
        boolean small = number.isPresent()
                && Rationals.isInteger(number.get().value())
                && Math.abs(number.get().value().doubleValue()) < 1e9;
        if (!small) {
            throw new NoMathematics("an ellipsis among other terms than integers");
        }
        return number.get().value().longValue();
    }

    /** The distance of neighbours; one term alone does not tell. */
    private static long step(List<Long> terms) {
        long step = terms.size() < 2 ? 0 : terms.get(1) - terms.get(0);
        boolean even = IntStream.range(1, terms.size()).allMatch(i -> terms.get(i) - terms.get(i - 1) == step);
        if (step == 0 || !even) {
            throw new NoMathematics("an ellipsis without a rule");
        }
        return step;
    }
}
