package org.lemmalab.problem.wordproblem;

import java.util.List;

/**
 * How one quantity hangs on others, and how that is said. In the texts {@code {a}} is the quantity, {@code {x}} and {@code {y}} are those
 * it hangs on, {@code {c}} is a number.
 */
enum Relation {
    /** A number alone. */
    GIVEN(
            "",
            false,
            List.of("there are {c} {a}.", "there are {c} {a} in all."),
            List.of("somebody counted {c} {a}.", "the number of {a} is {c}."),
            List.of()),
    /** So many more. */
    MORE(
            "+",
            false,
            List.of("there are {c} more {a} than {x}.", "the {a} are {c} more than the {x}."),
            List.of("the {a} outnumber the {x} by {c}.", "adding {c} to the number of {x} gives the number of {a}."),
            List.of("the {a} are {c} more than the {x}: {=}.", "{a} are {x} plus {c}, so {=}.")),
    /** So many fewer. */
    FEWER(
            "-",
            false,
            List.of("there are {c} fewer {a} than {x}.", "the {a} are {c} fewer than the {x}."),
            List.of(
                    "the {a} fall short of the {x} by {c}.",
                    "taking {c} from the number of {x} gives the number of {a}."),
            List.of("the {a} are {c} fewer than the {x}: {=}.", "{a} are {x} minus {c}, so {=}.")),
    /** So many times as many. */
    TIMES(
            "*",
            false,
            List.of("there are {c} times as many {a} as {x}.", "the {a} are {c} times the {x}."),
            List.of("to each of the {x} belong {c} {a}.", "the number of {a} is the number of {x} multiplied by {c}."),
            List.of("the {a} are {c} times the {x}: {=}.", "{a} are {c} times {x}, so {=}.")),
    /** Two together. */
    SUM(
            "+",
            true,
            List.of("there are as many {a} as {x} and {y} together.", "the {a} are the {x} plus the {y}."),
            List.of(
                    "counting {x} along with {y} gives the number of {a}.",
                    "the number of {a} is that of {x} and {y} combined."),
            List.of("the {a} are {x} and {y} together: {=}.", "{a} are {x} plus {y}, so {=}.")),
    /** One less the other. */
    DIFFERENCE(
            "-",
            true,
            List.of("there are as many {a} as {x} minus {y}.", "the {a} are the {x} minus the {y}."),
            List.of(
                    "taking the number of {y} from that of {x} gives the number of {a}.",
                    "the {x} outnumber the {y} by as many as there are {a}."),
            List.of("the {a} are the {x} minus the {y}: {=}.", "{a} are {x} minus {y}, so {=}."));

    private final String operator;
    private final boolean two;
    private final List<String> statements;
    private final List<String> reworded;
    private final List<String> sayings;

    Relation(String operator, boolean two, List<String> statements, List<String> reworded, List<String> sayings) {
        this.operator = operator;
        this.two = two;
        this.statements = statements;
        this.reworded = reworded;
        this.sayings = sayings;
    }

    /** The sign of the operation; empty for a number alone. */
    String operator() {
        return operator;
    }

    /** Whether it hangs on two quantities rather than on one and a number. */
    boolean ofTwo() {
        return two;
    }

    /** The ways to state it in a question; the reworded ones never stand in training. */
    List<String> statements(boolean isReworded) {
        return isReworded ? reworded : statements;
    }

    /** The ways to say the step. */
    List<String> sayings() {
        return sayings;
    }

    /** Those that work out something. */
    static final List<Relation> DERIVED = List.of(MORE, FEWER, TIMES, SUM, DIFFERENCE);
}
