package org.lemmalab.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lemmalab.evaluation.SampledProblem;
import org.lemmalab.evaluation.SetScore;
import org.lemmalab.evaluation.TestProblem;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.transformer.LocalModel;

/**
 * A few problems asked of a student several times each, to see pass@k and majority vote at work; far too few to compare students.
 *
 * @param problems how many of each set
 * @param samples solutions a problem
 * @param temperature at which they are drawn; 0.7 in the paper's majority vote
 * @param seed of problems and draws
 */
public record StudentTrial(int problems, int samples, double temperature, long seed) {
    /** Thirty problems a set with eight solutions each, at the paper's temperature. */
    public static final StudentTrial SMALL = new StudentTrial(30, 8, 0.7, 1);

    private static final String PROMPT = "student";

    /** Checks that there is something to ask. */
    public StudentTrial {
        if (problems < 1 || samples < 1) {
            throw new LabException("student trial: expected at least one problem and one sample, found " + problems
                    + " and " + samples);
        }
    }

    /**
     * @param student a checkpoint folder
     * @param sets of synthetic problems, the test split of each
     * @param listener told of every solution
     * @return what the student reached on each set, in order
     */
    public List<SetScore> run(Path student, List<WordProblemSet> sets, ProgressListener listener) {
        List<Problem> asked =
                sets.stream().flatMap(set -> problems(set).stream()).toList();
        List<SampledProblem> sampled = sampled(student, asked, listener);
        List<SetScore> scores = new ArrayList<>();
        for (int i = 0; i < sets.size(); i++) {
            int from = i * problems;
            scores.add(
                    score(sets.get(i), asked.subList(from, from + problems), sampled.subList(from, from + problems)));
        }
        return List.copyOf(scores);
    }

    private List<Problem> problems(WordProblemSet set) {
        return set.generate(problems, Split.TEST, seed).stream()
                .map(WordProblem::problem)
                .toList();
    }

    private List<SampledProblem> sampled(Path student, List<Problem> asked, ProgressListener listener) {
        SamplingSettings sampling = SamplingSettings.sampling(temperature, StudentFormat.MOST_TOKENS, seed)
                .withSamples(samples);
        List<CompletionRequest> requests = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            requests.add(StudentFormat.request(asked.get(i), sampling.withSeed(seed + i)));
        }
        try (LocalModel model = LocalModel.open(student)) {
            List<Reply> replies = model.complete(requests, listener);
            List<SampledProblem> sampled = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                sampled.add(sampled(model.name(), asked.get(i), replies.get(i), requests.get(i)));
            }
            return sampled;
        }
    }

    private SampledProblem sampled(String model, Problem problem, Reply reply, CompletionRequest request) {
        List<SampledProblem.Sample> solutions = reply.completions().stream()
                .map(completion -> SampledProblem.Sample.of(completion, problem))
                .toList();
        String prompt = PromptTemplate.bundled(PROMPT).hash();
        return new SampledProblem(problem.id(), model, request.settings().seed(), temperature, prompt, solutions);
    }

    private SetScore score(WordProblemSet set, List<Problem> asked, List<SampledProblem> sampled) {
        try {
            Path output = Files.createTempFile("lemma-lab-trial", ".jsonl");
            try {
                Files.writeString(output, sampled.stream().map(Json::line).collect(Collectors.joining("\n", "", "\n")));
                List<TestProblem> tested = asked.stream()
                        .map(problem -> new TestProblem(problem, Map.of()))
                        .toList();
                return SetScore.of(set.title(), output, tested, seed);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new LabException("student trial: a temporary file cannot be kept: " + e.getMessage(), e);
        }
    }
}
