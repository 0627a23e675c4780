package org.lemmalab.notebook.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.lemmalab.io.Provenance;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.KnownError;
import org.lemmalab.mistake.KnownErrors;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.notebook.CourseUnit;
import org.lemmalab.notebook.Exercise;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.report.TrajectoryView;
import org.lemmalab.report.TrajectoryView.Part;
import org.lemmalab.report.TrajectoryView.Role;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;

/** Unit 1: errors and their types (paper Sec. 3.2), on the project's samples. */
public final class ErrorsUnit implements CourseUnit {
    private static final List<String> SHOWN =
            List.of("sample/021/a1", "sample/030/a3", "sample/022/a1", "sample/032/a2");
    private static final List<long[][]> TABLES = List.of(
            new long[][] {{45, 5}, {10, 40}}, new long[][] {{30, 20}, {30, 20}}, new long[][] {{90, 5}, {5, 0}});

    private final List<KnownError> errors = new ArrayList<>();

    /**
     * The same error, labelled twice.
     *
     * @param person what the samples' authors say
     * @param analyst what the program says; empty where it does not decide
     */
    public record Labels(ErrorType person, Optional<ErrorType> analyst) {}

    /** Reads the samples. */
    public ErrorsUnit() {
        errors.addAll(KnownErrors.samples());
    }

    @Override
    public String title() {
        return "Errors and their types";
    }

    @Override
    public int exercises() {
        return 6;
    }

    @Override
    public Provenance provenance() {
        return CourseInputs.provenance(this, CourseInputs.samples());
    }

    /**
     * @return the samples' wrong attempts, labelled by their authors
     */
    public List<KnownError> errors() {
        return List.copyOf(errors);
    }

    /**
     * @return four wrong attempts, A to D, without their labels
     */
    public List<TrajectoryView> trajectories() {
        return IntStream.range(0, SHOWN.size()).mapToObj(this::trajectory).toList();
    }

    /**
     * @return each of the samples' errors as a person and as the program labels it
     */
    public List<Labels> labels() {
        ProgramAnalyst analyst = ProgramAnalyst.abstaining();
        return errors.stream()
                .map(error -> new Labels(
                        error.type(),
                        type(analyst.analyse(
                                error.subject().problem(),
                                error.subject().attempt().solution()))))
                .toList();
    }

    /**
     * @return exercise 1: the first wrong step of A to D, in order
     */
    public Exercise<List<Integer>> firstWrongSteps() {
        return new Exercise<>(this, 1, "first wrong steps", answer -> ErrorsJudge.steps(shown(), answer));
    }

    /**
     * @return exercise 2: the error types of A to D, in order
     */
    public Exercise<List<ErrorType>> types() {
        return new Exercise<>(this, 2, "error types", answer -> ErrorsJudge.types(shown(), answer));
    }

    /**
     * @return exercise 3: a function from errors to each type's share among them
     */
    public Exercise<Function<List<KnownError>, Map<ErrorType, Double>>> shares() {
        return new Exercise<>(
                this,
                3,
                "type distribution",
                answer -> ErrorsJudge.sharesOf(answer, errors)
                        .or(() -> ErrorsJudge.sharesOf(answer, errors.subList(0, 10))));
    }

    /**
     * @return exercise 4: a function from an error to its sub-trajectory (paper Sec. 3.1)
     */
    public Exercise<Function<KnownError, List<Step>>> subTrajectory() {
        return new Exercise<>(
                this,
                4,
                "sub-trajectory",
                answer -> errors.stream()
                        .flatMap(error -> ErrorsJudge.cut(error, answer.apply(error)).stream())
                        .findFirst());
    }

    /**
     * @return exercise 5: the share of {@link #labels()} on which person and program agree
     */
    public Exercise<Double> agreement() {
        return new Exercise<>(this, 5, "agreement", answer -> ErrorsJudge.agreement(labels(), answer));
    }

    /**
     * @return exercise 6: a function from a square table of counts to Cohen's kappa
     */
    public Exercise<ToDoubleFunction<long[][]>> kappa() {
        return new Exercise<>(
                this,
                6,
                "Cohen's kappa",
                answer -> TABLES.stream()
                        .flatMap(table -> ErrorsJudge.kappa(table, answer.applyAsDouble(table)).stream())
                        .findFirst());
    }

    private List<KnownError> shown() {
        return IntStream.range(0, SHOWN.size()).mapToObj(this::shown).toList();
    }

    private KnownError shown(int index) {
        return errors.stream()
                .filter(error -> error.subject().attempt().id().equals(SHOWN.get(index)))
                .findFirst()
                .orElseThrow();
    }

    private TrajectoryView trajectory(int index) {
        Solution solution = shown(index).subject().attempt().solution();
        List<Part> parts = new ArrayList<>();
        solution.steps()
                .forEach(step -> parts.add(
                        new Part(Role.STEP, step.number() + ". " + EquationReader.withoutAnnotations(step.text()))));
        solution.answer().ifPresent(answer -> parts.add(new Part(Role.ANSWER, answer)));
        return new TrajectoryView(
                Hints.letter(index), shown(index).subject().problem().question(), List.of(), parts, Optional.empty());
    }

    private static Optional<ErrorType> type(Analysis analysis) {
        return analysis instanceof Analysis.Wrong wrong ? Optional.of(wrong.type()) : Optional.empty();
    }
}
