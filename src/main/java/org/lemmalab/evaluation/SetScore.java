package org.lemmalab.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lemmalab.evaluation.statistics.Bootstrap;
import org.lemmalab.evaluation.statistics.Interval;
import org.lemmalab.evaluation.statistics.Majority;
import org.lemmalab.evaluation.statistics.PassAtK;
import org.lemmalab.grading.Grader;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.Share;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Sureness;

/**
 * What a student reached on one set.
 *
 * @param set the set's name
 * @param problems how many problems were answered
 * @param samples solutions drawn a problem
 * @param accuracy share of right solutions, the mean over problems, with its bootstrap interval; with one greedy solution a problem this
 *     is the paper's pass@1
 * @param passAtK unbiased estimates by k, for the powers of two up to the number of samples
 * @param majority share of problems whose most frequent answer is right (maj@n); empty where there is one solution a problem
 * @param truncated solutions that ended at the limit of tokens
 * @param empty solutions without any text
 * @param withoutAnswer solutions in which no final answer was found
 * @param guessed solutions whose answer is a guess: the last number of a text that says nothing of its answer
 * @param undecided solutions whose answer could not be compared in time; counted as wrong
 * @param meanTokens tokens written a solution
 * @param groups accuracy of first solutions by fact and value, for example {@code level: Level 5}
 * @param correct for each problem in order, the share of its solutions that are right; for paired comparisons
 */
public record SetScore(
        String set,
        int problems,
        int samples,
        Interval accuracy,
        Map<Integer, Double> passAtK,
        Optional<Share> majority,
        long truncated,
        long empty,
        long withoutAnswer,
        long guessed,
        long undecided,
        double meanTokens,
        Map<String, Share> groups,
        Map<String, Double> correct) {
    /** Copies the maps in their order. */
    public SetScore {
        passAtK = new TreeMap<>(passAtK);
        groups = new LinkedHashMap<>(groups);
        correct = new LinkedHashMap<>(correct);
    }

    /**
     * Scores the output of a run of {@link Sampler}.
     *
     * @param set the set's name
     * @param output the run's output, a {@link SampledProblem} a line
     * @param problems the problems of the set
     * @param seed of the bootstrap
     * @return the score
     * @throws LabException if the output is empty, or holds a problem that is none of the set's
     */
    public static SetScore of(String set, Path output, List<TestProblem> problems, long seed) {
        Tally tally = new Tally(problems);
        JsonLines.forEach(output, row -> row, tally::add, RejectedLines.refusing());
        return tally.score(set, seed);
    }

    /**
     * Scores the output of a run of {@link DialogueStage}, each turn as a set of its own.
     *
     * @param set the set's name
     * @param output the run's output, a {@link DialogueStage.Held} a line
     * @param dialogues the conversations, all with as many turns
     * @param seed of the bootstrap
     * @return the score of each turn, in order, named {@code SET/turn-1} and so on; just {@code SET} where there is one turn
     * @throws LabException if the output is empty, or holds a conversation that is none of the set's
     */
    public static List<SetScore> ofTurns(String set, Path output, List<Dialogue> dialogues, long seed) {
        List<JsonNode> rows = JsonLines.readAll(output, row -> row);
        int turns = dialogues.get(0).turns().size();
        List<SetScore> scores = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            int turn = i;
            Tally tally = new Tally(
                    dialogues.stream().map(dialogue -> problem(dialogue, turn)).toList());
            rows.forEach(row -> tally.add(row, List.of(row.path("turns").path(turn))));
            scores.add(tally.score(turns == 1 ? set : set + "/turn-" + (turn + 1), seed));
        }
        return scores;
    }

    private static TestProblem problem(Dialogue dialogue, int turn) {
        Dialogue.Turn asked = dialogue.turns().get(turn);
        return new TestProblem(new Problem(dialogue.id(), asked.question(), "", asked.goldAnswer()), Map.of());
    }

    /** Counts line by line. */
    private static final class Tally {
        private final Map<String, TestProblem> problems;
        private final Map<String, Double> correct = new LinkedHashMap<>();
        private final Map<Integer, Double> passSums = new TreeMap<>();
        private final Map<String, long[]> groups = new TreeMap<>();
        private int samples;
        private long solutions;
        private long majority;
        private long truncated;
        private long empty;
        private long guessed;
        private long withoutAnswer;
        private long undecided;
        private long tokens;

        private Tally(List<TestProblem> problems) {
            this.problems = new LinkedHashMap<>();
            problems.forEach(problem -> this.problems.put(problem.problem().id(), problem));
        }

        private void add(JsonNode row) {
            List<JsonNode> drawn = new ArrayList<>();
            row.path("samples").forEach(drawn::add);
            add(row, drawn);
        }

        private void add(JsonNode row, List<JsonNode> drawn) {
            String id = row.path("id").asText();
            TestProblem problem = Optional.ofNullable(problems.get(id))
                    .orElseThrow(
                            () -> new LabException("evaluation: expected a problem of the set, found '" + id + "'"));
            samples = correct.isEmpty() ? drawn.size() : Math.min(samples, drawn.size());
            int right = 0;
            List<Optional<String>> answers = new ArrayList<>();
            for (JsonNode sample : drawn) {
                right += sample.path("is_correct").asBoolean() ? 1 : 0;
                answers.add(Optional.ofNullable(sample.get("answer")).map(JsonNode::asText));
                count(sample);
            }
            correct.put(id, right / (double) drawn.size());
            for (int k = 1; k <= drawn.size(); k *= 2) {
                passSums.merge(k, PassAtK.estimate(drawn.size(), right, k), Double::sum);
            }
            majority += agreesWith(problem.problem(), answers) ? 1 : 0;
            boolean firstIsRight =
                    !drawn.isEmpty() && drawn.get(0).path("is_correct").asBoolean();
            problem.facts().forEach((fact, value) -> {
                long[] counts = groups.computeIfAbsent(fact + ": " + value, name -> new long[2]);
                counts[0] += firstIsRight ? 1 : 0;
                counts[1]++;
            });
        }

        private void count(JsonNode sample) {
            solutions++;
            truncated += sample.path("finish").asText().equals("length") ? 1 : 0;
            empty += sample.path("solution").asText().isBlank() ? 1 : 0;
            withoutAnswer += sample.hasNonNull("answer") ? 0 : 1;
            undecided += sample.has("is_correct") ? 0 : 1;
            guessed += sample.path("sureness").asText().equals(Sureness.GUESSED.title()) ? 1 : 0;
            tokens += sample.path("tokens").asLong();
        }

        private static boolean agreesWith(Problem problem, List<Optional<String>> answers) {
            return Majority.of(answers, Grader.standard()::equal)
                    .answer()
                    .filter(answer -> Grader.standard().equal(answer, problem.goldAnswer()))
                    .isPresent();
        }

        private SetScore score(String set, long seed) {
            if (correct.isEmpty()) {
                throw new LabException("evaluation of " + set + ": expected answered problems, found none");
            }
            int count = correct.size();
            double[] shares = correct.values().stream().mapToDouble(x -> x).toArray();
            Map<Integer, Double> passAtK = new TreeMap<>();
            passSums.forEach((k, sum) -> {
                if (k <= samples) {
                    passAtK.put(k, sum / count);
                }
            });
            Map<String, Share> shown = new LinkedHashMap<>();
            groups.forEach((name, counts) -> shown.put(name, new Share(counts[0], counts[1])));
            return new SetScore(
                    set,
                    count,
                    samples,
                    Bootstrap.standard(seed).mean(shares),
                    passAtK,
                    samples == 1 ? Optional.empty() : Optional.of(new Share(majority, count)),
                    truncated,
                    empty,
                    withoutAnswer,
                    guessed,
                    undecided,
                    tokens / (double) solutions,
                    shown,
                    correct);
        }
    }
}
