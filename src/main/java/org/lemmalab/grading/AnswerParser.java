package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Matrix;
import org.lemmalab.grading.Node.Measured;
import org.lemmalab.grading.Node.Qualified;
import org.lemmalab.grading.Node.Ratio;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.SetOperation;
import org.lemmalab.grading.Node.Symbol;
import org.lemmalab.grading.Token.Type;

/**
 * Reads whole answers: lists of statements, relations, sets and intervals, ratios, tuples, matrices, and quantities with units;
 * what stands between is left to {@link ExpressionParser}.
 */
final class AnswerParser {
    private static final Set<String> MATRICES = Set.of(
            "matrix",
            "pmatrix",
            "bmatrix",
            "Bmatrix",
            "smallmatrix",
            "psmallmatrix",
            "bsmallmatrix",
            "array",
            "vmatrix",
            "tabular");

    /** Commands that begin the name of a quantity, up to the equals sign. */
    private static final Set<String> QUANTITIES =
            Set.of("lim", "Pr", "sup", "inf", "int", "iint", "oint", "sum", "prod", "max", "min");

    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final Budget budget;
    private final GradingSettings settings;
    private final boolean commaGroups;
    private int brackets;
    private Optional<Unit> currency = Optional.empty();

    private AnswerParser(List<Token> tokens, Budget budget, GradingSettings settings, boolean commaGroups) {
        this.cursor = new TokenCursor(ReversedBrackets.turned(tokens), budget);
        this.budget = budget;
        this.commaGroups = commaGroups;
        NumberParser numbers = new NumberParser(cursor, commaGroups);
        this.expressions = new ExpressionParser(cursor, this, numbers, settings.percent());
        this.settings = settings;
    }

    /**
     * Reads an answer.
     *
     * @param tokens its tokens
     * @param budget bounds
     * @param settings what a percent sign and units mean
     * @param commaGroups whether 1,234 outside brackets is one number
     * @return the parsed answer
     * @throws NoMathematics if it cannot be read as mathematics
     */
    static Node parse(List<Token> tokens, Budget budget, GradingSettings settings, boolean commaGroups) {
        AnswerParser parser = new AnswerParser(tokens, budget, settings, commaGroups);
        Node answer = parser.listing();
        while (parser.cursor.on('⟧') || parser.cursor.on('.') || parser.cursor.on('*')) {
            parser.cursor.next();
        }
        if (!parser.cursor.atEnd()) {
            throw new NoMathematics("unexpected " + parser.cursor.peek().text());
        }
        return answer;
    }

    /** Reads some tokens by themselves. */
    Node part(List<Token> tokens) {
        return parse(tokens, budget, settings, commaGroups);
    }

    int brackets() {
        return brackets;
    }

    /** What an argument's braces hold: a comma between digits there parts thousands, since there are no items. */
    Node braced(java.util.function.Supplier<Node> reader) {
        int outside = brackets;
        brackets = -1;
        Node argument = reader.get();
        brackets = outside;
        return argument;
    }

    private Node listing() {
        List<Node> items = new ArrayList<>();
        boolean alternatives = false;
        items.add(relation());
        while (onSeparator()) {
            alternatives |= separators();
            if (cursor.atEnd() || cursor.on('.') && !cursor.peek(1).isSymbol('.')) {
                break;
            }
            items.add(relation());
        }
        if (items.size() > 1 && !alternatives && settings.units() != UnitPolicy.IGNORE) {
            CompoundQuantity.merge(items);
        }
        return items.size() == 1 ? items.get(0) : new Listing(List.copyOf(items), alternatives);
    }

    private boolean onSeparator() {
        return cursor.on(',')
                || cursor.on(';')
                || isWord("and")
                || isWord("or")
                || cursor.peek().isCommand("\\")
                || brackets == 0 && (cursor.on('&') || onSpacedNumber());
    }

    /** A number that only a space parts from the number before. */
    private boolean onSpacedNumber() {
        return cursor.onDigit()
                && cursor.peek().spaced()
                && cursor.place() > 0
                && cursor.peek(-1).type() == Type.DIGIT;
    }

    private boolean isWord(String word) {
        Token token = cursor.peek();
        return (token.type() == Type.TEXT || token.type() == Type.WORD)
                && token.text().equals(word);
    }

    /** Takes commas and conjunctions; whether one of them was "or". */
    private boolean separators() {
        boolean or = false;
        while (onSeparator() && !cursor.onDigit()) {
            or |= isWord("or");
            cursor.next();
        }
        return or;
    }

    /** Members joined by =, &lt;, ∈ and so on, or one member alone. */
    private Node relation() {
        if (takeEllipsis()) {
            return Progressions.ELLIPSIS;
        }
        List<Node> members = new ArrayList<>();
        List<String> relations = new ArrayList<>();
        Optional<Node> name = functionName();
        members.add(name.orElseGet(this::leading));
        for (String sign = relationSign(); !sign.isEmpty(); sign = relationSign()) {
            relations.add(sign);
            members.add(member());
        }
        if (relations.contains("≡")) {
            congruence(members, relations);
        }
        return relations.isEmpty() ? members.get(0) : new Relation(List.copyOf(members), List.copyOf(relations));
    }

    /** Takes dots that stand for items of a list. */
    private boolean takeEllipsis() {
        Token token = cursor.peek();
        boolean command = token.isCommand("ldots")
                || token.isCommand("dots")
                || token.isCommand("cdots")
                || token.isCommand("dotsc");
        int length = command ? 1 : 0;
        while (!command && cursor.peek(length).isSymbol('.')) {
            length++;
        }
        Token next = cursor.peek(length);
        boolean item = (command || length == 3)
                && (next.type() == Type.END || next.isSymbol(',') || next.isSymbol('}') || next.isSymbol('⟧'));
        cursor.skip(item ? length : 0);
        return item;
    }

    /** A congruence ends with its modulus; without one the sign says that two functions are the same. */
    private static void congruence(List<Node> members, List<String> relations) {
        int last = members.size() - 1;
        boolean remainder =
                members.get(last) instanceof Node.Call call && call.function().equals("mod");
        if (remainder) {
            List<Node> arguments = ((Node.Call) members.get(last)).arguments();
            members.set(last, new Node.Residue(arguments.get(0), arguments.get(1)));
        }
        if (!(members.get(last) instanceof Node.Residue)) {
            relations.replaceAll(sign -> sign.equals("≡") ? "=" : sign);
        }
    }

    private String relationSign() {
        Token token = cursor.peek();
        int length = RelationSigns.length(cursor);
        if (length > 0) {
            String sign = RelationSigns.sign(cursor);
            cursor.skip(length);
            return sign;
        }
        boolean sign = token.type() == Type.COMMAND
                || token.type() == Type.SYMBOL
                || token.is(Type.WORD, "in") && !UnitPhrase.isPhrase(cursor, 0);
        String relation = sign ? Vocabulary.RELATIONS.getOrDefault(token.text(), "") : "";
        if (relation.isEmpty()) {
            return "";
        }
        cursor.next();
        boolean orEqual = cursor.on('=') && (relation.equals("<") || relation.equals(">"));
        if (orEqual) {
            cursor.next();
        }
        return orEqual ? relation.equals("<") ? "≤" : "≥" : relation;
    }

    /** A member, or the leading words of "Area = 5" and "Area of ABC = 5". */
    private Node leading() {
        Token token = cursor.peek();
        boolean words = token.type() == Type.TEXT
                || token.type() == Type.WORD && token.text().length() > 3;
        boolean limit = token.type() == Type.COMMAND && QUANTITIES.contains(token.text());
        int end = words || limit ? equalsSign() : 0;
        end = limit && !token.text().equals("lim") && hasLetters(end) ? 0 : end;
        boolean named = limit || !Vocabulary.FUNCTIONS.containsKey(token.text());
        return end > 0 && named ? name(end) : member();
    }

    /** How many tokens stand before the only relation sign of this statement, an equals sign; 0 where it is none. */
    private int equalsSign() {
        int depth = 0;
        int found = 0;
        for (int i = 0; cursor.peek(i).type() != Type.END; i++) {
            String text = cursor.peek(i).text();
            depth += "([{⟦".contains(text) ? 1 : ")]}⟧".contains(text) ? -1 : 0;
            boolean relation =
                    depth == 0 && cursor.peek(i).type() != Type.TEXT && Vocabulary.RELATIONS.containsKey(text);
            if (relation && (found > 0 || !text.equals("="))) {
                return 0;
            }
            found = relation ? i : found;
        }
        return found;
    }

    private boolean hasLetters(int from) {
        for (int i = from; cursor.peek(i).type() != Type.END; i++) {
            if (cursor.peek(i).type() == Type.LETTER) {
                return true;
            }
        }
        return false;
    }

    private Node name(int tokens) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < tokens; i++) {
            name.append(cursor.next().text());
        }
        return new Symbol(name.toString());
    }

    /** f(x), P(x, y), g^{-1}(t) or y'(t) where it is set equal to something: a name, not a product. */
    private Optional<Node> functionName() {
        int start = cursor.place();
        StringBuilder name = new StringBuilder();
        if (cursor.peek().type() == Type.LETTER) {
            name.append(cursor.next().text());
            while (!cursor.atEnd()
                    && !cursor.on('(')
                    && "'_^-1⟦⟧23".contains(cursor.peek().text())) {
                name.append(cursor.next().text());
            }
            boolean closed = cursor.on('(') && argumentNames(name);
            if (closed && (cursor.on('=') || cursor.peek().isCommand("equiv"))) {
                return Optional.of(new Symbol(name.toString()));
            }
        }
        cursor.back(start);
        return probability();
    }

    /** P(A ∩ B) or E[X] where it is set equal to something. */
    private Optional<Node> probability() {
        Token letter = cursor.peek();
        boolean capital = letter.type() == Type.LETTER
                && Character.isUpperCase(letter.text().charAt(0))
                && (cursor.peek(1).isSymbol('(') || cursor.peek(1).isSymbol('['));
        boolean board = letter.isCommand("mathbb")
                && (cursor.peek(4).isSymbol('(') || cursor.peek(4).isSymbol('['));
        int end = capital || board ? equalsSign() : 0;
        boolean closed = end > 0
                && (cursor.peek(end - 1).isSymbol(')') || cursor.peek(end - 1).isSymbol(']'));
        return closed ? Optional.of(name(end)) : Optional.empty();
    }

    private boolean argumentNames(StringBuilder name) {
        name.append(cursor.next().text());
        while (cursor.peek().type() == Type.LETTER || cursor.on(',') || cursor.onDigit()) {
            name.append(cursor.next().text());
        }
        name.append(')');
        return cursor.take(')');
    }

    /** An expression, ratio, quantity or set. */
    private Node member() {
        Node left = quantity();
        while (true) {
            char operation = setOperation();
            if (operation == ' ') {
                return left;
            }
            Node right = quantity();
            boolean element = operation == '∖' && NumericParts.isScalar(right) && NumericParts.hasNumber(right);
            left = new SetOperation(operation, left, element ? new Group('{', List.of(right), '}') : right);
        }
    }

    private char setOperation() {
        Token token = cursor.peek();
        boolean union = token.isCommand("cup") || token.is(Type.WORD, "union") || token.is(Type.LETTER, "U");
        char operation = union ? '∪' : token.type() == Type.COMMAND ? Vocabulary.setOperation(token.text()) : ' ';
        if (operation != ' ') {
            cursor.next();
        }
        return operation;
    }

    /** A quantity, or several that are added or multiplied. */
    private Node quantity() {
        Node left = oneQuantity();
        char first = operation();
        for (char operation = first; operation != ' '; operation = operation()) {
            boolean sum = operation == '+' || operation == '-';
            if (sum != (first == '+' || first == '-')) {
                throw new NoMathematics("a calculation in words");
            }
            cursor.next();
            left = QuantityArithmetic.combined(operation, left, oneQuantity());
        }
        return left;
    }

    /** The operation that goes on after words; a blank where none does. */
    private char operation() {
        Token token = cursor.peek();
        if (token.type() == Type.SYMBOL
                && "+-*/".indexOf(token.text().charAt(0)) >= 0
                && cursor.peek(1).type() != Type.END) {
            return token.text().charAt(0);
        }
        boolean times = token.isCommand("times") || token.isCommand("cdot");
        return times ? '*' : token.isCommand("div") ? '/' : ' ';
    }

    private Node oneQuantity() {
        Optional<Unit> outer = currency;
        currency = Optional.empty();
        Node value = expressions.sum();
        boolean modulus =
                cursor.peek().isCommand("pmod") || cursor.on('(') && ExpressionParser.isModulo(cursor.peek(1));
        if (modulus) {
            return residue(value);
        }
        if (cursor.on(':') || cursor.on('∶') || onTo()) {
            value = ratio(value);
        } else if (onOutOf()) {
            cursor.skip(cursor.peek().text().equals("out of") ? 1 : 2);
            value = new Node.Product(List.of(value, new Node.Power(expressions.sum(), Node.Num.of(-1))));
        }
        Optional<Unit> sign = currency;
        currency = outer;
        Node quantity = cursor.atEnd() ? measured(value, sign, Unit.ONE) : withWords(value, sign);
        return cursor.onDigit() ? compound(quantity) : quantity;
    }

    /** A second quantity right after the first: 5 feet 6 inches. */
    private Node compound(Node first) {
        int start = cursor.place();
        Optional<Measured> whole = LetterUnits.read(first)
                .flatMap(larger -> LetterUnits.read(oneQuantity()).flatMap(rest -> CompoundQuantity.of(larger, rest)));
        if (whole.isEmpty()) {
            cursor.back(start);
            return first;
        }
        return whole.get();
    }

    /** A value with its modulus: \\pmod 5, (mod 5). */
    private Node residue(Node value) {
        if (cursor.takeCommand("pmod")) {
            return new Node.Residue(value, expressions.argument());
        }
        cursor.skip(2);
        Node modulus = expressions.sum();
        cursor.close(')');
        return new Node.Residue(value, modulus);
    }

    private Node ratio(Node first) {
        List<Node> parts = new ArrayList<>(List.of(first));
        while (cursor.on(':') || cursor.on('∶') || onTo()) {
            cursor.next();
            parts.add(expressions.sum());
        }
        return new Ratio(List.copyOf(parts));
    }

    /** The "to" of a ratio in words, 3 to 2. */
    private boolean onTo() {
        return isWord("to") && mayBeginNumber(cursor.peek(1));
    }

    /** The "out of" of a share, 3 out of 4. */
    private boolean onOutOf() {
        return isWord("out of") && mayBeginNumber(cursor.peek(1))
                || isWord("out") && cursor.peek(1).text().equals("of") && mayBeginNumber(cursor.peek(2));
    }

    private static boolean mayBeginNumber(Token token) {
        return token.type() == Type.DIGIT
                || token.type() == Type.LETTER
                || token.type() == Type.COMMAND
                || token.isSymbol('(');
    }

    /** A sign that makes what follows, or what it follows, a quantity: $, €, the C of 20 °C. */
    void unitSign(Unit unit) {
        currency = Optional.of(unit);
    }

    /** Words after a value: a unit, or what is counted, which is passed over unless units are kept. */
    private Node withWords(Node value, Optional<Unit> sign) {
        Token token = cursor.peek();
        String words = UnitPhrase.take(cursor);
        if (words.isEmpty()) {
            return measured(value, sign, Unit.ONE);
        }
        if (token.type() == Type.WORD && !NumericParts.hasNumber(value)) {
            throw new NoMathematics("the word '" + token.text() + "'");
        }
        Node amount = NumberScale.scaled(value, words, settings.percent());
        Unit unit = UnitReader.lenient(words);
        boolean counted = unit.parts().isEmpty() && settings.units() == UnitPolicy.KEEP;
        return measured(amount, sign, counted ? UnitReader.counted(words) : unit);
    }

    private static Node measured(Node value, Optional<Unit> sign, Unit unit) {
        boolean whole = sign.isEmpty() || unit.parts().stream().anyMatch(part -> part.power() > 0);
        Unit both = whole ? unit : sign.get().times(unit);
        return both.parts().isEmpty() ? value : new Measured(value, both);
    }

    /** The items of a bracket that has just been opened. Parentheses and braces around one value vanish. */
    Node group(char open, char close) {
        brackets++;
        int bar = open == '{' || open == '⟦' ? setBuilder(open) : 0;
        if (bar > 0) {
            Node builder = builder(bar);
            brackets--;
            closing(close);
            return builder;
        }
        List<Integer> breaks = new ArrayList<>(0);
        List<Node> items = expressions.inBrackets(() -> items(breaks));
        brackets--;
        char closed = closing(close);
        if (open == '[' && closed == ']' && isGrid(breaks, items.size())) {
            int width = breaks.get(0);
            return new Matrix(java.util.stream.IntStream.rangeClosed(0, breaks.size())
                    .mapToObj(row -> List.copyOf(items.subList(row * width, (row + 1) * width)))
                    .toList());
        }
        boolean one = items.size() == 1;
        boolean transparent = one && open != '{' && closed == close && open != '<';
        if (transparent) {
            return items.get(0);
        }
        boolean set = open == '⟦';
        return new Group(set ? '{' : open, List.copyOf(items), set ? '}' : closed);
    }

    /** How many tokens stand before the bar or colon of a set that is given by a condition: {x | …}, {2k : …}; 0 for none. */
    private int setBuilder(char open) {
        int depth = 0;
        for (int i = 0; cursor.peek(i).type() != Type.END; i++) {
            Token token = cursor.peek(i);
            boolean opens = token.type() == Type.SYMBOL && "([{⟦".contains(token.text());
            boolean closes = token.type() == Type.SYMBOL && ")]}⟧".contains(token.text());
            if (depth == 0 && closes) {
                return 0;
            }
            depth += opens ? 1 : closes ? -1 : 0;
            boolean bar = depth == 0
                    && i > 0
                    && (token.isSymbol('|') || token.isSymbol(':') || token.is(Type.TEXT, "such that"));
            if (bar) {
                boolean element = cursor.peek().type() == Type.LETTER || open == '{';
                return element && !cursor.peek().isSymbol('|') && !cursor.onDigit() || hasMembership(i) ? i : 0;
            }
        }
        return 0;
    }

    private boolean hasMembership(int from) {
        for (int i = from; cursor.peek(i).type() != Type.END; i++) {
            if (cursor.peek(i).isCommand("in")) {
                return !cursor.peek().isSymbol('|');
            }
        }
        return false;
    }

    private Node builder(int bar) {
        List<Token> element = new ArrayList<>();
        for (int i = 0; i < bar; i++) {
            element.add(cursor.next());
        }
        cursor.next();
        Node value = parse(element, budget, settings, false);
        Node conditions = expressions.inBrackets(this::listing);
        return new Group('{', List.of(new Qualified(value, List.of(conditions))), '}');
    }

    /**
     * The items up to the closing bracket.
     *
     * @param breaks where it is put how many items stand before each semicolon
     */
    private List<Node> items(List<Integer> breaks) {
        List<Node> items = new ArrayList<>();
        if (onClose()) {
            return items;
        }
        items.add(relation());
        while (onSeparator()) {
            if (cursor.on(';')) {
                breaks.add(items.size());
            }
            separators();
            if (!onClose()) {
                items.add(relation());
            }
        }
        return items;
    }

    /** Whether semicolons part items into rows of one length above 1: [1, 2; 3, 4]. */
    private static boolean isGrid(List<Integer> breaks, int size) {
        int width = breaks.isEmpty() ? 0 : breaks.get(0);
        boolean grid = width > 1 && size == width * (breaks.size() + 1);
        for (int row = 0; grid && row < breaks.size(); row++) {
            grid = breaks.get(row) == width * (row + 1);
        }
        return grid;
    }

    private boolean onClose() {
        return cursor.on(')')
                || cursor.on(']')
                || cursor.on('}')
                || cursor.on('⟧')
                || cursor.peek().isCommand("rangle");
    }

    private char closing(char expected) {
        boolean halfOpen = expected == ')' && cursor.on(']') || expected == ']' && cursor.on(')');
        if (halfOpen) {
            return cursor.next().text().charAt(0);
        }
        if (expected == '>') {
            if (!cursor.takeCommand("rangle") && !cursor.atEnd()) {
                throw new NoMathematics("expected \\rangle");
            }
        } else {
            cursor.close(expected);
        }
        return expected;
    }

    /** A matrix environment that opens here. */
    Node matrix() {
        String name = cursor.next().text();
        if (name.equals("cases")) {
            return new CasesReader(cursor, budget, this::part).read();
        }
        boolean determinant = name.equals("vmatrix");
        if (!MATRICES.contains(name)) {
            throw new NoMathematics("the environment " + name);
        }
        int start = cursor.place();
        List<List<Node>> rows;
        brackets++;
        try {
            rows = expressions.inBrackets(this::rows);
            if (cursor.peek().type() != Type.FINISH && !cursor.atEnd()) {
                throw new NoMathematics("unexpected " + cursor.peek().text());
            }
        } catch (NoMathematics e) {
            if (!name.equals("array") && !name.equals("matrix")) {
                throw e;
            }
            brackets--;
            cursor.back(start);
            return new CasesReader(cursor, budget, this::part).read();
        }
        brackets--;
        if (cursor.peek().type() == Type.FINISH) {
            cursor.next();
        }
        boolean rectangular =
                rows.stream().allMatch(row -> row.size() == rows.get(0).size());
        if (!rectangular) {
            throw new NoMathematics("a matrix with rows of different lengths");
        }
        Node matrix = new Matrix(List.copyOf(rows));
        return determinant ? new Node.Call("det", List.of(matrix)) : matrix;
    }

    private List<List<Node>> rows() {
        List<List<Node>> rows = new ArrayList<>();
        do {
            while (cursor.takeCommand("\\")) {
                // an empty row, or a blank line before the first
            }
            if (cursor.peek().type() == Type.FINISH || cursor.atEnd()) {
                break;
            }
            List<Node> row = new ArrayList<>();
            do {
                row.add(quantity());
            } while (cursor.take('&'));
            rows.add(List.copyOf(row));
        } while (cursor.takeCommand("\\"));
        if (rows.isEmpty()) {
            throw new NoMathematics("an empty matrix");
        }
        return rows;
    }

    /** The empty set written as a pair of braces. */
    static boolean isEmptySet(Node node) {
        return node instanceof Group group
                        && group.open() == '{'
                        && group.items().isEmpty()
                || node instanceof Const constant && constant.constant() == Constant.EMPTY_SET;
    }
}
