package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Quantities that depend on each other, as they are drawn: first those that the answer needs, then some that it does not. */
final class RelationGraph {
    private static final int TRIES = 40;
    private static final int LARGEST_FACTOR = 5;
    private static final int LARGEST_NUMBER = 12;

    /** A quantity: what it depends on (by place), the number in its relation, its value. */
    record Node(Relation relation, List<Integer> on, long number, long value) {}

    private final List<Node> nodes = new ArrayList<>();
    private final Set<Long> values = new HashSet<>();
    private final Set<Integer> used = new HashSet<>();
    private final Difficulty difficulty;
    private final Random random;

    RelationGraph(Difficulty difficulty, Random random) {
        this.difficulty = difficulty;
        this.random = random;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Draws the needed quantities; the last one is asked for. False where it did not come out. */
    boolean growNeeded(int steps) {
        for (int step = 0; step < steps; step++) {
            if (!derive(step == steps - 1)) {
                return false;
            }
        }
        int last = nodes.size() - 1;
        for (int i = 0; i < last; i++) {
            if (!used.contains(i)) {
                return false;
            }
        }
        return true;
    }

    /** Adds quantities that do not matter. False where it did not come out. */
    boolean growIdle(int count) {
        for (int i = 0; i < count; i++) {
            boolean grown = random.nextInt(3) == 0 ? given() >= 0 : derive(random.nextBoolean());
            if (!grown) {
                return false;
            }
        }
        return true;
    }

    private boolean derive(boolean preferUnused) {
        Relation relation = relation(preferUnused);
        int x = operand(-1, preferUnused);
        int y = relation.ofTwo() && x >= 0 ? operand(x, preferUnused) : -1;
        if (x < 0 || relation.ofTwo() && y < 0) {
            return false;
        }
        for (int i = 0; i < TRIES; i++) {
            long number = relation.ofTwo() ? 0 : number(relation);
            long left = nodes.get(x).value;
            long right = relation.ofTwo() ? nodes.get(y).value : number;
            long value = switch (relation) {
                case MORE, SUM -> left + right;
                case FEWER, DIFFERENCE -> left - right;
                case TIMES -> left * right;
                case GIVEN -> -1;
            };
            if (add(relation, relation.ofTwo() ? List.of(x, y) : List.of(x), number, value)) {
                return true;
            }
        }
        return false;
    }

    /** Where two or more results wait to be used at the end, one that uses two. */
    private Relation relation(boolean isLast) {
        int count = Relation.DERIVED.size();
        boolean two = isLast && nodes.size() - used.size() > 1;
        return Relation.DERIVED.get(two ? count - 1 - random.nextInt(2) : random.nextInt(count));
    }

    private long number(Relation relation) {
        int range = relation == Relation.TIMES ? LARGEST_FACTOR : LARGEST_NUMBER * difficulty.scale();
        return 2 + random.nextInt(range - 1);
    }

    /** A quantity to depend on: one that nothing depends on yet, any other, or a new number. */
    private int operand(int not, boolean preferUnused) {
        List<Integer> unused = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (i != not) {
                all.add(i);
                if (!used.contains(i)) {
                    unused.add(i);
                }
            }
        }
        int draw = random.nextInt(10);
        if (!unused.isEmpty() && (preferUnused || draw < 4)) {
            return unused.get(random.nextInt(unused.size()));
        }
        return !all.isEmpty() && draw < 6 ? all.get(random.nextInt(all.size())) : given();
    }

    private int given() {
        for (int i = 0; i < TRIES; i++) {
            long value = number(Relation.GIVEN);
            if (add(Relation.GIVEN, List.of(), value, value)) {
                return nodes.size() - 1;
            }
        }
        return -1;
    }

    /** Values differ from each other, so that a number always says which quantity it is. */
    private boolean add(Relation relation, List<Integer> on, long number, long value) {
        if (value < 2 || value > difficulty.largest() || !values.add(value)) {
            return false;
        }
        nodes.add(new Node(relation, on, number, value));
        used.addAll(on);
        return true;
    }
}
