package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Piece;
import org.lemmalab.grading.Node.Piecewise;
import org.lemmalab.grading.Node.Words;
import org.lemmalab.grading.Token.Type;

/** Reads what stands after a large brace: a system of statements, or a function given piece by piece. */
final class CasesReader {
    static final String OTHERWISE = "otherwise";
    private static final Set<String> LEADING =
            Set.of("if", "for", "when", "whenever", "where", "provided", "with", "as", "on");

    private final TokenCursor cursor;
    private final Budget budget;
    private final Function<List<Token>, Node> parser;

    /**
     * @param cursor on the first token after the environment's beginning
     * @param budget bounds
     * @param parser reads the tokens of one cell
     */
    CasesReader(TokenCursor cursor, Budget budget, Function<List<Token>, Node> parser) {
        this.cursor = cursor;
        this.budget = budget;
        this.parser = parser;
    }

    Node read() {
        List<Node> statements = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        boolean more = true;
        while (more) {
            List<List<Token>> cells = new ArrayList<>();
            more = row(cells);
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                read(cells, statements, pieces);
            }
        }
        cursor.take('}');
        if (pieces.isEmpty() && !statements.isEmpty()) {
            return statements.size() == 1 ? statements.get(0) : new Listing(List.copyOf(statements), false);
        }
        if (statements.size() > 1 || pieces.isEmpty()) {
            throw new NoMathematics("statements beside pieces of a function");
        }
        statements.forEach(rest -> pieces.add(new Piece(rest, new Words(OTHERWISE))));
        return new Piecewise(List.copyOf(pieces));
    }

    /** Takes a row's cells; whether another row follows. */
    private boolean row(List<List<Token>> cells) {
        List<Token> cell = new ArrayList<>();
        cells.add(cell);
        int depth = 0;
        while (!cursor.atEnd()) {
            Token token = cursor.next();
            if (token.type() == Type.FINISH && depth == 0) {
                return false;
            }
            boolean open = token.type() == Type.BEGIN || token.isSymbol('⟦');
            boolean close = token.type() == Type.FINISH || token.isSymbol('⟧');
            depth += open ? 1 : close ? -1 : 0;
            if (depth == 0 && token.isCommand("\\")) {
                return true;
            }
            if (depth == 0 && token.isSymbol('&')) {
                cell = new ArrayList<>();
                cells.add(cell);
            } else {
                cell.add(token);
            }
        }
        return false;
    }

    private void read(List<List<Token>> cells, List<Node> statements, List<Piece> pieces) {
        List<Token> all = new ArrayList<>();
        cells.forEach(all::addAll);
        boolean aligned = cells.stream().skip(1).allMatch(cell -> cell.isEmpty() || goesOn(cell.get(0)));
        int split = aligned ? conditionStart(all) : cells.get(0).size();
        List<Token> value = trimmed(all.subList(0, split));
        List<Token> condition = all.subList(split, all.size());
        if (value.isEmpty() || trimmed(condition).isEmpty()) {
            statements.add(parser.apply(trimmed(all)));
        } else {
            pieces.add(new Piece(parser.apply(value), condition(trimmed(condition))));
        }
    }

    /** Whether a cell goes on from the one before: it begins with a relation or a sign. */
    private static boolean goesOn(Token first) {
        return Vocabulary.RELATIONS.containsKey(first.text()) && first.type() != Type.TEXT
                || first.isSymbol('+')
                || first.isSymbol('-');
    }

    /** Where a condition begins in a row without columns: at "if" and its like, or after a comma before a relation. */
    private static int conditionStart(List<Token> row) {
        boolean related = false;
        for (int i = 0; i < row.size(); i++) {
            Token token = row.get(i);
            boolean word = token.type() == Type.TEXT || token.type() == Type.WORD;
            if (word && isLeading(token.text())) {
                return i;
            }
            boolean relation = Vocabulary.RELATIONS.containsKey(token.text()) && token.type() != Type.TEXT;
            related |= relation;
            if (token.isSymbol(',') && !related && row.size() > i + 2) {
                return i;
            }
        }
        return row.size();
    }

    private static boolean isLeading(String text) {
        String word = text.strip().split("[ ,]", 2)[0].toLowerCase(Locale.ROOT);
        return LEADING.contains(word) || word.equals(OTHERWISE) || word.equals("else");
    }

    /** Without commas and stops at the ends. */
    private static List<Token> trimmed(List<Token> tokens) {
        int start = 0;
        int end = tokens.size();
        while (start < end && isMark(tokens.get(start))) {
            start++;
        }
        while (end > start && isMark(tokens.get(end - 1))) {
            end--;
        }
        return tokens.subList(start, end);
    }

    private static boolean isMark(Token token) {
        return token.isSymbol(',') || token.isSymbol('.') || token.isSymbol(';') || token.isSymbol(':');
    }

    /** Whether a token is a word that no statement holds. */
    private static boolean isWord(Token token) {
        boolean word = token.type() == Type.TEXT || token.type() == Type.WORD;
        return word
                && !Set.of("and", "or", "in").contains(token.text())
                && !Vocabulary.FUNCTIONS.containsKey(token.text())
                && !Vocabulary.CONSTANTS.containsKey(token.text());
    }

    private Node condition(List<Token> tokens) {
        StringBuilder words = new StringBuilder();
        for (Token token : tokens) {
            boolean word = token.type() == Type.TEXT
                    || token.type() == Type.WORD && token.text().length() > 2;
            words.append(word ? " " + token.text().toLowerCase(Locale.ROOT) : "");
        }
        String said = words.toString();
        if (said.contains("even") || said.contains("odd")) {
            return new Words(said.contains("even") ? "even" : "odd");
        }
        if (said.contains(OTHERWISE) || said.contains("else")) {
            return new Words(OTHERWISE);
        }
        List<Token> statement = new ArrayList<>();
        for (Token token : tokens) {
            boolean lead = token.type() == Type.TEXT || token.type() == Type.WORD;
            if (lead && isLeading(token.text())) {
                String rest = token.text().strip();
                int space = rest.indexOf(' ');
                statement.addAll(space < 0 ? List.of() : Tokenizer.tokens(rest.substring(space), budget));
            } else {
                statement.add(token);
            }
        }
        boolean inWords = statement.stream().anyMatch(CasesReader::isWord);
        if (inWords) {
            return new Words(statement.stream().map(Token::text).collect(Collectors.joining(" ")));
        }
        try {
            return parser.apply(trimmed(statement));
        } catch (NoMathematics e) {
            return new Words(said.strip());
        }
    }
}
