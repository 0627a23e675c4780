package org.lemmalab.mistake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.mistake.reading.Sign.Kind;

/** A run of numbers, letters and operators within a member of a chain; words beside it are its units. */
final class Segment {
    private static final String MULTIPLY = "*";

    private final List<Sign> signs = new ArrayList<>();
    private final List<String> units = new ArrayList<>();
    private boolean readable = true;
    private Optional<Optional<Term>> term = Optional.empty();

    private Segment() {}

    /** The segments of a member, in their order. A word where an operand should be makes a segment unreadable: it never vanishes. */
    static List<Segment> all(List<Sign> member) {
        Builder builder = new Builder();
        withoutRemarks(member).forEach(builder::take);
        builder.end();
        return builder.segments;
    }

    /** The member without parentheses that hold nothing but words. */
    private static List<Sign> withoutRemarks(List<Sign> member) {
        List<Sign> kept = new ArrayList<>(member);
        int open = -1;
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i).is(Kind.OPEN)) {
                open = i;
            } else if (kept.get(i).is(Kind.CLOSE) && open >= 0 && i > open + 1) {
                kept.subList(open, i + 1).clear();
                i = open - 1;
                open = -1;
            } else if (!kept.get(i).is(Kind.WORD)) {
                open = -1;
            }
        }
        return kept;
    }

    boolean hasOperator() {
        return signs.stream().anyMatch(sign -> sign.is(Kind.OPERATOR));
    }

    Optional<Term> term() {
        if (term.isEmpty()) {
            term = Optional.of(readable ? Term.of(signs, units) : Optional.empty());
        }
        return term.get();
    }

    private static final class Builder {
        private final List<Segment> segments = new ArrayList<>();
        private Segment current = new Segment();
        private int depth;
        private boolean word;

        private void take(Sign sign) {
            switch (sign.kind()) {
                case WORD -> word(sign);
                case OPERATOR -> operator(sign);
                case CLOSE -> close(sign);
                case NUMBER, SYMBOL, OPEN -> operand(sign);
                default -> unread(sign);
            }
        }

        private Sign last() {
            return current.signs.isEmpty() ? new Sign(Kind.BREAK, "", 0) : current.signs.get(current.signs.size() - 1);
        }

        private void word(Sign sign) {
            if (last().is(Kind.OPEN) && current.signs.size() > 1) {
                endBeforeRemark();
            }
            boolean onlyOpen = current.signs.stream().allMatch(each -> each.is(Kind.OPEN));
            if (onlyOpen) {
                current.signs.clear();
                depth = 0;
            } else if (last().endsOperand()) {
                current.units.add(sign.text());
            } else {
                current.readable = false;
            }
            word = true;
            if (depth == 0 && Words.isConjunction(sign) && !current.signs.isEmpty()) {
                end();
                word = true;
            }
        }

        /** A bracket that opens with a word after a value is a remark: 6 (pens: 6). */
        private void endBeforeRemark() {
            boolean operand = false;
            while (!operand && last().is(Kind.OPEN)) {
                current.signs.remove(current.signs.size() - 1);
                depth--;
                boolean product = last().is(Kind.OPERATOR, MULTIPLY) && last().isImplied();
                if (product) {
                    current.signs.remove(current.signs.size() - 1);
                }
                operand = last().endsOperand();
            }
            if (operand && depth == 0) {
                end();
            }
        }

        private void operator(Sign sign) {
            boolean opens = current.signs.isEmpty();
            if (opens && (word || !sign.text().equals("-") && !sign.text().equals("±"))) {
                current.readable = false;
            }
            current.signs.add(sign);
            word = false;
        }

        private void close(Sign sign) {
            if (depth == 0) {
                end();
                return;
            }
            depth--;
            current.signs.add(sign);
            word = false;
        }

        private void operand(Sign sign) {
            boolean beside = last().endsOperand();
            if (beside && (word || !joins(last(), sign))) {
                if (depth > 0) {
                    current.readable = false;
                } else {
                    end();
                }
            } else if (beside && !current.signs.isEmpty() && multiplies(last(), sign)) {
                current.signs.add(new Sign(Kind.OPERATOR, MULTIPLY, Sign.IMPLIED));
            }
            depth += sign.is(Kind.OPEN) ? 1 : 0;
            current.signs.add(sign);
            word = false;
        }

        /** Whether two operands side by side are a product. */
        private static boolean joins(Sign left, Sign right) {
            return !right.is(Kind.NUMBER) || left.is(Kind.SYMBOL) && left.text().startsWith("\\");
        }

        private static boolean multiplies(Sign left, Sign right) {
            return right.is(Kind.OPEN) && (left.is(Kind.NUMBER) || left.is(Kind.CLOSE));
        }

        /** What is not read keeps its neighbours from being read alone. */
        private void unread(Sign sign) {
            current.readable = false;
            current.signs.add(sign);
            word = false;
        }

        private void end() {
            while (!current.signs.isEmpty() && (last().is(Kind.OPERATOR) || last().is(Kind.OPEN))) {
                depth -= last().is(Kind.OPEN) ? 1 : 0;
                current.signs.remove(current.signs.size() - 1);
            }
            while (depth > 0 && !current.signs.isEmpty() && current.signs.get(0).is(Kind.OPEN)) {
                current.signs.remove(0);
                depth--;
            }
            if (!current.signs.isEmpty() || !current.readable) {
                segments.add(current);
            }
            current = new Segment();
            depth = 0;
            word = false;
        }
    }
}
