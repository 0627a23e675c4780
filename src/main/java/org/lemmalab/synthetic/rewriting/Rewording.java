package org.lemmalab.synthetic.rewriting;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.NumbersInText;
import org.lemmalab.problem.program.QuestionValues;

/**
 * The same question in other words: the condition after what is asked, what is asked before what is told, and words exchanged for
 * others of the same meaning. The order of sentences is changed only where no word points back. The new question states exactly the
 * values of the old one.
 */
public final class Rewording {
    private static final Pattern POINTS_BACK = Pattern.compile(
            "(?i)\\b(he|she|it|they|him|her|hers|his|them|their|theirs|its|this|that|these|those|now|then|left|remaining"
                    + "|rest|other|others|more|so|after|before|same|such|both|all|each|altogether|total|there|the)\\b");
    private static final List<String> ASK_FIRST = List.of(
            "Find the answer to this: %s Here is what is known. %s",
            "%s To answer, use the following. %s", "The question is: %s These are the facts. %s");
    private static final List<String> ASK_LAST =
            List.of("%s The question: %s", "%s With this in mind, %s", "%s From this, work out the answer: %s");

    private final QuestionParts parts;
    private final Random random;

    private Rewording(QuestionParts parts, Random random) {
        this.parts = parts;
        this.random = random;
    }

    /**
     * @param problem question and gold solution
     * @param seed decides the wording
     * @return the problem reworded, its id with {@code /rephrased/seed} after it, or why no rule fits
     */
    public static Result<Problem> of(Problem problem, long seed) {
        Optional<QuestionParts> parts = QuestionParts.of(problem.question());
        if (parts.isEmpty()) {
            return Result.failure("the text does not end with its only question");
        }
        String reworded = new Rewording(parts.get(), new Random(seed)).text();
        if (shared(problem.question()).equals(shared(reworded))) {
            return Result.failure("no rewording rule fits for sure");
        }
        if (!statesTheSame(problem.question(), reworded)) {
            return Result.failure("the rewording would not state the same values");
        }
        return Result.success(new Problem(
                problem.id() + "/rephrased/" + seed, reworded, problem.goldSolution(), problem.goldAnswer()));
    }

    private String text() {
        String ask = parts.ask();
        boolean standsAlone = parts.condition().isEmpty()
                && !POINTS_BACK.matcher(ask.substring(1)).find();
        String told = Synonyms.exchanged(parts.told(), random);
        String asked = Synonyms.exchanged(asked(), random);
        if (told.isEmpty()) {
            return asked;
        }
        if (standsAlone && random.nextInt(3) > 0) {
            return pick(ASK_FIRST).formatted(asked, told);
        }
        return random.nextInt(3) == 0 ? framed(told, asked) : told + " " + asked;
    }

    /** "If he eats it all, how many …?" becomes "How many … if he eats it all?". */
    private String asked() {
        String ask = parts.ask();
        if (parts.condition().isEmpty()) {
            return ask;
        }
        boolean turns = parts.condition().startsWith("If ") && !ask.contains(",") && random.nextInt(4) > 0;
        return turns
                ? ask.substring(0, ask.length() - 1) + " " + QuestionParts.small(parts.condition()) + "?"
                : parts.condition() + ", " + QuestionParts.small(ask);
    }

    private String framed(String told, String asked) {
        String frame = pick(ASK_LAST);
        return frame.formatted(told, frame.endsWith(", %s") ? QuestionParts.small(asked) : asked);
    }

    private String pick(List<String> options) {
        return options.get(random.nextInt(options.size()));
    }

    private static String shared(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** The figures, in any order, and the values that words state. */
    private static boolean statesTheSame(String before, String after) {
        return sorted(before).equals(sorted(after)) && QuestionValues.of(before).equals(QuestionValues.of(after));
    }

    private static List<?> sorted(String text) {
        return NumbersInText.read(text).stream().sorted().toList();
    }
}
