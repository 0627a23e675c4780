package org.lemmalab.reflection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Seeds;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.UnusableModelException;
import org.lemmalab.pipeline.Result;
import org.lemmalab.pipeline.Usage;
import org.lemmalab.problem.Problem;

/**
 * Of several smooth links the one that the student itself finds most natural: given the student's prompt and its own error, the one
 * with the lowest mean negative log-likelihood of link and corrected step. All scores are kept.
 *
 * @param teacher words the candidates
 * @param chooser the student, and how it is asked
 */
public record ModelAwareConnection(Teacher teacher, LinkChooser chooser) implements Connection {
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    @Override
    public ConnectionStyle style() {
        return ConnectionStyle.MODEL_AWARE;
    }

    @Override
    public Result<Reflection> connect(Problem problem, ErroneousAttempt attempt, Correction correction, long seed) {
        Set<String> links = new LinkedHashSet<>();
        Usage usage = Usage.NONE;
        String refusal = "";
        for (int i = 0; i < chooser.candidates(); i++) {
            Result<String> link = teacher.link(problem, attempt, correction, Seeds.derive(seed, "candidate", i));
            usage = usage.plus(link.usage());
            link.asOptional().ifPresent(links::add);
            refusal = link.failure().orElse(refusal);
        }
        if (links.isEmpty()) {
            return new Result.Failure<>(refusal, usage);
        }
        try {
            return new Result.Success<>(best(problem, attempt, correction, List.copyOf(links)), usage);
        } catch (UnusableModelException e) {
            throw e;
        } catch (LabException e) {
            return new Result.Failure<>(
                    "the student cannot score the links: "
                            + DIGITS.matcher(e.getMessage()).replaceAll("N"),
                    usage);
        }
    }

    private Reflection best(Problem problem, ErroneousAttempt attempt, Correction correction, List<String> links) {
        List<Double> scores = scores(chooser.student(), prefix(chooser.prompt(), problem, attempt), correction, links);
        int lowest = IntStream.range(0, scores.size())
                .boxed()
                .min(Comparator.comparingDouble(scores::get))
                .orElseThrow();
        return new Reflection(
                links.get(lowest), ConnectionStyle.MODEL_AWARE, OptionalDouble.of(scores.get(lowest)), scores);
    }

    /**
     * What the student has written when the link begins.
     *
     * @param prompt how the student is asked a question
     * @param problem the question
     * @param attempt the error
     * @return prompt, error and a line break
     */
    public static String prefix(Function<String, String> prompt, Problem problem, ErroneousAttempt attempt) {
        String asked = prompt.apply(problem.question());
        boolean open = !asked.isEmpty() && !Character.isWhitespace(asked.charAt(asked.length() - 1));
        return asked + (open ? "\n" : "") + Revision.error(attempt).text() + "\n";
    }

    /**
     * How natural a student finds links.
     *
     * @param student scores them
     * @param prefix see {@link #prefix}
     * @param correction what follows the link; its first step is scored with it
     * @param links the links; an empty one scores the corrected step alone
     * @return for each the mean negative log-likelihood of its tokens and the corrected step's, in nats
     */
    public static List<Double> scores(TextModel student, String prefix, Correction correction, List<String> links) {
        String step = correction.steps().get(0);
        List<ScoreRequest> requests = new ArrayList<>();
        for (String link : links) {
            requests.add(new ScoreRequest(prefix, link.isBlank() ? step : link.strip() + "\n" + step));
        }
        return student.score(requests).stream()
                .map(Score::meanNegativeLogLikelihood)
                .toList();
    }
}
