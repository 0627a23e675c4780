package org.lemmalab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lemmalab.io.Seeds;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TextModel;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.VerifiedInjector;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.LinkChooser;
import org.lemmalab.reflection.ModelAwareConnection;
import org.lemmalab.reflection.Reflection;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.transformer.LocalModel;

/**
 * Asks a student how natural it finds each connection of the same errors. The errors are injected into made word problems of the test
 * split, one a problem, the rarest possible type first, and corrected by Fix &amp; Continue.
 *
 * @param teacher corrects and words links
 * @param number how many errors
 * @param seed decides every choice
 */
record LinkLikelihood(Teacher teacher, int number, long seed) {
    private static final int CANDIDATES = 4;

    /** An error with its correction. */
    private record Corrected(Problem problem, ErroneousAttempt attempt, Correction correction) {}

    /** The problems that errors are injected into; more than are needed, since some take none. */
    static List<Problem> problems(Split split, int number, long seed) {
        return Stream.of(WordProblemSet.STORIES, WordProblemSet.RELATIONS)
                .flatMap(set -> set.generate(number, split, seed).stream())
                .map(WordProblem::problem)
                .toList();
    }

    /** Scores every style on every error. */
    LinkScores with(Path student, boolean trained) {
        List<LinkScore> scores = new ArrayList<>();
        try (TextModel model = LocalModel.open(student)) {
            List<Connection> connections = connections(teacher, model);
            for (Corrected error : errors()) {
                scores.addAll(scores(model, connections, error));
            }
        }
        return new LinkScores(trained ? "the project's small student" : "an untrained student", trained, scores, seed);
    }

    /** All four, in the order of their styles. */
    static List<Connection> connections(Teacher teacher, TextModel student) {
        return List.of(
                Connection.abrupt(),
                Connection.phrase(),
                Connection.smooth(teacher),
                new ModelAwareConnection(teacher, new LinkChooser(student, StudentFormat::prompt, CANDIDATES)));
    }

    private List<Corrected> errors() {
        Map<ErrorType, Integer> taken = new EnumMap<>(ErrorType.class);
        List<Corrected> errors = new ArrayList<>();
        TripletMaker maker = new TripletMaker(teacher, VerifiedInjector.ofPrograms(), seed);
        for (Problem problem : Seeds.shuffled(problems(Split.TEST, number, seed), Seeds.random(seed, "order"))) {
            if (errors.size() < number) {
                error(maker, problem, taken).ifPresent(error -> {
                    errors.add(error);
                    taken.merge(error.attempt().type(), 1, Integer::sum);
                });
            }
        }
        return errors;
    }

    private static Optional<Corrected> error(TripletMaker maker, Problem problem, Map<ErrorType, Integer> taken) {
        return maker.injector().injectable(problem).stream()
                .sorted(Comparator.comparing((ErrorType type) -> taken.getOrDefault(type, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(type -> maker.injected(problem, type).asOptional().stream())
                .flatMap(attempt -> corrected(maker, problem, attempt).stream())
                .findFirst();
    }

    private static Optional<Corrected> corrected(TripletMaker maker, Problem problem, ErroneousAttempt attempt) {
        return maker.correction(problem, attempt, Strategy.FIX_AND_CONTINUE)
                .asOptional()
                .map(correction -> new Corrected(problem, attempt, correction));
    }

    /** The error's scores in every style; none where one of the links is refused. */
    private List<LinkScore> scores(TextModel model, List<Connection> connections, Corrected error) {
        List<Reflection> links = connections.stream()
                .flatMap(connection -> connection
                        .connect(error.problem, error.attempt, error.correction, Seeds.derive(seed, error.problem.id()))
                        .asOptional()
                        .stream())
                .toList();
        if (links.size() < connections.size()) {
            return List.of();
        }
        String prefix = ModelAwareConnection.prefix(StudentFormat::prompt, error.problem, error.attempt);
        List<Double> together = ModelAwareConnection.scores(
                model,
                prefix,
                error.correction,
                links.stream().map(Reflection::text).toList());
        List<Double> steps =
                steps(model, prefix, links, error.correction.steps().get(0));
        List<LinkScore> scores = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            scores.add(new LinkScore(
                    error.problem.id(), error.attempt.type(), links.get(i).style(), together.get(i), steps.get(i)));
        }
        return scores;
    }

    private static List<Double> steps(TextModel model, String prefix, List<Reflection> links, String step) {
        List<ScoreRequest> requests = links.stream()
                .map(link -> new ScoreRequest(
                        link.text().isBlank() ? prefix : prefix + link.text().strip() + "\n", step))
                .toList();
        return model.score(requests).stream()
                .map(score -> score.meanNegativeLogLikelihood())
                .toList();
    }
}
