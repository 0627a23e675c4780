package org.lemmalab.synthetic.rewriting;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.problem.program.Expression;
import org.lemmalab.problem.program.Expression.Binary;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Operation;
import org.lemmalab.problem.program.SoundProgram;

/** Words an equation as a step of a solution. */
final class StepWording {
    private static final Pattern AFTER_RESULT =
            Pattern.compile("<<[^<>]*>>\\s?([$€£]?)-?[\\d,]*\\.?\\d+( [A-Za-z][^.,;:()=\\d<>]*)?");
    private static final List<String> OPENERS = List.of("", "", "Work this out: ", "We get ", "Now ", "Next, ");
    private static final int MOST_WORDS = 8;

    private final Random random;

    StepWording(Random random) {
        this.random = random;
    }

    /** The currency and the words that the gold solution puts around a result, where its line has just this one equation. */
    static Working.Label label(SoundProgram program, Operation operation) {
        boolean alone = program.operations().stream()
                        .filter(each -> each.step() == operation.step())
                        .count()
                == 1;
        String line = program.problem().goldSolution().lines().toList().get(operation.step() - 1);
        Matcher matcher = AFTER_RESULT.matcher(line);
        if (!alone || !matcher.find() || line.indexOf("<<", matcher.end()) >= 0) {
            return Working.Label.NONE;
        }
        boolean dollars = !matcher.group(1).isEmpty()
                || line.substring(0, matcher.start()).endsWith("$");
        String currency = !dollars ? "" : matcher.group(1).isEmpty() ? "$" : matcher.group(1);
        String tail = matcher.group(2) == null ? "" : matcher.group(2).stripTrailing();
        return new Working.Label(currency, tail.split(" ").length > MOST_WORDS + 1 ? "" : tail);
    }

    String step(Working working) {
        String equation = working.expression() + " = " + working.label().currency() + Numbers.text(working.value())
                + working.label().tail() + ".";
        return random.nextBoolean() ? spoken(working.expression(), equation) : opened(equation);
    }

    private String opened(String equation) {
        return OPENERS.get(random.nextInt(OPENERS.size())) + equation;
    }

    private String spoken(Expression expression, String equation) {
        if (!(expression instanceof Binary binary)
                || binary.operators().size() > 1
                || expression.toString().contains("%")) {
            return opened(equation);
        }
        String left = binary.left().toString();
        String right = binary.right().toString();
        return switch (binary.operator()) {
            case ADD -> "Add " + left + " and " + right + ": " + equation;
            case SUBTRACT -> "Take " + right + " from " + left + ": " + equation;
            case MULTIPLY -> "Multiply " + left + " by " + right + ": " + equation;
            case DIVIDE -> "Divide " + left + " by " + right + ": " + equation;
            case POWER -> opened(equation);
        };
    }
}
