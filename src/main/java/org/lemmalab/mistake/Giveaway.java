package org.lemmalab.mistake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;

/**
 * Words by which a text gives away that an error was put into it: a careless student does not know of the mistake. Words that the
 * question or the gold solution has are no sign of it.
 */
final class Giveaway {
    private static final Pattern WORDS =
            Pattern.compile("\\b(?:mistake\\w*|mistook|error\\w*|erroneous\\w*|wrong\\w*|incorrect\\w*"
                    + "|inaccurate\\w*|inject\\w*|misread\\w*|misinterpret\\w*|misunderst\\w*|miscalculat\\w*|miscount\\w*|misremember\\w*"
                    + "|oops|accidentally|confus\\w*|hallucinat\\w*|instead of|should (?:be|have been)|(?:supposed|meant) to|deliberate\\w*"
                    + "|on purpose|careless\\w*|forget\\w*|forgot|ground truth|gold (?:answer|solution))\\b");

    private Giveaway() {}

    /** The first such word of a solution. */
    static Optional<String> in(Problem problem, Solution solution) {
        String known = (problem.question() + "\n" + problem.goldSolution()).toLowerCase(Locale.ROOT);
        for (Step step : solution.steps()) {
            Matcher matcher = WORDS.matcher(step.text().toLowerCase(Locale.ROOT));
            while (matcher.find()) {
                if (!known.contains(matcher.group())) {
                    return Optional.of(matcher.group());
                }
            }
        }
        return Optional.empty();
    }
}
