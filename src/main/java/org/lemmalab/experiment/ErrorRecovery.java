package org.lemmalab.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.lemmalab.evaluation.trajectory.JudgedLine;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.student.StudentFormat;

/**
 * Whether a student can do the steps that it got wrong: it goes on from the lines before its first wrong one, several times at
 * temperature 1.
 *
 * @param student the student, and who judges its lines
 * @param settings how many errors and samples, and the seed
 */
record ErrorRecovery(GreedySolutions student, GateSettings settings) {
    /** A wrong solution and the place of its first wrong line, from 0. */
    private record Error(Problem problem, List<String> prefix, boolean isPlanLine) {
        String prompt() {
            String before = prefix.isEmpty() ? "" : String.join("\n", prefix) + "\n";
            return StudentFormat.prompt(problem.question()) + before;
        }

        String whole(String continuation) {
            return prefix.isEmpty() ? continuation : String.join("\n", prefix) + "\n" + continuation;
        }
    }

    /** For each error, whether any sample does its step right; errors whose place is not known are left out. */
    List<Boolean> of(List<Problem> problems, List<JudgedTrajectory> judged) {
        List<Error> errors = IntStream.range(0, problems.size())
                .mapToObj(i -> error(problems.get(i), judged.get(i)))
                .flatMap(Optional::stream)
                .limit(settings.errors())
                .toList();
        List<Reply> replies =
                student.model().complete(errors.stream().map(this::request).toList());
        List<Boolean> recovered = new ArrayList<>();
        for (int i = 0; i < errors.size(); i++) {
            Error error = errors.get(i);
            recovered.add(replies.get(i).completions().stream().anyMatch(sample -> isRight(error, sample)));
        }
        return recovered;
    }

    private CompletionRequest request(Error error) {
        SamplingSettings sampling = SamplingSettings.sampling(1, StudentFormat.MOST_TOKENS, settings.seed());
        return new CompletionRequest(error.prompt(), sampling.withSamples(settings.samples()));
    }

    private static Optional<Error> error(Problem problem, JudgedTrajectory trajectory) {
        List<JudgedLine> lines = trajectory.lines();
        OptionalInt place = IntStream.range(0, lines.size())
                .filter(i -> !lines.get(i).isRight())
                .findFirst();
        if (trajectory.isRight()
                || place.isEmpty()
                || !lines.get(place.getAsInt()).isWrong()) {
            return Optional.empty();
        }
        List<String> prefix = lines.subList(0, place.getAsInt()).stream()
                .map(JudgedLine::text)
                .toList();
        JudgedLine wrong = lines.get(place.getAsInt());
        boolean isPlanLine =
                wrong.kind() == JudgedLine.Kind.STEP && !wrong.text().contains("=");
        return Optional.of(new Error(problem, prefix, isPlanLine));
    }

    /** The line is right now; where it only says what is to be worked out, so is the one that works it out. */
    private boolean isRight(Error error, Completion sample) {
        List<JudgedLine> lines =
                student.judged(error.problem(), error.whole(sample.text())).lines();
        int first = error.prefix().size();
        int last = first + (error.isPlanLine() ? 1 : 0);
        return last < lines.size() && lines.subList(first, last + 1).stream().allMatch(JudgedLine::isRight);
    }
}
