package org.lemmalab.experiment.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.solution.Attempt;
import org.lemmalab.solution.Attempts;

/** A student's solutions of the training problems (paper Sec. 3.3): temperature 0.7, graded, one attempt a line. */
final class SampleMaker {
    /** The file within the artefact's folder. */
    static final String ATTEMPTS = "attempts.jsonl";

    /** Further samples of a problem that is never solved, in samples of the first round. */
    private static final int HARDEST = 3;

    private SampleMaker() {}

    static void uniform(AnswerGenerator asking, List<Problem> problems, int samples, long seed, Path folder) {
        write(
                folder,
                lines(
                        asking,
                        problems,
                        problem -> samples,
                        new SamplingPlan(SamplingPlan.TEMPERATURE, samples, seed),
                        0));
    }

    /** The first round's, and for each problem more in proportion to its failure rate (as DART-Math-Hard does). */
    static void hard(AnswerGenerator asking, List<Problem> problems, int samples, long seed, Path first, Path folder) {
        Map<String, Double> failures = failureRates(problems, read(first, problems));
        List<Map<String, Object>> all = new ArrayList<>();
        for (Attempt attempt : read(first, problems)) {
            all.add(line(
                    attempt.id(),
                    attempt.problemId(),
                    attempt.model(),
                    text(attempt),
                    attempt.markedCorrect().orElse(false)));
        }
        ToIntFunction<Problem> more =
                problem -> (int) Math.round(HARDEST * samples * failures.getOrDefault(problem.id(), 0.0));
        all.addAll(lines(asking, problems, more, new SamplingPlan(SamplingPlan.TEMPERATURE, samples, ~seed), samples));
        write(folder, all);
    }

    static List<Attempt> read(Path folder, List<Problem> problems) {
        Map<String, Problem> byId = new LinkedHashMap<>();
        problems.forEach(problem -> byId.put(problem.id(), problem));
        List<Attempt> attempts = new ArrayList<>();
        Attempts.read(
                folder.resolve(ATTEMPTS),
                new ProblemSet(byId),
                each -> attempts.add(each.attempt()),
                RejectedLines.refusing());
        return attempts;
    }

    static Map<String, Double> failureRates(List<Problem> problems, List<Attempt> attempts) {
        Map<String, Double> rates = attempts.stream()
                .collect(Collectors.groupingBy(
                        Attempt::problemId,
                        Collectors.averagingDouble(each -> each.markedCorrect().orElse(false) ? 0 : 1)));
        problems.forEach(problem -> rates.putIfAbsent(problem.id(), 0.0));
        return rates;
    }

    private static List<Map<String, Object>> lines(
            AnswerGenerator asking,
            List<Problem> problems,
            ToIntFunction<Problem> count,
            SamplingPlan drawing,
            int before) {
        List<Map<String, Object>> lines = new ArrayList<>();
        Map<Integer, List<Problem>> byCount = problems.stream()
                .filter(problem -> count.applyAsInt(problem) > 0)
                .collect(Collectors.groupingBy(count::applyAsInt, java.util.TreeMap::new, Collectors.toList()));
        byCount.forEach((samples, group) -> {
            SamplingPlan drawn = new SamplingPlan(drawing.temperature(), samples, drawing.seed());
            for (Answer answer : asking.answers(group, drawn, ProgressListener.SILENT)) {
                for (int i = 0; i < answer.texts().size(); i++) {
                    String id = answer.id() + "/" + (before + i + 1);
                    Answer.Text text = answer.texts().get(i);
                    lines.add(line(id, answer.id(), "student", text.text(), text.isRight()));
                }
            }
        });
        return lines;
    }

    private static String text(Attempt attempt) {
        String answer = attempt.solution()
                .answer()
                .map(found -> "\nThe answer is: " + found)
                .orElse("");
        return attempt.solution().text() + answer;
    }

    private static Map<String, Object> line(String id, String problem, String model, String text, boolean isRight) {
        return Map.of(
                "id", id,
                "problem_id", problem,
                "model", model,
                "solution", text,
                "is_correct", isRight,
                "temperature", SamplingPlan.TEMPERATURE);
    }

    private static void write(Path folder, List<Map<String, Object>> lines) {
        StudyFiles.lines(folder.resolve(ATTEMPTS), lines);
    }
}
