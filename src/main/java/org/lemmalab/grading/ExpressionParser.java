package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Sign;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;
import org.lemmalab.grading.Token.Type;

/**
 * Reads expressions by recursive descent: sums of products of powers. Products may be implicit (2x, 3\sqrt5), functions may do
 * without parentheses (\sin 3x), braces may be missing (\frac12, \sqrt3).
 */
final class ExpressionParser {
    private static final int DEEPEST = 60;
    private static final Num MINUS_ONE = Num.of(-1);
    private static final Num HUNDREDTH = new Num(BigFraction.of(1, 100), Num.EXACT);

    private final TokenCursor cursor;
    private final AnswerParser answers;
    private final NumberParser numbers;
    private final FunctionParser functions;
    private final NameParser names;
    private final PercentReading percent;
    private int depth;
    private int bars;
    private boolean afterDigit;

    ExpressionParser(TokenCursor cursor, AnswerParser answers, NumberParser numbers, PercentReading percent) {
        this.cursor = cursor;
        this.answers = answers;
        this.numbers = numbers;
        this.functions = new FunctionParser(cursor, this, new BinderParser(cursor, this, answers));
        this.names = new NameParser(cursor, this);
        this.percent = percent;
    }

    /** A sum. */
    Node sum() {
        if (++depth > DEEPEST) {
            throw new NoMathematics("nested deeper than " + DEEPEST);
        }
        List<Node> terms = new ArrayList<>();
        do {
            terms.add(term());
        } while (onSign());
        Node sum = terms.size() == 1
                ? terms.get(0)
                : new Sum(terms.stream().map(BaseNumber::plain).toList());
        Node whole = infix(sum);
        depth--;
        return whole;
    }

    /** Whether a token says "modulo". */
    static boolean isModulo(Token token) {
        boolean word = token.type() == Token.Type.COMMAND
                || token.type() == Token.Type.WORD
                || token.type() == Token.Type.TEXT;
        return word
                && (token.text().equals("mod")
                        || token.text().equals("bmod")
                        || token.text().equals("modulo"));
    }

    /** What TeX writes between: a over b, n choose k; and the remainder a mod n. All that stands before belongs to it. */
    private Node infix(Node before) {
        Token token = cursor.peek();
        if (token.isCommand("over")) {
            cursor.next();
            return new Product(List.of(before, new Power(sum(), MINUS_ONE)));
        }
        if (token.isCommand("choose")) {
            cursor.next();
            return new Call("binom", List.of(before, sum()));
        }
        if (isModulo(token) && !(before instanceof Node.Group)) {
            cursor.next();
            return new Call("mod", List.of(before, sum()));
        }
        return before;
    }

    private boolean onSign() {
        Token token = cursor.peek();
        return token.isSymbol('+') || token.isSymbol('-') || token.isCommand("pm") || token.isCommand("mp");
    }

    /** A product with its signs. */
    Node term() {
        List<Node> factors = new ArrayList<>();
        boolean negative = false;
        while (onSign()) {
            Token sign = cursor.next();
            negative ^= sign.isSymbol('-');
            if (sign.type() == Type.COMMAND) {
                factors.add(new Sign(sign.text().equals("pm")));
            }
        }
        if (negative) {
            factors.add(MINUS_ONE);
        }
        product(factors);
        return factors.size() == 1 ? factors.get(0) : simpleProduct(factors);
    }

    private static Node simpleProduct(List<Node> factors) {
        boolean negatedNumber = factors.size() == 2 && factors.get(0) == MINUS_ONE && factors.get(1) instanceof Num;
        if (negatedNumber) {
            Num number = (Num) factors.get(1);
            return new Num(number.value().negate(), number.decimals());
        }
        return new Product(factors.stream().map(BaseNumber::plain).toList());
    }

    private void product(List<Node> factors) {
        factors.add(power());
        while (true) {
            Token token = cursor.peek();
            if (token.isSymbol('*') || token.isCommand("cdot") || token.isCommand("times")) {
                cursor.next();
                Node next = signedPower();
                Node last = factors.get(factors.size() - 1);
                boolean vectors = !token.isSymbol('*') && isVector(last) && isVector(next);
                if (vectors) {
                    factors.set(
                            factors.size() - 1,
                            new Call(token.isCommand("cdot") ? "dot" : "cross", List.of(last, next)));
                } else {
                    factors.add(next);
                }
            } else if (token.isSymbol('/') && UnitPhrase.isPhrase(cursor, 1) && !isConstant(cursor.peek(1))
                    || UnitPhrase.isBracketedDivisor(cursor)) {
                return;
            } else if (token.isSymbol('/') || token.isCommand("div")) {
                cursor.next();
                factors.add(new Power(BaseNumber.plain(signedPower()), MINUS_ONE));
            } else if (onTimesLetter(token)) {
                cursor.next();
                factors.add(power());
            } else if (onIndex(factors.get(factors.size() - 1))) {
                factors.add(indexed((Symbol) factors.remove(factors.size() - 1)));
            } else if (startsFactor(factors.get(factors.size() - 1)) && !isNextQuantity(factors)) {
                factors.add(power());
            } else {
                return;
            }
        }
    }

    /** A row, a column, or a point with three or more places; pairs may be intervals. */
    private static boolean isVector(Node node) {
        if (node instanceof Node.Matrix matrix) {
            return matrix.rows().size() == 1 || matrix.rows().get(0).size() == 1;
        }
        return node instanceof Node.Group group
                && (group.open() == '<' || group.open() == '(' && group.close() == ')')
                && group.items().size() > (group.open() == '<' ? 1 : 2);
    }

    /** Whether a digit directly follows a letter: x2 is a name, as x_2 is, and no product. */
    private boolean onIndex(Node before) {
        return cursor.onDigit()
                && !cursor.peek().spaced()
                && before instanceof Symbol symbol
                && symbol.name().length() == 1
                && cursor.peek(-1).type() == Type.LETTER;
    }

    private Node indexed(Symbol base) {
        StringBuilder name = new StringBuilder(base.name()).append('_');
        while (cursor.onDigit() && !cursor.peek().spaced()) {
            name.append(cursor.next().text());
        }
        return new Symbol(name.toString());
    }

    /** An x that stands for "times", with a blank on either side and between digits, or before a power of ten: 1.2 x 10^5. */
    private boolean onTimesLetter(Token token) {
        if (!token.is(Token.Type.LETTER, "x") || !afterDigit || cursor.peek(1).type() != Token.Type.DIGIT) {
            return false;
        }
        boolean ten = cursor.peek(1).text().equals("1")
                && cursor.peek(2).text().equals("0")
                && cursor.peek(3).isSymbol('^');
        return ten || token.spaced() && cursor.peek(1).spaced();
    }

    /** Whether a number follows a number and a unit: the 30 of "1 h 30 min" is no factor. */
    private boolean isNextQuantity(List<Node> factors) {
        return factors.size() == 2
                && cursor.onDigit()
                && cursor.peek().spaced()
                && factors.get(0) instanceof Num
                && factors.get(1) instanceof Symbol symbol
                && UnitNames.find(symbol.name()).isPresent();
    }

    private static boolean isConstant(Token token) {
        return token.type() == Type.WORD
                && (Vocabulary.CONSTANTS.containsKey(token.text())
                        || Vocabulary.FUNCTIONS.containsKey(token.text())
                        || Vocabulary.WORDS.contains(token.text()));
    }

    /** A power with signs before it. */
    Node signedPower() {
        boolean negative = false;
        while (cursor.on('-') || cursor.on('+')) {
            negative ^= cursor.next().isSymbol('-');
        }
        Node power = power();
        return negative ? new Product(List.of(MINUS_ONE, power)) : power;
    }

    /** Whether the next token opens a factor without a multiplication sign. Two numbers side by side are no product. */
    private boolean startsFactor(Node before) {
        Token token = cursor.peek();
        return switch (token.type()) {
            case DIGIT -> !(before instanceof Num);
            case LETTER ->
                !(before instanceof Node.Group && token.text().equals("U")) && !UnitPhrase.startsRate(cursor);
            case WORD -> functions.starts() || Vocabulary.CONSTANTS.containsKey(token.text());
            case COMMAND -> (functions.starts() || isName(token)) && !UnitPhrase.isFraction(cursor);
            case SYMBOL ->
                "([⟦".indexOf(token.text().charAt(0)) >= 0 && !isModulo(cursor.peek(1))
                        || token.isSymbol('|') && bars == 0
                        || numbers.starts();
            case BEGIN -> true;
            default -> false;
        };
    }

    private static boolean isName(Token token) {
        return Vocabulary.CONSTANTS.containsKey(token.text())
                || Vocabulary.GREEK.contains(token.text())
                || token.text().equals("overline")
                || token.text().endsWith("angle")
                        && !token.text().equals("rangle")
                        && !token.text().equals("langle")
                || token.text().equals("mathbb");
    }

    /** A primary with its powers, factorials, percent and degree signs. */
    Node power() {
        Node node = primary();
        while (true) {
            if (onDegree()) {
                node = degrees(node);
            } else if (node instanceof Num feet && (cursor.on('\'') || cursor.on('"'))) {
                Optional<Node.Measured> length = AngleReader.feetAndInches(feet, cursor, numbers);
                if (length.isEmpty()) {
                    return node;
                }
                answers.unitSign(length.get().unit());
                node = length.get().value();
            } else if (cursor.on('^')) {
                if (ordinalEnding()) {
                    continue;
                }
                cursor.next();
                node = raised(node, BaseNumber.plain(argument()));
            } else if (!RelationSigns.isInequality(cursor, node) && cursor.take('!')) {
                boolean twice = cursor.on('!') && !cursor.peek().spaced();
                cursor.skip(twice ? 1 : 0);
                node = new Call(twice ? "doublefactorial" : "factorial", List.of(node));
            } else if (cursor.take('%')) {
                node = percent == PercentReading.UNIT ? node : new Product(List.of(node, HUNDREDTH));
            } else {
                return node;
            }
        }
    }

    /** A power; in x^2_1 the index belongs to the name. */
    private Node raised(Node base, Node exponent) {
        boolean index =
                cursor.on('_') && base instanceof Symbol name && name.name().length() == 1;
        Node whole = index ? indexedName((Symbol) base) : base;
        return new Power(BaseNumber.plain(whole), exponent);
    }

    private Node indexedName(Symbol base) {
        cursor.next();
        return new Symbol(base.name() + '_' + subscript());
    }

    /** Takes the raised letters of an ordinal: 12^{th}. */
    private boolean ordinalEnding() {
        boolean braced = cursor.peek(1).isSymbol('⟦');
        StringBuilder letters = new StringBuilder();
        int length = braced ? 2 : 1;
        while (letters.length() < 2
                && (cursor.peek(length).type() == Token.Type.LETTER
                        || cursor.peek(length).type() == Token.Type.TEXT)) {
            letters.append(cursor.peek(length++).text());
        }
        boolean closed = !braced || cursor.peek(length).isSymbol('⟧');
        boolean ordinal = afterDigit && closed && Vocabulary.ORDINAL_ENDINGS.contains(letters.toString());
        cursor.skip(ordinal ? braced ? length + 1 : length : 0);
        return ordinal;
    }

    /** Degrees of an angle, with its minutes and seconds if any, or of a temperature. */
    private Node degrees(Node value) {
        Optional<Unit> temperature = AngleReader.temperature(cursor);
        if (temperature.isPresent()) {
            answers.unitSign(temperature.get());
            return value;
        }
        return new Call(
                "degree",
                List.of(value instanceof Num whole ? AngleReader.withMinutes(whole, cursor, numbers) : value));
    }

    /** Takes a degree sign in any of its spellings. */
    private boolean onDegree() {
        if (cursor.takeCommand("degree")) {
            return true;
        }
        boolean plain = cursor.on('^') && isCircle(cursor.peek(1));
        boolean braced = cursor.on('^')
                && cursor.peek(1).isSymbol('⟦')
                && isCircle(cursor.peek(2))
                && cursor.peek(3).isSymbol('⟧');
        boolean bare = isCircle(cursor.peek());
        cursor.skip(plain ? 2 : braced ? 4 : bare ? 1 : 0);
        return plain || braced || bare;
    }

    private static boolean isCircle(Token token) {
        return token.isCommand("circ") || token.isCommand("degree");
    }

    /** An argument in braces or, where they are missing, one token; 10 in x^10 counts as one. */
    Node argument() {
        if (cursor.take('-')) {
            return new Product(List.of(MINUS_ONE, argument()));
        }
        return numbers.starts() ? numbers.withoutBase(1) : primary();
    }

    /** An argument in braces or one token, one digit at most: \frac12. */
    Node shortArgument() {
        if (cursor.onDigit()) {
            return numbers.digit();
        }
        return cursor.on('⟦') ? answers.braced(this::primary) : primary();
    }

    Node primary() {
        if (numbers.starts()) {
            Node number = numbers.number(answers.brackets());
            afterDigit = true;
            return number;
        }
        afterDigit = false;
        Token token = cursor.peek();
        return switch (token.type()) {
            case LETTER -> based().orElseGet(this::letter);
            case WORD -> functions.starts() ? functions.function() : word();
            case COMMAND -> command();
            case SYMBOL -> symbol();
            case BEGIN -> answers.matrix();
            default -> throw new NoMathematics("unexpected " + (token.type() == Type.END ? "end" : token.text()));
        };
    }

    private Optional<Node> based() {
        boolean capital = Character.isUpperCase(cursor.peek().text().charAt(0));
        int start = cursor.place();
        Optional<Node> value = capital ? numbers.inBaseOfLetters() : Optional.empty();
        if (value.isEmpty()) {
            cursor.back(start);
        }
        return value;
    }

    private Node letter() {
        Token token = cursor.next();
        boolean function =
                "fgh".contains(token.text()) && cursor.on('(') && !cursor.peek().spaced();
        if (function) {
            return new Call(token.text(), List.of(primary()));
        }
        return name(token.text());
    }

    /** A name with its primes and subscript. */
    private Node name(String base) {
        StringBuilder name = new StringBuilder(base);
        while (cursor.take('\'')) {
            name.append('\'');
        }
        if (cursor.take('_')) {
            name.append('_').append(subscript());
        }
        return switch (name.toString()) {
            case "i" -> new Const(Constant.I);
            case "e" -> new Const(Constant.E);
            default -> new Symbol(name.toString());
        };
    }

    private String subscript() {
        if (!cursor.take('⟦')) {
            return cursor.next().text();
        }
        StringBuilder text = new StringBuilder();
        while (!cursor.atEnd() && !cursor.on('⟧')) {
            text.append(cursor.next().text());
        }
        cursor.close('⟧');
        return text.toString();
    }

    /** A word that is a constant, or letters that spell a short unknown word: a product. */
    private Node word() {
        String word = cursor.next().text();
        Optional<Constant> constant = Optional.ofNullable(Vocabulary.CONSTANTS.get(word));
        if (constant.isPresent()) {
            return new Const(constant.get());
        }
        if (word.length() > 3 || WordAnswers.isShortWord(word)) {
            throw new NoMathematics("the word '" + word + "'");
        }
        List<Node> letters = new ArrayList<>();
        word.chars().forEach(c -> letters.add(new Symbol(String.valueOf((char) c))));
        return new Product(List.copyOf(letters));
    }

    private Node command() {
        if (functions.starts()) {
            return functions.function();
        }
        Token token = cursor.next();
        Optional<Constant> constant = Optional.ofNullable(Vocabulary.CONSTANTS.get(token.text()));
        if (constant.isPresent()) {
            return new Const(constant.get());
        }
        boolean gamma =
                token.text().equals("Gamma") && cursor.on('(') && !cursor.peek().spaced();
        if (gamma) {
            return new Call("gamma", List.of(primary()));
        }
        if (Vocabulary.GREEK.contains(token.text())) {
            return name(token.text());
        }
        return switch (token.text()) {
            case "top", "intercal" -> new Symbol("T");
            case "reals" -> new Const(Constant.REALS);
            case "mathbb" -> names.numberSet();
            case "angle", "measuredangle", "triangle" -> names.corners(token.text());
            case "lnot", "neg" -> new Call("not", List.of(primary()));
            case "overline" -> overlined(primary());
            case "langle" -> answers.group('<', '>');
            default -> currency(token.text());
        };
    }

    /** A line over a complex number is its conjugate; over the name of a segment it says nothing of the value. */
    private static Node overlined(Node node) {
        boolean complex = NumericParts.hasImaginaryUnit(node)
                || node instanceof Symbol symbol && "zw".indexOf(symbol.name().charAt(0)) >= 0;
        return complex ? new Call("conj", List.of(node)) : node;
    }

    /** An amount after its currency's sign. */
    private Node currency(String sign) {
        Unit currency = UnitNames.currency(sign).orElseThrow(() -> new NoMathematics("the command \\" + sign));
        answers.unitSign(currency);
        return signedPower();
    }

    private Node symbol() {
        Token token = cursor.next();
        return switch (token.text().charAt(0)) {
            case '(' -> numbers.inBaseWithParentheses().orElseGet(() -> answers.group('(', ')'));
            case '!' -> new Call("subfactorial", List.of(primary()));
            case '_', '^' -> choice(token);
            case '[' -> answers.group('[', ']');
            case '{' -> answers.group('{', '}');
            case '⟦' -> braces();
            case '|' -> absolute();
            default -> throw new NoMathematics("unexpected " + token.text());
        };
    }

    /** Braces; an empty pair only holds the index that stands before a C or P. */
    private Node braces() {
        boolean empty = cursor.on('⟧')
                && (cursor.peek(1).isSymbol('_') || cursor.peek(1).isSymbol('^'));
        if (!empty) {
            return answers.group('⟦', '⟧');
        }
        cursor.skip(1);
        return choice(cursor.next());
    }

    /** _5C_2, ^5C_2 and the same with P. */
    private Node choice(Token sign) {
        Node above = argument();
        String name = cursor.next().text();
        boolean subscript = (name.equals("C") || name.equals("P")) && (cursor.on('_') || cursor.onDigit());
        if (!subscript) {
            throw new NoMathematics("unexpected " + sign.text());
        }
        cursor.take('_');
        return new Call(name.equals("C") ? "binom" : "permutations", List.of(above, argument()));
    }

    private Node absolute() {
        bars++;
        Node inside = sum();
        bars--;
        cursor.close('|');
        return new Call("abs", List.of(inside));
    }

    /** What runs inside brackets starts with no open bar. */
    <T> T inBrackets(java.util.function.Supplier<T> reader) {
        int outside = bars;
        bars = 0;
        T result = reader.get();
        bars = outside;
        return result;
    }
}
