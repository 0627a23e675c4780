package org.lemmalab.grading;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.grading.Node.CalendarDate;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.ClockTime;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Matrix;
import org.lemmalab.grading.Node.Measured;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Power;
import org.lemmalab.grading.Node.Product;
import org.lemmalab.grading.Node.Ratio;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.SetOperation;
import org.lemmalab.grading.Node.Sign;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;
import org.lemmalab.grading.Node.Words;
import org.lemmalab.io.Texts;

/** Writes parsed answers for people: every product and power spelt out, so that one sees how an answer was understood. */
final class NodeWriter {
    private static final int LONGEST = 400;
    private static final Num MINUS_ONE = Num.of(-1);

    private NodeWriter() {}

    static String write(Node node) {
        return Texts.shortened(text(node), LONGEST);
    }

    private static String text(Node node) {
        if (node instanceof Num number) {
            return number(number);
        }
        if (node instanceof Node.Based based) {
            return based.digits() + "_" + based.base();
        }
        if (node instanceof Const constant) {
            return constant.constant().text();
        }
        if (node instanceof Symbol symbol) {
            return symbol.name();
        }
        if (node instanceof Sum sum) {
            return "(" + joined(sum.terms(), " + ") + ")";
        }
        if (node instanceof Product product) {
            return product(product);
        }
        if (node instanceof Power power) {
            return enclosed(power.base()) + "^" + enclosed(power.exponent());
        }
        if (node instanceof Node.Binder binder) {
            String bounds = binder.bounds().isEmpty() ? "" : ", " + joined(binder.bounds(), "..");
            return binder.binding().name().toLowerCase(Locale.ROOT) + "[" + binder.variable() + bounds + "]("
                    + text(binder.body()) + ")";
        }
        if (node instanceof Call call) {
            return call.function() + "(" + joined(call.arguments(), ", ") + ")";
        }
        return structure(node);
    }

    /** A product with its quotients as such: 3*8^(-1) is 3/8. */
    private static String product(Product product) {
        StringBuilder text = new StringBuilder();
        for (Node factor : product.factors()) {
            boolean divisor = factor instanceof Power power && power.exponent().equals(MINUS_ONE);
            boolean first = text.isEmpty() || text.toString().equals("-");
            if (text.isEmpty() && factor.equals(MINUS_ONE) && product.factors().size() > 1) {
                text.append('-');
            } else if (divisor) {
                text.append(first ? "1/" : "/").append(enclosed(((Power) factor).base()));
            } else {
                text.append(first ? "" : "*").append(text(factor));
            }
        }
        return text.toString();
    }

    /** A part that is no single number, name or call in parentheses. */
    private static String enclosed(Node node) {
        boolean plain =
                node instanceof Num number && number.value().signum() >= 0 && Rationals.isInteger(number.value())
                        || node instanceof Const
                        || node instanceof Symbol
                        || node instanceof Call
                        || node instanceof Sum;
        return plain ? text(node) : "(" + text(node) + ")";
    }

    private static String structure(Node node) {
        if (node instanceof Group group) {
            return group.open() + joined(group.items(), ", ") + group.close();
        }
        if (node instanceof Listing listing) {
            return joined(listing.items(), listing.alternatives() ? " or " : "; ");
        }
        if (node instanceof Matrix matrix) {
            return matrix.rows().stream().map(row -> joined(row, ", ")).collect(Collectors.joining("; ", "[", "]"));
        }
        if (node instanceof Node.Residue residue) {
            return text(residue.value()) + " (mod " + text(residue.modulus()) + ")";
        }
        if (node instanceof Node.Piecewise piecewise) {
            return piecewise.pieces().stream()
                    .map(piece -> text(piece.value()) + " if " + text(piece.condition()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof Relation relation) {
            return relation(relation);
        }
        if (node instanceof SetOperation set) {
            return text(set.left()) + " " + set.operation() + " " + text(set.right());
        }
        if (node instanceof Ratio ratio) {
            return joined(ratio.parts(), ":");
        }
        if (node instanceof Measured measured) {
            return text(measured.value()) + " [" + measured.unit().text() + "]";
        }
        if (node instanceof Node.Qualified qualified) {
            return text(qualified.value()) + " where " + joined(qualified.conditions(), ", ");
        }
        if (node instanceof Node.IntegerSet set) {
            String low = set.low().isPresent() ? " from " + set.low().getAsLong() : "";
            String high = set.high().isPresent() ? " to " + set.high().getAsLong() : "";
            return set.modulus() + "k + " + set.residue() + low + high;
        }
        if (node instanceof ClockTime time) {
            return String.format("%d:%02d %s", time.hour(), time.minute(), time.meridiem())
                    .strip();
        }
        if (node instanceof CalendarDate date) {
            return (date.year() == 0 ? "" : date.year() + "-") + date.month() + "-" + date.day();
        }
        return node instanceof Words words ? "\"" + words.text() + "\"" : node instanceof Sign ? "±1" : "?";
    }

    private static String relation(Relation relation) {
        StringBuilder text = new StringBuilder(text(relation.members().get(0)));
        for (int i = 0; i < relation.relations().size(); i++) {
            text.append(' ')
                    .append(relation.relations().get(i))
                    .append(' ')
                    .append(text(relation.members().get(i + 1)));
        }
        return text.toString();
    }

    private static String joined(List<Node> nodes, String separator) {
        return nodes.stream().map(NodeWriter::text).collect(Collectors.joining(separator));
    }

    private static String number(Num number) {
        BigFraction value = number.value();
        boolean whole = Rationals.isInteger(value);
        return whole ? value.getNumerator().toString() : value.getNumerator() + "/" + value.getDenominator();
    }
}
