package org.lemmalab.mistake.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Numbers;

/**
 * What a step claims: its equalities and the values in it, read from LaTeX and plain text alike.
 *
 * @param links neighbours in chains of equalities, in the order of the text
 * @param terms all expressions that could be read
 * @param numbers the numbers in figures and words but for coefficients of letters; a percentage as a fraction of one
 */
public record Reading(List<Link> links, List<Term> terms, List<BigFraction> numbers) {
    private static final BigFraction HUNDRED = BigFraction.of(100);

    /** Copies the lists. */
    public Reading {
        links = List.copyOf(links);
        terms = List.copyOf(terms);
        numbers = List.copyOf(numbers);
    }

    /**
     * @param text the text of a step; calculator annotations are left out
     * @return what it claims
     */
    public static Reading of(String text) {
        List<Sign> signs = Scanner.scan(EquationReader.withoutAnnotations(text));
        ChainReader.Chains chains = ChainReader.read(signs);
        return new Reading(chains.links(), chains.terms(), numbers(signs));
    }

    private static List<BigFraction> numbers(List<Sign> signs) {
        List<BigFraction> numbers = new ArrayList<>();
        for (int i = 0; i < signs.size(); i++) {
            Sign sign = signs.get(i);
            boolean coefficient = i + 1 < signs.size() && signs.get(i + 1).is(Sign.Kind.SYMBOL);
            if (sign.is(Sign.Kind.NUMBER) && !coefficient) {
                boolean percent = sign.text().endsWith("%");
                Optional<BigFraction> value = Numbers.decimal(sign.text().replace("%", ""));
                value.ifPresent(known -> numbers.add(percent ? known.divide(HUNDRED) : known));
            }
        }
        return numbers;
    }

    /**
     * @return the operations on numbers that it works out or writes down, as equations in the order of the text
     */
    public List<Equation> equations() {
        Map<Term, Equation> stated = new IdentityHashMap<>();
        Set<Term> results = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Link link : links) {
            if (link.right().isClosed() && link.left().isClosed()) {
                results.add(link.right());
                link.right()
                        .exact()
                        .ifPresent(value -> operation(link.left())
                                .ifPresent(left -> stated.put(
                                        link.left(),
                                        new Equation(
                                                left,
                                                Optional.of(value),
                                                link.right().decimals()))));
            }
        }
        List<Equation> equations = new ArrayList<>();
        for (Term term : terms) {
            Optional<Equation> bare = results.contains(term) || isFraction(term)
                    ? Optional.empty()
                    : operation(term).map(expression -> new Equation(expression, Optional.empty(), 0));
            Optional.ofNullable(stated.get(term)).or(() -> bare).ifPresent(equations::add);
        }
        return equations;
    }

    private static boolean isFraction(Term term) {
        return term.operators() == 1 && term.text().indexOf('/') >= 0;
    }

    private static Optional<Expression> operation(Term term) {
        return term.arithmetic().filter(expression -> !expression.operators().isEmpty());
    }
}
