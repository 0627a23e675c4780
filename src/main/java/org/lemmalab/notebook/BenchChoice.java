package org.lemmalab.notebook;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lemmalab.experiment.ErrorTypeStudy;
import org.lemmalab.experiment.TripletMaker;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.TextModel;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.solution.Attempt;
import org.lemmalab.solution.Solution;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.transformer.LocalModel;
import org.lemmalab.transformer.Students;

/**
 * What was chosen on a {@link LabBench}, and the triplet of it.
 *
 * @param problem the problem
 * @param error the type of error that is injected; empty for the student's own
 * @param correction how the error is corrected
 * @param connection what stands between the two
 * @param student a checkpoint folder; empty where there is none
 */
record BenchChoice(
        Problem problem,
        Optional<ErrorType> error,
        Strategy correction,
        ConnectionStyle connection,
        Optional<Path> student) {
    static final long SEED = 1;

    static TripletMaker maker() {
        return TripletMaker.ofMade(SEED);
    }

    Triplet triplet() {
        if (student.isEmpty()) {
            return triplet(Optional.empty());
        }
        try (TextModel model = LocalModel.open(student.get())) {
            return triplet(Optional.of(model));
        }
    }

    private Triplet triplet(Optional<TextModel> model) {
        TripletMaker maker = maker();
        ErroneousAttempt attempt = error.map(type -> given(maker, type)).orElseGet(() -> ownOrAny(maker, model));
        String name = model.map(TextModel::name).orElse("none");
        Result<Triplet> made = maker.triplet(name, problem, attempt, correction, maker.connection(connection, model));
        return made.asOptional()
                .orElseThrow(() -> new LabException("problem " + problem.id()
                        + ": expected an error that can be corrected by "
                        + correction.label() + ", found one of type "
                        + attempt.type().label() + ": "
                        + made.failure().orElse("") + "; try another error, another correction or another problem"));
    }

    private ErroneousAttempt given(TripletMaker maker, ErrorType type) {
        Result<ErroneousAttempt> made = maker.injected(problem, type);
        return made.asOptional()
                .orElseThrow(() -> new LabException("problem " + problem.id()
                        + ": expected an error of a type that it takes ("
                        + labels(maker.injector().injectable(problem)) + "), found " + type.label() + ": "
                        + made.failure().orElse("")));
    }

    private ErroneousAttempt ownOrAny(TripletMaker maker, Optional<TextModel> model) {
        return model.flatMap(asked -> own(maker, asked))
                .or(() -> maker.injector().injectable(problem).stream()
                        .flatMap(type -> maker.injected(problem, type).asOptional().stream())
                        .filter(attempt -> isCorrectable(maker, attempt))
                        .findFirst())
                .orElseThrow(() -> new LabException("problem " + problem.id()
                        + ": expected a problem that takes an error" + " that can be corrected by " + correction.label()
                        + ", found none; try another problem"));
    }

    private Optional<ErroneousAttempt> own(TripletMaker maker, TextModel model) {
        return maker.own(problem, written(model, List.of(problem)).get(0))
                .filter(attempt -> isCorrectable(maker, attempt));
    }

    private static List<Solution> written(TextModel model, List<Problem> problems) {
        return model
                .complete(problems.stream()
                        .map(each -> StudentFormat.request(each, StudentFormat.greedy()))
                        .toList())
                .stream()
                .map(reply -> StudentFormat.read(reply.completions().get(0).text()))
                .toList();
    }

    private BenchChoice with(Problem other) {
        return new BenchChoice(other, Optional.empty(), correction, connection, student);
    }

    /** This choice with the first of the problems in which the student makes an error that can be corrected. */
    Optional<BenchChoice> missed(List<Problem> problems) {
        if (student.isEmpty()) {
            return Optional.empty();
        }
        TripletMaker maker = maker();
        try (TextModel model = LocalModel.open(student.get())) {
            List<Solution> solutions = written(model, problems);
            return IntStream.range(0, problems.size())
                    .filter(i -> maker.own(problems.get(i), solutions.get(i))
                            .filter(attempt -> with(problems.get(i)).isCorrectable(maker, attempt))
                            .isPresent())
                    .mapToObj(i -> with(problems.get(i)))
                    .findFirst();
        }
    }

    /** What the student writes about the problem, with the teacher's verdict. */
    ErrorTypeStudy.Example attempt() {
        Path folder = student.orElseThrow(
                () -> new LabException("student: expected one that attempts the problem, found none; name"
                        + " one by student(…): " + String.join(", ", Students.names())));
        try (TextModel model = LocalModel.open(folder)) {
            Attempt attempt = new Attempt(
                    problem.id() + "/" + model.name(),
                    problem.id(),
                    model.name(),
                    written(model, List.of(problem)).get(0),
                    Optional.empty());
            Analysis verdict = maker().teacher().analyse(problem, attempt.solution());
            return new ErrorTypeStudy.Example(problem, new LabelledAttempt(attempt, problem.goldAnswer(), verdict));
        }
    }

    private boolean isCorrectable(TripletMaker maker, ErroneousAttempt attempt) {
        return maker.correction(problem, attempt, correction).asOptional().isPresent();
    }

    private static String labels(Set<ErrorType> types) {
        return types.stream().sorted().map(ErrorType::label).collect(Collectors.joining(", "));
    }

    /** Names the choices. */
    @Override
    public String toString() {
        return "problem " + problem.id() + ", error "
                + error.map(ErrorType::label).orElse("the student's own") + ", " + correction.label() + ", connection "
                + connection.label() + ", student "
                + student.map(folder -> String.valueOf(folder.getFileName())).orElse("none");
    }
}
