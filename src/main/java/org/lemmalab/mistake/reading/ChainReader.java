package org.lemmalab.mistake.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lemmalab.mistake.reading.Sign.Kind;

/** Reads the chains of equalities of a step, clause by clause. A row or clause that begins with a relation goes on with the one before. */
final class ChainReader {
    private static final Set<String> SUPPOSING = Set.of(
            "let", "if", "suppose", "assume", "assuming", "when", "case", "set", "setting", "try", "formula", "denote");

    private static final Set<String> FILLERS = Set.of("still", "just", "only", "then", "to", "also", "now", "us");
    private static final Set<String> COMPARING = Set.of("raised", "more", "less", "fewer", "percent", "power");

    private final List<Link> links = new ArrayList<>();
    private final List<Term> terms = new ArrayList<>();
    private Optional<Term> before = Optional.empty();

    private ChainReader() {}

    /** The links and all readable terms of a step. */
    record Chains(List<Link> links, List<Term> terms) {}

    static Chains read(List<Sign> signs) {
        ChainReader reader = new ChainReader();
        List<Sign> clause = new ArrayList<>();
        for (int i = 0; i < signs.size(); i++) {
            Sign sign = signs.get(i);
            if (isResultCell(signs, i, clause)) {
                clause.add(new Sign(Kind.RELATION, "→", sign.at()));
            } else if (sign.is(Kind.BREAK)) {
                reader.clause(clause);
                clause.clear();
            } else {
                clause.add(sign);
            }
        }
        reader.clause(clause);
        return new Chains(List.copyOf(reader.links), List.copyOf(reader.terms));
    }

    /** In a table, the cell after an operation has its result. */
    private static boolean isResultCell(List<Sign> signs, int place, List<Sign> clause) {
        boolean number = place + 2 < signs.size()
                && signs.get(place).is(Kind.BREAK, "|")
                && signs.get(place + 1).is(Kind.NUMBER)
                && (signs.get(place + 2).is(Kind.BREAK) || signs.get(place + 2).is(Kind.WORD));
        List<Segment> cell =
                number && clause.stream().noneMatch(sign -> sign.is(Kind.RELATION)) ? Segment.all(clause) : List.of();
        return cell.size() == 1 && cell.get(0).hasOperator();
    }

    private void clause(List<Sign> clause) {
        if (clause.isEmpty()) {
            return;
        }
        List<List<Segment>> members = new ArrayList<>();
        List<String> relations = new ArrayList<>();
        List<Sign> member = new ArrayList<>();
        for (int i = 0; i < clause.size(); i++) {
            Sign sign = clause.get(i);
            if (sign.is(Kind.RELATION) && (!sign.text().equals("is") || computes(member, clause, i))) {
                members.add(Segment.all(member));
                relations.add(sign.text());
                member.clear();
            } else {
                member.add(sign.is(Kind.RELATION) ? new Sign(Kind.WORD, "is", sign.at()) : sign);
            }
        }
        members.add(Segment.all(member));
        boolean supposed = clause.stream().anyMatch(sign -> sign.is(Kind.WORD) && SUPPOSING.contains(sign.text()));
        chain(members, relations, supposed, clause.get(0));
    }

    /** Whether "is" stands between an operation and its result. */
    private static boolean computes(List<Sign> member, List<Sign> clause, int place) {
        List<Segment> left = Segment.all(member);
        boolean operation = !left.isEmpty() && left.get(left.size() - 1).hasOperator();
        int next = place + 1;
        while (next < clause.size()
                && clause.get(next).is(Kind.WORD)
                && FILLERS.contains(clause.get(next).text())) {
            next++;
        }
        int after = next + 1;
        boolean goesOn = after < clause.size()
                && clause.get(after).is(Kind.WORD)
                && COMPARING.contains(clause.get(after).text());
        return operation && !goesOn && next < clause.size() && clause.get(next).beginsOperand();
    }

    /** A number within a name, such as "the cost for 3 hours =", is no left side. */
    private void chain(List<List<Segment>> members, List<String> relations, boolean supposed, Sign first) {
        boolean continues = first.is(Kind.RELATION) && !first.text().equals("is");
        boolean named = first.is(Kind.WORD) || first.is(Kind.RELATION);
        members.forEach(segments -> segments.forEach(segment -> segment.term().ifPresent(terms::add)));
        long letters = members.stream()
                .filter(segments -> segments.size() == 1
                        && segments.get(0).term().map(term -> !term.isClosed()).orElse(false))
                .count();
        Optional<Term> left = continues ? before : last(members.get(0)).filter(term -> !named || !term.number());
        for (int i = 1; i < members.size(); i++) {
            Optional<Term> right = first(members.get(i));
            String relation = relations.get(i - 1);
            if (left.isPresent() && right.isPresent()) {
                links.add(new Link(left.get(), right.get(), relation.equals("="), letters > 2 || continues, supposed));
            }
            boolean whole = members.get(i).size() == 1 || relation.equals("→");
            left = whole ? right : last(members.get(i));
        }
        before = left;
    }

    private static Optional<Term> last(List<Segment> segments) {
        return segments.isEmpty()
                ? Optional.empty()
                : segments.get(segments.size() - 1).term();
    }

    private static Optional<Term> first(List<Segment> segments) {
        return segments.isEmpty() ? Optional.empty() : segments.get(0).term();
    }
}
