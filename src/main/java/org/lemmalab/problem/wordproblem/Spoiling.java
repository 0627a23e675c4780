package org.lemmalab.problem.wordproblem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Ways to bring one error into a plan. */
enum Spoiling {
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
    private static final Pattern EQUATION = Pattern.compile("[\\d+*/-]+=\\d+");

    /** A step's equation; a result below zero says that there is none. */
    record Equation(String expression, long result) {
        @Override
        public String toString() {
            return expression + "=" + result;
        }
    }

    /** All equations of a plan with an error in one. */
    record Run(List<Equation> equations) {
        long answer() {
            return equations.get(equations.size() - 1).result();
        }

        /** The gold lines with these equations in the place of theirs. */
        String text(List<String> gold) {
            return String.join(
                    "\n",
                    IntStream.range(0, gold.size())
                            .mapToObj(i -> EQUATION.matcher(gold.get(i))
                                    .replaceFirst(equations.get(i).toString()))
                            .toList());
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
