package org.lemmalab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.mistake.InjectionCheck;
import org.lemmalab.mistake.VerifiedInjector;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;
import org.lemmalab.solution.StepSplitter;
import org.lemmalab.synthetic.plan.PlanTeacher;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.transformer.LocalModel;

/**
 * How likely a student finds a wrong step of its own, an injected one, and a right one, each after the question and the steps before
 * it: is an injected error one that this student might make? Its own are sampled (temperature 0.7, as in the paper) and found by the
 * analyst, so they are likely by their making; the question is how far the injected ones lie from them.
 *
 * @param kind whose step it is
 * @param step the step
 * @param nats mean negative log-likelihood of its tokens, natural logarithm
 */
public record StepLikelihood(Kind kind, String step, double nats) {
    private static final long SEED = 1;
    private static final double TEMPERATURE = 0.7;
    private static final Teacher TEACHER = PlanTeacher.standard();

    /** Whose step is scored. */
    public enum Kind {
        /** A step of a gold solution, where an error is injected into it. */
        GOLD("right step"),
        /** The first wrong step of the student's own attempt. */
        OWN("own wrong step"),
        /** The wrong step of an injected error. */
        INJECTED("injected wrong step");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /**
         * @return the kind in words
         */
        public String title() {
            return title;
        }
    }

    /** A step with what comes before it. */
    private record Asked(Kind kind, String prefix, String step) {
        static Optional<Asked> of(Kind kind, Problem problem, Solution solution, int number) {
            List<Step> steps = solution.steps();
            if (number > steps.size() || steps.get(number - 1).text().isBlank()) {
                return Optional.empty();
            }
            String earlier = steps.stream()
                    .limit(number - 1)
                    .map(step -> step.text() + "\n")
                    .collect(Collectors.joining());
            String prefix = StudentFormat.prompt(problem.question()) + earlier;
            return Optional.of(new Asked(kind, prefix, steps.get(number - 1).text()));
        }
    }

    /**
     * @param student a checkpoint folder
     * @param problems how many synthetic problems the student is asked, which it was not trained on
     * @return the likelihoods by kind of step; a kind may be missing where the student made no error that could be typed
     */
    public static Map<Kind, List<StepLikelihood>> of(Path student, int problems) {
        List<Problem> asked = WordProblemSet.RELATIONS.generate(problems, Split.TEST, SEED).stream()
                .map(WordProblem::problem)
                .toList();
        try (LocalModel model = LocalModel.open(student)) {
            List<Asked> steps = new ArrayList<>(ownErrors(model, asked));
            asked.forEach(problem -> steps.addAll(injected(problem)));
            return scored(model, steps);
        }
    }

    private static List<Asked> ownErrors(LocalModel model, List<Problem> problems) {
        SamplingSettings sampling = SamplingSettings.sampling(TEMPERATURE, StudentFormat.MOST_TOKENS, SEED);
        List<CompletionRequest> requests = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            requests.add(StudentFormat.request(problems.get(i), sampling.withSeed(SEED + i)));
        }
        List<Reply> replies = model.complete(requests);
        List<Asked> errors = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            Problem problem = problems.get(i);
            Solution solution =
                    StudentFormat.read(replies.get(i).completions().get(0).text());
            if (TEACHER.analyse(problem, solution) instanceof Analysis.Wrong wrong) {
                Asked.of(Kind.OWN, problem, solution, wrong.firstWrongStep()).ifPresent(errors::add);
            }
        }
        return errors;
    }

    /** An error of the first type that can be injected, types in turn, with the gold step in its place. */
    private static List<Asked> injected(Problem problem) {
        VerifiedInjector injector =
                new VerifiedInjector(TEACHER, InjectionCheck.with(TEACHER), VerifiedInjector.ATTEMPTS);
        List<ErrorType> possible = List.copyOf(injector.injectable(problem));
        if (possible.isEmpty()) {
            return List.of();
        }
        ErrorType type = possible.get(Math.floorMod(problem.id().hashCode(), possible.size()));
        List<Asked> steps = new ArrayList<>();
        injector.inject(problem, type, SEED).asOptional().ifPresent(error -> steps.addAll(both(problem, error)));
        return steps;
    }

    private static List<Asked> both(Problem problem, Injection error) {
        Solution gold = StepSplitter.split(problem.goldSolution());
        Optional<Asked> wrong = Asked.of(Kind.INJECTED, problem, error.solution(), error.firstWrongStep());
        Optional<Asked> right = Asked.of(Kind.GOLD, problem, gold, error.firstWrongStep());
        return wrong.isPresent() && right.isPresent() ? List.of(wrong.get(), right.get()) : List.of();
    }

    private static Map<Kind, List<StepLikelihood>> scored(LocalModel model, List<Asked> steps) {
        List<Score> scores = model.score(steps.stream()
                .map(step -> new ScoreRequest(step.prefix, step.step))
                .toList());
        Map<Kind, List<StepLikelihood>> found = new EnumMap<>(Kind.class);
        for (int i = 0; i < steps.size(); i++) {
            Asked step = steps.get(i);
            found.computeIfAbsent(step.kind, kind -> new ArrayList<>())
                    .add(new StepLikelihood(step.kind, step.step, scores.get(i).meanNegativeLogLikelihood()));
        }
        return found;
    }
}
