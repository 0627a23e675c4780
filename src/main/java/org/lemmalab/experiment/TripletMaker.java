package org.lemmalab.experiment;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lemmalab.grading.Grader;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Provenance;
import org.lemmalab.io.Seeds;
import org.lemmalab.llm.TextModel;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.mistake.InjectionCheck;
import org.lemmalab.mistake.Injector;
import org.lemmalab.mistake.VerifiedInjector;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.reflection.LinkChooser;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.reflection.TripletOrigin;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.Step;
import org.lemmalab.synthetic.plan.PlanTeacher;
import org.lemmalab.synthetic.student.StudentFormat;

/**
 * Makes triplets one at a time, each part where it can be seen; sets of them are made by {@link
 * org.lemmalab.reflection.build.TripletRun}.
 *
 * @param teacher finds errors, corrects them and words links
 * @param injector injects errors
 * @param seed decides every choice
 */
public record TripletMaker(Teacher teacher, Injector injector, long seed) {
    /** Links that a student chooses from. */
    private static final int CANDIDATES = 4;

    /** Hexadecimal digits of an error's hash in a triplet's name. */
    private static final int FINGERPRINT = 8;

    /** The teacher of synthetic problems. */
    private static final Teacher MADE = PlanTeacher.standard();

    /**
     * @param seed decides every choice
     * @return one for synthetic problems, whose solutions are exact programs; injected errors are kept only where they are found again
     */
    public static TripletMaker ofMade(long seed) {
        Injector checked = new VerifiedInjector(MADE, InjectionCheck.with(MADE), VerifiedInjector.ATTEMPTS);
        return new TripletMaker(MADE, checked, seed);
    }

    /**
     * @param problem question and gold solution
     * @param solution what a student wrote
     * @return its error, cut after the first wrong step; empty where none is found, or where the answer is right all the same
     */
    public Optional<ErroneousAttempt> own(Problem problem, Solution solution) {
        boolean isRight = solution.answer()
                .filter(answer -> Grader.standard().equal(answer, problem.goldAnswer()))
                .isPresent();
        return !isRight
                        && teacher.analyse(problem, solution) instanceof Analysis.Wrong wrong
                        && wrong.firstWrongStep() <= solution.steps().size()
                ? Optional.of(new ErroneousAttempt(
                                solution.steps(),
                                wrong.firstWrongStep(),
                                wrong.type(),
                                ErrorSource.STUDENT,
                                wrong.explanation(),
                                solution.answer().orElse(""))
                        .truncated())
                : Optional.empty();
    }

    /**
     * @param problem question and gold solution
     * @param type of the error
     * @return the error, injected and cut after the first wrong step, or why there is none
     */
    public Result<ErroneousAttempt> injected(Problem problem, ErrorType type) {
        return injector.inject(problem, type, Seeds.derive(seed, problem.id()))
                .then(injection -> Result.success(truncated(injection)));
    }

    private static ErroneousAttempt truncated(Injection injection) {
        return new ErroneousAttempt(
                        injection.solution().steps(),
                        injection.firstWrongStep(),
                        injection.type(),
                        ErrorSource.TEACHER,
                        injection.explanation(),
                        injection.solution().answer().orElse(""))
                .truncated();
    }

    /**
     * @param problem question and gold solution
     * @param attempt the error
     * @param strategy how it is corrected
     * @return the correction, or why there is none
     */
    public Result<Correction> correction(Problem problem, ErroneousAttempt attempt, Strategy strategy) {
        return switch (strategy) {
            case FIX_AND_CONTINUE -> teacher.fix(problem, attempt, seed);
            case FRESH_AND_RESTART -> teacher.restart(problem, attempt, Seeds.derive(seed, problem.id(), strategy));
        };
    }

    /**
     * @param student whose error it is, for the record
     * @param problem question and gold solution
     * @param attempt the error
     * @param strategy how it is corrected
     * @param connection what stands between error and correction
     * @return the triplet, named after problem, error, strategy and connection so that no two share a name; or why there is none
     */
    public Result<Triplet> triplet(
            String student, Problem problem, ErroneousAttempt attempt, Strategy strategy, Connection connection) {
        TripletOrigin origin =
                new TripletOrigin(student, teacher.name(), seed, teacher.promptHashes(), Provenance.toolkitVersion());
        String id = String.join(
                "/",
                problem.id(),
                fingerprint(attempt),
                strategy.label(),
                connection.style().label());
        return correction(problem, attempt, strategy)
                .then(correction -> connection
                        .connect(problem, attempt, correction, Seeds.derive(seed, problem.id()))
                        .then(link -> Result.success(new Triplet(id, problem, attempt, link, correction, origin))));
    }

    /** Tells the errors of one problem apart. */
    private static String fingerprint(ErroneousAttempt attempt) {
        String text = attempt.steps().stream().map(Step::text).collect(Collectors.joining("\n"));
        return Hashes.sha256(text).substring(0, FINGERPRINT);
    }

    /**
     * @param style what stands between error and correction
     * @param student chooses the link that is model-aware; not asked for the others
     * @return the connection
     * @throws LabException if the style needs a student and there is none, naming the other styles
     */
    public Connection connection(ConnectionStyle style, Optional<TextModel> student) {
        return style.connection(teacher, () -> new LinkChooser(chooser(student), StudentFormat::prompt, CANDIDATES));
    }

    private static TextModel chooser(Optional<TextModel> student) {
        return student.orElseThrow(() -> new LabException("connection " + ConnectionStyle.MODEL_AWARE.label()
                + ": expected a student that chooses, found none; choose a student, or one of "
                + Arrays.stream(ConnectionStyle.values())
                        .filter(style -> style != ConnectionStyle.MODEL_AWARE)
                        .map(ConnectionStyle::label)
                        .collect(Collectors.joining(", "))));
    }
}
