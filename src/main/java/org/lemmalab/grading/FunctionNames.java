package org.lemmalab.grading;

import java.util.List;
import java.util.Set;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.Symbol;

/** Names of functions with their arguments, f(x) or g(a,b), and of sequences, a_n: the arguments' names mean nothing outside. */
final class FunctionNames {
    private FunctionNames() {}

    /** The arguments of a name such as "g(a,b)"; empty where it is none, or an argument is a number. */
    private static List<String> arguments(String name) {
        if (name.length() == 3 && name.charAt(1) == '_' && Character.isLowerCase(name.charAt(2))) {
            return List.of(name.substring(2));
        }
        int open = name.indexOf('(');
        boolean function = open > 0 && name.endsWith(")");
        List<String> arguments =
                function ? List.of(name.substring(open + 1, name.length() - 1).split(",")) : List.of();
        boolean letters = arguments.stream().allMatch(each -> each.length() == 1 && Character.isLetter(each.charAt(0)));
        return letters ? arguments : List.of();
    }

    /** The right equation with the left one's arguments, where both define the same function by other letters. */
    static Relation withArgumentsOf(Relation left, Relation right) {
        boolean names =
                left.members().get(0) instanceof Symbol && right.members().get(0) instanceof Symbol;
        if (!names) {
            return right;
        }
        String a = ((Symbol) left.members().get(0)).name();
        String b = ((Symbol) right.members().get(0)).name();
        List<String> to = arguments(a);
        List<String> from = arguments(b);
        boolean same = !from.isEmpty()
                && from.size() == to.size()
                && !from.equals(to)
                && function(a).equals(function(b));
        if (!same || clash(from, to, right.members().get(1))) {
            return right;
        }
        Node value = right.members().get(1);
        for (int i = 0; i < from.size(); i++) {
            value = SetBuilders.renamed(value, from.get(i), "•" + i);
        }
        for (int i = 0; i < from.size(); i++) {
            value = SetBuilders.renamed(value, "•" + i, to.get(i));
        }
        return new Relation(List.of(left.members().get(0), value), right.relations());
    }

    private static String function(String name) {
        return name.substring(0, Math.max(name.indexOf('('), name.indexOf('_')));
    }

    /** Whether a new name already stands for something else. */
    private static boolean clash(List<String> from, List<String> to, Node value) {
        Set<String> used = NumericParts.isScalar(value) ? NumericParts.variables(value) : Set.of();
        return to.stream().anyMatch(name -> used.contains(name) && !from.contains(name));
    }

    /** x^2 as t^2 beside f(t) = t^2. */
    static Node withArgumentOf(Relation definition, Node value, Node other) {
        boolean named = definition.members().get(0) instanceof Symbol
                && NumericParts.isScalar(value)
                && NumericParts.isScalar(other);
        List<String> arguments =
                named ? arguments(((Symbol) definition.members().get(0)).name()) : List.of();
        if (arguments.size() != 1) {
            return other;
        }
        Set<String> own = NumericParts.variables(value);
        Set<String> names = NumericParts.variables(other);
        boolean rename = own.size() == 1 && own.contains(arguments.get(0)) && names.size() == 1 && !names.equals(own);
        return rename ? SetBuilders.renamed(other, names.iterator().next(), arguments.get(0)) : other;
    }
}
