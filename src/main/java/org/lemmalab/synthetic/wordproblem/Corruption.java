package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Ways to bring one error into a plan. */
enum Corruption {
    /** The right operation with a wrong result. */
    SLIP {
        @Override
        Equation spoil(PlannedStep step, List<Long> results, Random random) {
            long right = step.value(results).orElseThrow();
            long off = List.of(1L, 2L, 10L).get(random.nextInt(3));
            return new Equation(
                    step.expression(results), right > off && random.nextBoolean() ? right - off : right + off);
        }
    },
    /** Another operator. */
    OPERATOR {
        @Override
        Equation spoil(PlannedStep step, List<Long> results, Random random) {
            String other = step.operators().contains("+")
                    ? step.operators().replace('+', '-')
                    : step.operators().replace('*', '+').replace('-', '+').replace('/', '-');
            boolean alike = other.matches("[+-]+|[*/]+");
            return alike ? equation(new PlannedStep(step.terms(), other, step.wordings()), results) : NONE;
        }
    },
    /** A number that is not the question's in place of a given one. */
    NUMBER {
        @Override
        Equation spoil(PlannedStep step, List<Long> results, Random random) {
            List<Term> terms = new ArrayList<>(step.terms());
            int at = random.nextInt(terms.size());
            long other = 2 + random.nextInt(20);
            boolean given = terms.get(at) instanceof Term.Given && terms.get(at).in(results) != other;
            terms.set(at, new Term.Given(other));
            return given ? equation(new PlannedStep(terms, step.operators(), step.wordings()), results) : NONE;
        }
    };

    private static final Equation NONE = new Equation("", -1);
    private static final Pattern EQUATION = Pattern.compile("[\\d+*/-]+=\\d+( \\(\\p{L}+: \\d+\\))?");

    /** A step's equation; a result below zero says that there is none. */
    record Equation(String expression, long result) {
        /** As the gold line has it: alone, or with its result said again after the quantity's name. */
        String in(MatchResult gold) {
            String again = gold.group(1) == null ? "" : gold.group(1).replaceAll("\\d+", Long.toString(result));
            return expression + "=" + result + again;
        }
    }

    /** All equations of a plan with an error in one. */
    record Run(List<Equation> equations) {
        long answer() {
            return equations.get(equations.size() - 1).result();
        }

        /** The gold solution with these equations in the place of its own. */
        String text(String gold) {
            Iterator<Equation> next = equations.iterator();
            return EQUATION.matcher(gold).replaceAll(found -> next.next().in(found));
        }

        /** The line, from 1, of the equation at a place, from 0. */
        static int line(String gold, int place) {
            MatchResult found =
                    EQUATION.matcher(gold).results().skip(place).findFirst().orElseThrow();
            return 1
                    + Math.toIntExact(gold.substring(0, found.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count());
        }
    }

    abstract Equation spoil(PlannedStep step, List<Long> results, Random random);

    /** The plan with an error in one step, the later ones going on from it; empty where a later one then has no result. */
    Optional<Run> run(Plan plan, int place, Random random) {
        List<Long> results = new ArrayList<>();
        List<Equation> equations = new ArrayList<>();
        for (int i = 0; i < plan.steps().size(); i++) {
            PlannedStep step = plan.steps().get(i);
            Equation next = i == place ? spoil(step, results, random) : equation(step, results);
            if (next.result() < 2) {
                return Optional.empty();
            }
            results.add(next.result());
            equations.add(next);
        }
        return Optional.of(new Run(equations));
    }

    private static Equation equation(PlannedStep step, List<Long> results) {
        OptionalLong value = step.value(results);
        return value.isPresent() ? new Equation(step.expression(results), value.getAsLong()) : NONE;
    }
}
