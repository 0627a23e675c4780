package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of real numbers: disjoint intervals in ascending order, points being closed intervals of no length. */
record RealSet(List<Interval> intervals) {
    static final RealSet EMPTY = new RealSet(List.of());

    /**
     * One end of an interval.
     *
     * @param node the end as written
     * @param value its approximate value; infinite at ±∞
     * @param closed whether it belongs to the interval
     */
    record End(Node node, double value, boolean closed) {
        End flipped() {
            return new End(node, value, !closed);
        }

        boolean near(End other) {
            boolean finite = Double.isFinite(value) && Double.isFinite(other.value);
            boolean close = finite && Math.abs(value - other.value) <= 1e-13 * Math.max(1, Math.abs(value));
            return close || value == other.value;
        }
    }

    /** An interval. */
    record Interval(End low, End high) {
        boolean isEmpty() {
            boolean point = low.near(high);
            return point ? !(low.closed && high.closed) : low.value > high.value;
        }
    }

    /** The union of intervals in any order. */
    static RealSet of(List<Interval> parts) {
        List<Interval> sorted = new ArrayList<>(parts);
        sorted.removeIf(Interval::isEmpty);
        Comparator<Interval> byLow =
                Comparator.comparingDouble(part -> part.low().value());
        sorted.sort(byLow.thenComparing(part -> !part.low().closed()));
        List<Interval> merged = new ArrayList<>();
        for (Interval next : sorted) {
            Interval last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && touches(last.high(), next.low())) {
                merged.set(merged.size() - 1, new Interval(last.low(), higher(last.high(), next.high())));
            } else {
                merged.add(next);
            }
        }
        return new RealSet(List.copyOf(merged));
    }

    /** Whether it is the whole line. */
    boolean isLine() {
        return intervals.size() == 1
                && Double.isInfinite(intervals.get(0).low().value())
                && Double.isInfinite(intervals.get(0).high().value());
    }

    private static boolean touches(End high, End low) {
        return high.near(low) ? high.closed() || low.closed() : low.value() < high.value();
    }

    private static End higher(End a, End b) {
        if (a.near(b)) {
            return a.closed() ? a : b;
        }
        return a.value() > b.value() ? a : b;
    }

    private static End lower(End a, End b) {
        if (a.near(b)) {
            return a.closed() ? b : a;
        }
        return a.value() < b.value() ? a : b;
    }

    /** The later of two beginnings; of two at one place the open one. */
    private static End later(End a, End b) {
        if (a.near(b)) {
            return a.closed() ? b : a;
        }
        return a.value() > b.value() ? a : b;
    }

    RealSet union(RealSet other) {
        List<Interval> all = new ArrayList<>(intervals);
        all.addAll(other.intervals);
        return of(all);
    }

    RealSet intersection(RealSet other) {
        List<Interval> common = new ArrayList<>();
        for (Interval a : intervals) {
            for (Interval b : other.intervals) {
                common.add(new Interval(later(a.low(), b.low()), lower(a.high(), b.high())));
            }
        }
        return of(common);
    }

    RealSet complement(End minusInfinity, End infinity) {
        List<Interval> gaps = new ArrayList<>();
        End low = minusInfinity;
        for (Interval interval : intervals) {
            gaps.add(new Interval(low, interval.low().flipped()));
            low = interval.high().flipped();
        }
        if (!Double.isInfinite(low.value()) || low == minusInfinity) {
            gaps.add(new Interval(low, infinity));
        }
        return of(gaps);
    }
}
