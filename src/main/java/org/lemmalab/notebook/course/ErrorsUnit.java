package org.lemmalab.notebook.course;

import static org.lemmalab.notebook.course.Hints.hint;
import static org.lemmalab.notebook.course.Hints.near;
import static org.lemmalab.notebook.course.Hints.none;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.lemmalab.io.Provenance;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.AgreementTable;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Kappa;
import org.lemmalab.mistake.KnownError;
import org.lemmalab.mistake.KnownErrors;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.notebook.CourseUnit;
import org.lemmalab.notebook.Exercise;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.problem.Samples;
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
        ProblemSet problems = ProblemSet.read(Samples.problems(), RejectedLines.refusing());
        KnownErrors.read(Samples.attempts(), problems, errors::add, RejectedLines.refusing());
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
        ProgramAnalyst analyst = new ProgramAnalyst();
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
        return new Exercise<>(this, 1, "first wrong steps", this::steps);
    }

    /**
     * @return exercise 2: the error types of A to D, in order
     */
    public Exercise<List<ErrorType>> types() {
        return new Exercise<>(this, 2, "error types", this::types);
    }

    /**
     * @return exercise 3: a function from errors to each type's share among them
     */
    public Exercise<Function<List<KnownError>, Map<ErrorType, Double>>> shares() {
        return new Exercise<>(
                this,
                3,
                "type distribution",
                answer -> sharesOf(answer, errors).or(() -> sharesOf(answer, errors.subList(0, 10))));
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
                        .flatMap(error -> cut(error, answer.apply(error)).stream())
                        .findFirst());
    }

    /**
     * @return exercise 5: the share of {@link #labels()} on which person and program agree
     */
    public Exercise<Double> agreement() {
        return new Exercise<>(this, 5, "agreement", this::agreement);
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
                        .flatMap(table -> kappa(table, answer.applyAsDouble(table)).stream())
                        .findFirst());
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

    private Optional<String> steps(List<Integer> found) {
        if (found.size() != SHOWN.size()) {
            return hint("Expected %d numbers, one for each of A to D, found %d.", SHOWN.size(), found.size());
        }
        List<String> hints = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            step(i, found.get(i)).ifPresent(hints::add);
        }
        return hints.stream().findFirst().map(first -> first + Hints.count(found.size() - hints.size(), found.size()));
    }

    private Optional<String> step(int index, int found) {
        int most = shown(index).subject().attempt().solution().steps().size();
        int expected = shown(index).firstWrongStep();
        String letter = Hints.letter(index);
        if (found < 1 || found > most) {
            return hint("%s: steps count from 1 to %d, found %d.", letter, most, found);
        }
        if (found < expected) {
            return hint(
                    "%s: step %d holds. All that it uses stands in the question or follows from it. Go on reading.",
                    letter, found);
        }
        return found == expected
                ? none()
                : hint(
                        "%s: before step %d something was wrong already. Where do its numbers come from?",
                        letter, found);
    }

    private Optional<String> types(List<ErrorType> found) {
        if (found.size() != SHOWN.size()) {
            return hint("Expected %d types, one for each of A to D, found %d.", SHOWN.size(), found.size());
        }
        List<Integer> wrong = IntStream.range(0, found.size())
                .filter(i -> found.get(i) != shown(i).type())
                .boxed()
                .toList();
        return wrong.stream()
                .findFirst()
                .flatMap(i -> hint(
                        "%s: you say %s, which means: %s. Hold that against the first wrong step, word by word."
                                + " What does the step get wrong: its arithmetic, a number, or the reason for it?%s",
                        Hints.letter(i),
                        found.get(i).title(),
                        found.get(i).definition().replaceFirst("\\.$", ""),
                        Hints.count(found.size() - wrong.size(), found.size())));
    }

    private static Optional<String> sharesOf(
            Function<List<KnownError>, Map<ErrorType, Double>> answer, List<KnownError> all) {
        Map<ErrorType, Double> found = answer.apply(all);
        if (found.isEmpty()) {
            return hint("Of %d errors your map holds no type. Which type does each error have?", all.size());
        }
        double sum = found.values().stream().mapToDouble(Double::doubleValue).sum();
        if (near(sum, all.size())) {
            return hint("Your values add up to %.0f, the number of errors: these are counts. Shares add up to?", sum);
        }
        if (!near(sum, 1)) {
            return hint(
                    "For %d errors your values add up to %.3f. Shares of a whole add up to 1. What do you divide by?",
                    all.size(), sum);
        }
        Map<ErrorType, Double> expected = new EnumMap<>(ErrorType.class);
        all.forEach(error -> expected.merge(error.type(), 1.0 / all.size(), Double::sum));
        return expected.entrySet().stream()
                .filter(entry -> !near(found.getOrDefault(entry.getKey(), 0.0), entry.getValue()))
                .findFirst()
                .flatMap(entry -> hint(
                        "Your values add up to 1, but among %d errors you find %.3f for %s. Count those by hand.",
                        all.size(),
                        found.getOrDefault(entry.getKey(), 0.0),
                        entry.getKey().title()));
    }

    private static Optional<String> cut(KnownError error, List<Step> found) {
        List<Step> all = error.subject().attempt().solution().steps();
        if (found.equals(all.subList(0, error.firstWrongStep()))) {
            return none();
        }
        String where = String.format(
                "%s has %d steps and goes wrong at step %d; you keep %d. ",
                error.subject().attempt().id(), all.size(), error.firstWrongStep(), found.size());
        if (found.size() < error.firstWrongStep()) {
            return Optional.of(where + "What would a reflection speak of, if the error itself is not in the text?");
        }
        return Optional.of(where
                + (found.size() > error.firstWrongStep()
                        ? "What is there to learn from steps that only build on the error?"
                        : "They are as many as should be, but not the first ones."));
    }

    private Optional<String> agreement(double found) {
        List<Labels> labels = labels();
        long decided =
                labels.stream().filter(label -> label.analyst().isPresent()).count();
        double same = labels.stream()
                .filter(label -> label.analyst().equals(Optional.of(label.person())))
                .count();
        if (near(found, same / labels.size())) {
            return none();
        }
        if (decided < labels.size() && near(found, same / decided)) {
            return hint(
                    "Found %.3f, the agreement where the program decides. Does saying nothing count as agreeing?",
                    found);
        }
        if (found > 1) {
            return hint("Found %.3f; a share lies between 0 and 1. Divide what by what?", found);
        }
        return near(found, 1 - same / labels.size())
                ? hint("Found %.3f, the share on which they differ.", found)
                : hint("Found %.3f. Of %d errors, on how many do both name the same type?", found, labels.size());
    }

    private static Optional<String> kappa(long[][] table, double found) {
        AgreementTable counts = new AgreementTable(List.of("first", "second"));
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                counts.add(counts.categories().get(i), counts.categories().get(j), table[i][j]);
            }
        }
        Kappa kappa = counts.kappa().orElseThrow();
        if (near(found, kappa.value())) {
            return none();
        }
        String where = String.format(
                "For the table [%d, %d], [%d, %d] found %.3f",
                table[0][0], table[0][1], table[1][0], table[1][1], found);
        if (near(found, kappa.observed())) {
            return Optional.of(where
                    + ", the raw agreement. How often would two people agree who only guess, each at their own rates?");
        }
        if (near(found, kappa.expected())) {
            return Optional.of(where + ", the agreement expected by chance. How far above it is what was observed?");
        }
        return near(found, kappa.observed() - kappa.expected())
                ? Optional.of(where + ", the gain over chance. How large could that gain have been at most?")
                : Optional.of(where
                        + ". Take rows and columns one by one: whose rates are the row sums, whose the column sums?");
    }

    private static Optional<ErrorType> type(Analysis analysis) {
        return analysis instanceof Analysis.Wrong wrong ? Optional.of(wrong.type()) : Optional.empty();
    }
}
