package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Symbol;

/** Vectors written by unit vectors, 2i + 3j - k, as their components. */
final class UnitVectors {
    private static final List<Symbol> MARKED = List.of(new Symbol("î"), new Symbol("ĵ"), new Symbol("k̂"));
    private static final List<Node> PLAIN = List.of(new Const(Constant.I), new Symbol("j"), new Symbol("k"));

    private UnitVectors() {}

    /** Whether an expression has a unit vector with an accent or in bold. */
    static boolean isMarked(Node node) {
        return NumericParts.any(node, MARKED::contains);
    }

    /** A bold or accented i alone is the imaginary unit, since a vector along one axis is hardly an answer. */
    static Node plainIfAlone(Node node) {
        boolean others = NumericParts.any(node, part -> part.equals(MARKED.get(1)) || part.equals(MARKED.get(2)));
        return others || !isMarked(node) ? node : plain(node);
    }

    /** The same expression without accents. */
    static Node plain(Node node) {
        int unit = node instanceof Symbol ? MARKED.indexOf(node) : -1;
        return unit >= 0 ? PLAIN.get(unit) : Normaliser.map(node, UnitVectors::plain);
    }

    /** The so many components of an expression; empty where it is no such vector, or has more. */
    static Optional<List<Node>> components(Node node, int size) {
        boolean marked = isMarked(node);
        List<? extends Node> units = marked ? MARKED : PLAIN;
        boolean plainVector = NumericParts.any(node, part -> part.equals(PLAIN.get(1)))
                || NumericParts.any(node, part -> part.equals(PLAIN.get(2))) && NumericParts.hasImaginaryUnit(node);
        boolean flat = size == 2 && NumericParts.any(node, part -> part.equals(units.get(2)));
        if (size < 2 || size > 3 || flat || !marked && !plainVector) {
            return Optional.empty();
        }
        List<Node> components = new ArrayList<>();
        for (int unit = 0; unit < size; unit++) {
            components.add(at(node, units, unit));
        }
        return Optional.of(List.copyOf(components));
    }

    /** The expression where one unit vector is 1 and the others are 0. */
    private static Node at(Node node, List<? extends Node> units, int unit) {
        int index = units.indexOf(node);
        return index >= 0 ? Num.of(index == unit ? 1 : 0) : Normaliser.map(node, part -> at(part, units, unit));
    }
}
