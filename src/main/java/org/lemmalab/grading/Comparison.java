package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.grading.Node.Based;
import org.lemmalab.grading.Node.CalendarDate;
import org.lemmalab.grading.Node.ClockTime;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.IntegerSet;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Matrix;
import org.lemmalab.grading.Node.Measured;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Piecewise;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Qualified;
import org.lemmalab.grading.Node.Ratio;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.Symbol;
import org.lemmalab.grading.Node.Words;

/** One comparison: sends each pair of answers to the comparator of its kind. */
final class Comparison {
    private static final List<String> UNREAD =
            List.of("\\sum ", "\\prod ", "\\int ", "\\iint ", "\\oint ", "\\lim ", "\\begin ");

    private final Budget budget;
    private final ScalarComparator scalars;
    private final EquationComparator equations;
    private final CollectionComparator collections;
    private final RealSetComparator realSets;
    private final QuantityComparator quantities;
    private final QualifiedComparator qualified;

    Comparison(GradingSettings settings, Budget budget) {
        this.budget = budget;
        this.scalars = new ScalarComparator(settings, budget);
        this.equations = new EquationComparator(this, settings, budget);
        this.collections = new CollectionComparator(this, budget);
        this.realSets = new RealSetComparator(this, equations);
        this.quantities = new QuantityComparator(this, settings.units());
        this.qualified = new QualifiedComparator(this, budget);
    }

    /** Compares two answers as read from their texts. */
    Outcome compare(Answer left, Answer right) {
        if (left.text().equals(right.text()) && !left.text().isEmpty()) {
            return Outcome.of(true, Rule.SAME_TEXT);
        }
        if (left.text().isEmpty() && right.text().isEmpty()) {
            return Outcome.undecided("no answer");
        }
        if (sameWords(left, right)) {
            return Outcome.of(true, Rule.WORDS);
        }
        Optional<Outcome> digits = WrittenDigits.compare(left, right);
        if (digits.isPresent()) {
            return digits.get();
        }
        return choice(left, right).orElseGet(() -> compare(left.node(), right.node()));
    }

    private static boolean sameWords(Answer left, Answer right) {
        boolean words = left.node() instanceof Words || right.node() instanceof Words;
        return words && WordAnswers.same(left, right);
    }

    /** Letters of choices, alone or before the choice's text; empty where they do not decide. */
    private Optional<Outcome> choice(Answer left, Answer right) {
        if (!left.choice().isEmpty() && !right.choice().isEmpty()) {
            boolean same = left.choice().equals(right.choice())
                    && !compare(left.node(), right.node()).isUnequal();
            return Optional.of(Outcome.of(same, Rule.CHOICE));
        }
        Optional<String> first = letters(left);
        Optional<String> second = first.isEmpty() ? first : letters(right);
        if (second.isEmpty()) {
            return Optional.empty();
        }
        boolean same = first.equals(second);
        boolean prefixed = !left.choice().isEmpty() || !right.choice().isEmpty();
        return same || prefixed ? Optional.of(Outcome.of(same, Rule.CHOICE)) : Optional.empty();
    }

    private static Optional<String> letters(Answer answer) {
        return answer.choice().isEmpty()
                ? Choices.letters(answer.words(), answer.text())
                : Optional.of(answer.choice());
    }

    Outcome compare(Node left, Node right) {
        if (left.equals(right)) {
            return Outcome.of(true, Rule.SAME_FORM);
        }
        boolean scalar = NumericParts.isScalar(left);
        if (scalar && NumericParts.isScalar(right)) {
            Outcome outcome = scalar(left, right);
            return outcome.isEqual() ? outcome : otherReading(left, right).orElse(outcome);
        }
        boolean pieces = left instanceof Piecewise || right instanceof Piecewise;
        if (pieces && !(left instanceof Relation) && !(right instanceof Relation)) {
            return new PiecewiseComparator(this, budget).compare(left, right);
        }
        if (Residues.occurs(left) || Residues.occurs(right)) {
            return new Residues(this).compare(left, right);
        }
        Optional<Outcome> vectors = vectors(left, right);
        if (vectors.isPresent()) {
            return vectors.get();
        }
        Optional<Outcome> choices = scalar || NumericParts.isScalar(right) ? choices(left, right) : Optional.empty();
        if (choices.isPresent()) {
            return choices.get();
        }
        if (left instanceof Based || right instanceof Based) {
            return based(left, right);
        }
        Optional<Outcome> special = WordAnswers.special(left, right);
        if (special.isPresent()) {
            return special.get();
        }
        if (left instanceof Qualified || right instanceof Qualified) {
            return qualified.compare(left, right);
        }
        if (left instanceof IntegerSet || right instanceof IntegerSet) {
            return IntegerSets.compare(left, right);
        }
        if (left instanceof Words || right instanceof Words) {
            if (isUnreadNotation(left) || isUnreadNotation(right)) {
                return Outcome.undecided("a notation that is not read");
            }
            boolean both = left instanceof Words && right instanceof Words;
            return Outcome.of(false, both ? Rule.WORDS : Rule.DIFFERENT_KINDS);
        }
        if ((left instanceof Measured || right instanceof Measured) && !isEquation(left) && !isEquation(right)) {
            return quantities.compare(left, right);
        }
        return statements(left, right);
    }

    /** Other readings of two expressions: numbers of choices in another notation, integer parameters of other names. */
    private Optional<Outcome> otherReading(Node left, Node right) {
        return choices(left, right)
                .or(() -> withoutAccents(left, right))
                .or(() -> QualifiedComparator.withParameterOf(left, right).map(renamed -> scalar(left, renamed)));
    }

    private static boolean isCompound(Node node) {
        return node instanceof Product || node instanceof Power || node instanceof Node.Sum;
    }

    /** A notation that may be a number of choices, against a number. */
    private Optional<Outcome> choices(Node left, Node right) {
        boolean possible = isCompound(left) || isCompound(right);
        if (!possible) {
            return Optional.empty();
        }
        Optional<Node> first = Combinations.value(left);
        Optional<Node> second = Combinations.value(right);
        return first.isEmpty() && second.isEmpty()
                ? Optional.empty()
                : Optional.of(compare(first.orElse(left), second.orElse(right)));
    }

    /** Unit vectors that only one answer marks as such, or the imaginary unit in bold. */
    private Optional<Outcome> withoutAccents(Node left, Node right) {
        return UnitVectors.isMarked(left) || UnitVectors.isMarked(right)
                ? Optional.of(compare(UnitVectors.plain(left), UnitVectors.plain(right)))
                : Optional.empty();
    }

    /** 2i + 3j against (2, 3) or a matrix of one row or column; a matrix of one entry against a number. */
    private Optional<Outcome> vectors(Node left, Node right) {
        boolean leftScalar = NumericParts.isScalar(left);
        if (leftScalar == NumericParts.isScalar(right)) {
            return Optional.empty();
        }
        Node scalar = leftScalar ? left : right;
        Node other = leftScalar ? right : left;
        List<Node> places = other instanceof Matrix matrix
                ? flat(matrix.rows())
                : other instanceof Group group && "(<[".indexOf(group.open()) >= 0 ? group.items() : List.of();
        boolean identity = scalar instanceof Symbol symbol
                && (symbol.name().equals("I") || symbol.name().startsWith("I_"))
                && other instanceof Matrix;
        if (identity) {
            return Optional.of(Outcome.of(MatrixAlgebra.isIdentity((Matrix) other), Rule.MATRIX));
        }
        if (places.size() == 1 && other instanceof Matrix) {
            return Optional.of(leftScalar ? compare(left, places.get(0)) : compare(places.get(0), right));
        }
        return UnitVectors.components(scalar, places.size())
                .map(components -> leftScalar ? places(components, places) : places(places, components))
                .map(outcome -> outcome.under(Rule.TUPLE));
    }

    /** Whether a text that was not read has a sign of calculus or an environment, so that its value is not known. */
    private static boolean isUnreadNotation(Node node) {
        if (!(node instanceof Words words) || words.text().indexOf('\\') < 0) {
            return false;
        }
        return UNREAD.stream().anyMatch(words.text()::contains);
    }

    /** Numbers in a base by value; against a number without base also by digits, since the base may be understood. */
    private Outcome based(Node left, Node right) {
        boolean digits = left instanceof Based a && BaseNumber.sameDigits(a, right)
                || right instanceof Based b && BaseNumber.sameDigits(b, left);
        return digits ? Outcome.of(true, Rule.SAME_DIGITS) : compare(BaseNumber.plain(left), BaseNumber.plain(right));
    }

    private Outcome scalar(Node left, Node right) {
        int leftInfinite = RealSetReader.infinite(left);
        int rightInfinite = RealSetReader.infinite(right);
        boolean diverges =
                (leftInfinite != 0) != (rightInfinite != 0) && (Binders.occurs(left) || Binders.occurs(right));
        if (diverges) {
            return Outcome.undecided("whether a sum, integral or limit is infinite");
        }
        if (leftInfinite != 0 || rightInfinite != 0) {
            return Outcome.of(leftInfinite == rightInfinite, Rule.EXACT_NUMBER);
        }
        Outcome outcome = scalars.compare(left, right);
        boolean letters = !outcome.isEqual() && (left instanceof Product || right instanceof Product);
        return letters ? quantities.letters(left, right).orElse(outcome) : outcome;
    }

    private Outcome statements(Node left, Node right) {
        if (SetBuilders.isBound(left) || SetBuilders.isBound(right)) {
            return realSets.compare(RealSetReader.asSet(left), RealSetReader.asSet(right));
        }
        if (isEquation(left) && isEquation(right)) {
            return equations.compare((Relation) left, (Relation) right);
        }
        if (isEquation(left) != isEquation(right)) {
            Optional<Outcome> valued =
                    isEquation(left) ? valued((Relation) left, right, true) : valued((Relation) right, left, false);
            if (valued.isPresent()) {
                return valued.get();
            }
        }
        if (SymbolicSets.isSymbolic(left) && SymbolicSets.isSymbolic(right)) {
            return SymbolicSets.compare(left, right);
        }
        boolean sets = RealSetReader.saysSet(left) || RealSetReader.saysSet(right);
        if (sets && quantities.shareUnit(left, right)) {
            return realSets.compare(QuantityComparator.withoutUnits(left), QuantityComparator.withoutUnits(right));
        }
        Node first = Combinations.point(RealSetReader.elements(left));
        Node second = Combinations.point(RealSetReader.elements(right));
        return RealSetReader.saysSet(first) || RealSetReader.saysSet(second)
                ? realSets.compare(first, second)
                : structures(first, second);
    }

    /** An equation that names a value against what is no equation. */
    private Optional<Outcome> valued(Relation equation, Node other, boolean first) {
        Optional<Node> value = other instanceof Relation ? Optional.empty() : value(equation);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Node assignments = other instanceof Listing ? NamedValue.assignments(equation) : equation;
        if (assignments instanceof Listing names) {
            return Optional.of(first ? collections.compare(names, other) : collections.compare(other, names));
        }
        Node renamed = FunctionNames.withArgumentOf(equation, value.get(), other);
        return Optional.of(first ? compare(value.get(), renamed) : compare(renamed, value.get()));
    }

    static boolean isEquation(Node node) {
        return node instanceof Relation relation
                && relation.relations().stream().allMatch(sign -> sign.equals("=") || sign.equals("≈"));
    }

    /** What an equation "name = value" or "2 + 3 = 5" comes to; of a chain its last exact value, if its values agree. */
    private Optional<Node> value(Node node) {
        Relation relation = (Relation) node;
        List<Node> members = relation.members();
        int last = members.size() - 1;
        Node first = members.get(0);
        Node amount = first instanceof Measured measured ? measured.value() : first;
        boolean constant =
                NumericParts.isScalar(amount) && NumericParts.variables(amount).isEmpty();
        Optional<Node> named = NamedValue.of(node);
        if (named.isPresent() && !(first instanceof Symbol)
                || members.size() == 2 && !(first instanceof Symbol) && !constant) {
            return named;
        }
        boolean rounded = last > 1 && relation.relations().get(last - 1).equals("≈");
        Node value = members.get(rounded ? last - 1 : last);
        for (int i = first instanceof Symbol ? 1 : 0; i < last; i++) {
            boolean exact = relation.relations().get(i).equals("=");
            if (exact && compare(members.get(i), members.get(i + 1)).isUnequal()) {
                return Optional.empty();
            }
        }
        return Optional.of(value);
    }

    private Outcome structures(Node left, Node right) {
        if (collections.isCollection(left) || collections.isCollection(right)) {
            return collections.compare(left, right);
        }
        if (left instanceof Group a && right instanceof Group b) {
            return tuples(a, b);
        }
        if (left instanceof Matrix || right instanceof Matrix) {
            return matrices(left, right);
        }
        if (left instanceof ClockTime first && right instanceof ClockTime second) {
            return ClockReader.compare(first, second);
        }
        if (left instanceof CalendarDate first && right instanceof CalendarDate second) {
            return DateReader.compare(first, second);
        }
        return ratios(left, right);
    }

    private Outcome tuples(Group left, Group right) {
        boolean sameBrackets = left.open() == right.open() && left.close() == right.close()
                || left.open() == '<' && right.open() == '('
                || left.open() == '(' && right.open() == '<';
        boolean same = sameBrackets && left.items().size() == right.items().size();
        return same ? places(left.items(), right.items()).under(Rule.TUPLE) : Outcome.of(false, Rule.TUPLE);
    }

    /** Place by place: unequal if any place is, else undecided if any place is. */
    Outcome places(List<Node> left, List<Node> right) {
        Outcome whole = Outcome.of(true, Rule.TUPLE);
        for (int i = 0; i < left.size(); i++) {
            Outcome place = compare(left.get(i), right.get(i));
            if (place.isUnequal()) {
                return place;
            }
            whole = place.isEqual() ? whole : place;
        }
        return whole;
    }

    private Outcome matrices(Node left, Node right) {
        Optional<Matrix> a = matrix(left, right);
        Optional<Matrix> b = matrix(right, left);
        if (a.isEmpty() || b.isEmpty()) {
            return isStructure(left) || isStructure(right)
                    ? Outcome.of(false, Rule.DIFFERENT_KINDS)
                    : Outcome.undecided("a matrix within an expression");
        }
        List<List<Node>> rows = a.get().rows();
        List<List<Node>> others = b.get().rows();
        boolean sameShape = rows.size() == others.size()
                && rows.get(0).size() == others.get(0).size();
        return sameShape ? places(flat(rows), flat(others)).under(Rule.MATRIX) : Outcome.of(false, Rule.MATRIX);
    }

    private static List<Node> flat(List<List<Node>> rows) {
        return rows.stream().flatMap(List::stream).toList();
    }

    /** A matrix, or a tuple as the row or column that the other answer is. */
    private static Optional<Matrix> matrix(Node node, Node other) {
        if (node instanceof Matrix matrix) {
            return Optional.of(matrix);
        }
        Optional<Matrix> rows = rows(node);
        if (rows.isPresent()) {
            return rows;
        }
        boolean vector = node instanceof Group group
                && group.open() != '{'
                && group.items().size() > 1;
        if (!vector || !(other instanceof Matrix shape)) {
            return Optional.empty();
        }
        List<Node> items = ((Group) node).items();
        boolean column = shape.rows().get(0).size() == 1;
        return Optional.of(new Matrix(column ? items.stream().map(List::of).toList() : List.of(items)));
    }

    /** A list of rows: [[1, 2], [3, 4]]. */
    private static Optional<Matrix> rows(Node node) {
        boolean lists = node instanceof Group group
                && group.open() != '{'
                && !group.items().isEmpty()
                && group.items().stream()
                        .allMatch(item -> item instanceof Group row
                                && row.open() != '{'
                                && row.items().size() > 1);
        if (!lists) {
            return Optional.empty();
        }
        List<List<Node>> rows = ((Group) node)
                .items().stream().map(row -> ((Group) row).items()).toList();
        boolean even = rows.stream().allMatch(row -> row.size() == rows.get(0).size());
        return even ? Optional.of(new Matrix(rows)) : Optional.empty();
    }

    private Outcome ratios(Node left, Node right) {
        Node a = ratio(left);
        Node b = ratio(right);
        if (a instanceof Ratio first && b instanceof Ratio second) {
            return sameRatio(first.parts(), second.parts());
        }
        if (a instanceof Ratio first
                && NumericParts.isScalar(b)
                && first.parts().size() == 2) {
            return compare(quotient(first), b).under(Rule.RATIO);
        }
        if (b instanceof Ratio second
                && NumericParts.isScalar(a)
                && second.parts().size() == 2) {
            return compare(a, quotient(second)).under(Rule.RATIO);
        }
        return isStructure(a) || isStructure(b)
                ? Outcome.of(false, Rule.DIFFERENT_KINDS)
                : Outcome.undecided("no way to compare these expressions");
    }

    private static boolean isStructure(Node node) {
        return NumericParts.isScalar(node)
                || node instanceof Group
                || node instanceof Ratio
                || node instanceof ClockTime
                || node instanceof CalendarDate
                || node instanceof Relation
                || node instanceof Listing;
    }

    /** A time without a.m. or p.m. may be a ratio. */
    private static Node ratio(Node node) {
        boolean ratio = node instanceof ClockTime time && time.meridiem().isEmpty();
        return ratio
                ? new Ratio(List.of(Num.of(((ClockTime) node).hour()), Num.of(((ClockTime) node).minute())))
                : node;
    }

    private static Node quotient(Ratio ratio) {
        return new Product(List.of(ratio.parts().get(0), new Power(ratio.parts().get(1), Num.of(-1))));
    }

    /** a : b : c = d : e : f where a e = b d and b f = c e. */
    private Outcome sameRatio(List<Node> left, List<Node> right) {
        if (left.size() != right.size()) {
            return Outcome.of(false, Rule.RATIO);
        }
        List<Node> across = new ArrayList<>();
        List<Node> down = new ArrayList<>();
        for (int i = 1; i < left.size(); i++) {
            across.add(new Product(List.of(left.get(i - 1), right.get(i))));
            down.add(new Product(List.of(left.get(i), right.get(i - 1))));
        }
        return places(across, down).under(Rule.RATIO);
    }
}
