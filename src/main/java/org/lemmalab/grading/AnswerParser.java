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
    private static final Set<String> MATRICES =
            Set.of("matrix", "pmatrix", "bmatrix", "Bmatrix", "smallmatrix", "psmallmatrix", "bsmallmatrix", "array", "vmatrix", "tabular");

    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final Budget budget;
    private final PercentReading percent;
    private final boolean commaGroups;
    private int brackets;
    private Optional<Unit> currency = Optional.empty();

    private AnswerParser(List<Token> tokens, Budget budget, PercentReading percent, boolean commaGroups) {
        this.cursor = new TokenCursor(tokens, budget);
        this.budget = budget;
        this.percent = percent;
        this.commaGroups = commaGroups;
        NumberParser numbers = new NumberParser(cursor, commaGroups);
        this.expressions = new ExpressionParser(cursor, this, numbers, percent);
    }

    /**
     * Reads an answer.
     *
     * @param tokens its tokens
     * @param budget bounds
     * @param percent what a percent sign means
     * @param commaGroups whether 1,234 outside brackets is one number
     * @return the parsed answer
     * @throws NoMathematics if it cannot be read as mathematics
     */
    static Node parse(List<Token> tokens, Budget budget, PercentReading percent, boolean commaGroups) {
        AnswerParser parser = new AnswerParser(tokens, budget, percent, commaGroups);
        Node answer = parser.listing();
        while (parser.cursor.on('⟧') || parser.cursor.on('.') || parser.cursor.on('*')) {
            parser.cursor.next();
        }
        if (!parser.cursor.atEnd()) {
            throw new NoMathematics("unexpected " + parser.cursor.peek().text());
        }
        return answer;
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
            if (cursor.atEnd() || cursor.on('.')) {
                break;
            }
            items.add(relation());
        }
        return items.size() == 1 ? items.get(0) : new Listing(List.copyOf(items), alternatives);
    }

    private boolean onSeparator() {
        return cursor.on(',')
                || cursor.on(';')
                || isWord("and")
                || isWord("or")
                || cursor.peek().isCommand("\\");
    }

    private boolean isWord(String word) {
        Token token = cursor.peek();
        return (token.type() == Type.TEXT || token.type() == Type.WORD)
                && token.text().equals(word);
    }

    /** Takes commas and conjunctions; whether one of them was "or". */
    private boolean separators() {
        boolean or = false;
        while (onSeparator()) {
            or |= isWord("or");
            cursor.next();
        }
        return or;
    }

    /** Members joined by =, &lt;, ∈ and so on, or one member alone. */
    private Node relation() {
        List<Node> members = new ArrayList<>();
        List<String> relations = new ArrayList<>();
        Optional<Node> name = functionName();
        members.add(name.orElseGet(this::leading));
        for (String sign = relationSign(); !sign.isEmpty(); sign = relationSign()) {
            relations.add(sign);
            members.add(member());
        }
        return relations.isEmpty() ? members.get(0) : new Relation(List.copyOf(members), List.copyOf(relations));
    }

    private String relationSign() {
        Token token = cursor.peek();
        boolean sign = token.type() == Type.COMMAND || token.type() == Type.SYMBOL || token.is(Type.WORD, "in");
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

    /** A member, or the leading words of "Area = 5". */
    private Node leading() {
        boolean title = cursor.peek().type() == Type.TEXT && cursor.peek(1).isSymbol('=');
        return title ? new Symbol(cursor.next().text()) : member();
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
            if (closed && cursor.on('=')) {
                return Optional.of(new Symbol(name.toString()));
            }
        }
        cursor.back(start);
        return Optional.empty();
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
            left = new SetOperation(operation, left, quantity());
        }
    }

    private char setOperation() {
        Token token = cursor.peek();
        boolean union = token.isCommand("cup") || token.is(Type.WORD, "union") || token.is(Type.LETTER, "U");
        char operation = union ? '∪' : token.isCommand("cap") ? '∩' : token.isCommand("setminus") ? '∖' : ' ';
        if (operation != ' ') {
            cursor.next();
        }
        return operation;
    }

    private Node quantity() {
        Optional<Unit> outer = currency;
        currency = Optional.empty();
        Node value = expressions.sum();
        if (cursor.on(':')) {
            value = ratio(value);
        }
        Optional<Unit> unit = currency;
        currency = outer;
        Optional<Unit> described = unit(value);
        unit = unit.isPresent() ? unit : described;
        return unit.isPresent() ? new Measured(value, unit.get()) : value;
    }

    private Node ratio(Node first) {
        List<Node> parts = new ArrayList<>(List.of(first));
        while (cursor.take(':')) {
            parts.add(expressions.sum());
        }
        return new Ratio(List.copyOf(parts));
    }

    /** A currency sign: what follows is an amount. */
    Node currency(String sign) {
        currency = Unit.named(sign.equals("$") ? "dollar" : sign.equals("€") ? "euro" : "pound sterling");
        return expressions.signedPower();
    }

    /** Words after a value: a unit, or what is counted, which is passed over. */
    private Optional<Unit> unit(Node value) {
        StringBuilder words = new StringBuilder();
        boolean open = cursor.on('(') && isPhrase(cursor.peek(1));
        if (open) {
            cursor.next();
        }
        while (isPhrase(cursor.peek()) && !onSeparator()) {
            Token token = cursor.next();
            if (token.type() == Type.WORD && words.length() == 0 && !NumericParts.hasNumber(value)) {
                throw new NoMathematics("the word '" + token.text() + "'");
            }
            words.append(words.length() == 0 ? "" : " ").append(token.text());
            boolean per = cursor.on('/')
                    && (isPhrase(cursor.peek(1)) || cursor.peek(1).type() == Type.LETTER);
            if (per) {
                cursor.skip(1);
                words.append(" per ").append(cursor.next().text());
            }
        }
        if (open) {
            cursor.close(')');
        }
        if (words.length() == 0) {
            return Optional.empty();
        }
        int exponent = exponent();
        return Unit.described(words.toString()).map(unit -> unit.power(exponent));
    }

    private static boolean isPhrase(Token token) {
        boolean word = token.type() == Type.WORD && !token.text().equals("in");
        return token.type() == Type.TEXT || word;
    }

    private int exponent() {
        if (!cursor.on('^')) {
            return 1;
        }
        cursor.next();
        Node exponent = expressions.argument();
        boolean small = exponent instanceof Node.Num number
                && number.value().compareTo(Node.Num.of(4).value()) < 0;
        int value = small ? ((Node.Num) exponent).value().intValue() : 1;
        return Math.max(1, value);
    }

    /** The items of a bracket that has just been opened. Parentheses and braces around one value vanish. */
    Node group(char open, char close) {
        brackets++;
        if (open == '{' && onSetBuilder()) {
            cursor.skip(2);
            Node condition = expressions.inBrackets(this::listing);
            brackets--;
            closing(close);
            return condition;
        }
        List<Node> items = expressions.inBrackets(this::items);
        brackets--;
        char closed = closing(close);
        boolean one = items.size() == 1;
        boolean transparent = one && open != '{' && closed == close && open != '<';
        if (transparent) {
            return items.get(0);
        }
        boolean set = open == '⟦';
        return new Group(set ? '{' : open, List.copyOf(items), set ? '}' : closed);
    }

    /** Whether a set is given by a condition: {x | …}, {x : …}. */
    private boolean onSetBuilder() {
        Token bar = cursor.peek(1);
        return cursor.peek().type() == Type.LETTER && (bar.isSymbol('|') || bar.isSymbol(':'));
    }

    private List<Node> items() {
        List<Node> items = new ArrayList<>();
        if (onClose()) {
            return items;
        }
        items.add(relation());
        while (onSeparator()) {
            separators();
            if (!onClose()) {
                items.add(relation());
            }
        }
        return items;
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
            return new CasesReader(cursor, budget, cell -> parse(cell, budget, percent, commaGroups)).read();
        }
        boolean determinant = name.equals("vmatrix");
        if (!MATRICES.contains(name)) {
            throw new NoMathematics("the environment " + name);
        }
        brackets++;
        List<List<Node>> rows = expressions.inBrackets(this::rows);
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
