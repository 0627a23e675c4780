package org.lemmalab.notebook;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.report.ErrorTypeReport;
import org.lemmalab.report.TrajectoryView;
import org.lemmalab.report.TripletViews;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.transformer.Students;

/**
 * A bench to try one error at a time on: a problem, an error in it, the way it is corrected, the link between, and a student. Each choice
 * has a default, and each call gives a new bench, so that one can be varied from a common start.
 *
 * <pre>{@code
 * new LabBench().run();
 * new LabBench().problem("stories", 7).error(ErrorType.OPERATOR).connection(ConnectionStyle.PHRASE).run();
 * }</pre>
 */
public final class LabBench {
    private static final int SEARCHED = 60;

    private final BenchChoice choice;

    /** The first story, the student's own error or one injected, Fix &amp; Continue, a smooth link, the project's small student. */
    public LabBench() {
        this(new BenchChoice(
                made(WordProblemSet.STORIES, 1),
                Optional.empty(),
                Strategy.FIX_AND_CONTINUE,
                ConnectionStyle.SMOOTH,
                Surroundings.student()));
    }

    private LabBench(BenchChoice choice) {
        this.choice = choice;
    }

    /**
     * @param set the kind of problem
     * @param number which of its problems, from 1; none of them is in any student's training text
     * @return a bench with that problem
     */
    public LabBench problem(WordProblemSet set, int number) {
        return problem(made(set, number));
    }

    /**
     * @param set the kind of problem by name, for example {@code relations}
     * @param number which of its problems, from 1
     * @return a bench with that problem
     * @throws LabException if there is no such set, naming those that exist
     */
    public LabBench problem(String set, int number) {
        return problem(WordProblemSet.named(set), number);
    }

    /**
     * @param own any problem whose gold solution writes its arithmetic, for example {@code 4*6=24 nuts}
     * @return a bench with that problem
     */
    public LabBench problem(Problem own) {
        return new LabBench(
                new BenchChoice(own, choice.error(), choice.correction(), choice.connection(), choice.student()));
    }

    /**
     * Goes through the first problems of a set until the student makes an error that can be corrected.
     *
     * @param set the kind of problem
     * @return a bench with that problem; this one where there is no student, or it makes no such error
     */
    public LabBench firstMistake(WordProblemSet set) {
        return new LabBench(choice.missed(made(set)).orElse(choice));
    }

    /**
     * @param type of an error that is injected, whatever the student does
     * @return a bench with that error; {@link #errors} says which the problem takes
     */
    public LabBench error(ErrorType type) {
        return new LabBench(new BenchChoice(
                choice.problem(), Optional.of(type), choice.correction(), choice.connection(), choice.student()));
    }

    /**
     * @param type of an error by name, for example {@code context_value}
     * @return a bench with that error
     * @throws LabException if there is no such type, naming those that exist
     */
    public LabBench error(String type) {
        return error(ErrorType.ofLabel(type));
    }

    /**
     * @return a bench with the student's own error; where it makes none that can be corrected, one is injected
     */
    public LabBench ownError() {
        return new LabBench(new BenchChoice(
                choice.problem(), Optional.empty(), choice.correction(), choice.connection(), choice.student()));
    }

    /**
     * @param strategy how the error is corrected
     * @return a bench with that correction
     */
    public LabBench correction(Strategy strategy) {
        return new LabBench(
                new BenchChoice(choice.problem(), choice.error(), strategy, choice.connection(), choice.student()));
    }

    /**
     * @param strategy how the error is corrected by name, for example {@code fresh_and_restart}
     * @return a bench with that correction
     * @throws LabException if there is no such strategy, naming those that exist
     */
    public LabBench correction(String strategy) {
        return correction(Strategy.ofLabel(strategy));
    }

    /**
     * @param style what stands between error and correction
     * @return a bench with that connection
     */
    public LabBench connection(ConnectionStyle style) {
        return new LabBench(
                new BenchChoice(choice.problem(), choice.error(), choice.correction(), style, choice.student()));
    }

    /**
     * @param style what stands between error and correction by name, for example {@code model_aware}
     * @return a bench with that connection
     * @throws LabException if there is no such style, naming those that exist
     */
    public LabBench connection(String style) {
        return connection(ConnectionStyle.ofLabel(style));
    }

    /**
     * @param name of a student that ships with the project, for example {@code small}
     * @return a bench with that student
     * @throws LabException if there is no such student, naming those that exist
     */
    public LabBench student(String name) {
        return student(Students.folder(name));
    }

    /**
     * @param checkpoint the folder of any student, for example of one just fine-tuned
     * @return a bench with that student
     */
    public LabBench student(Path checkpoint) {
        return new LabBench(new BenchChoice(
                choice.problem(), choice.error(), choice.correction(), choice.connection(), Optional.of(checkpoint)));
    }

    /**
     * @return the types of error that the problem takes
     */
    public Set<ErrorType> errors() {
        return BenchChoice.maker().injector().injectable(choice.problem());
    }

    /**
     * @return the problem
     */
    public Problem problem() {
        return choice.problem();
    }

    /**
     * Shows a list for each choice and a button that runs what is chosen. Where the page has no controls, the bench runs as it stands.
     *
     * <p>In JupyterLab and VS Code with the Lemma kernel.
     */
    public void controls() {
        new BenchControls(this).show();
    }

    /** Shows what the student writes about the problem, greedily, with its first wrong step and the type of that error. */
    public void attempt() {
        Show.trajectory(ErrorTypeReport.trajectory(choice.attempt()));
    }

    /** Shows the same error and correction with each connection, side by side. Without a student, none is model-aware. */
    public void runEachConnection() {
        Show.trajectories(Stream.of(ConnectionStyle.values())
                .filter(style ->
                        style != ConnectionStyle.MODEL_AWARE || choice.student().isPresent())
                .map(style -> connection(style).view())
                .toList());
    }

    /** Shows the trajectory. */
    public void run() {
        Show.trajectory(view());
    }

    /**
     * @return what {@link #run} shows
     * @throws LabException as {@link #triplet} does
     */
    public TrajectoryView view() {
        return TripletViews.of(triplet());
    }

    /**
     * @return error, reflection and correction
     * @throws LabException if the problem does not take what was chosen, naming what it takes
     */
    public Triplet triplet() {
        return choice.triplet();
    }

    private static List<Problem> made(WordProblemSet set) {
        return set.generate(SEARCHED, Split.TEST, BenchChoice.SEED).stream()
                .map(WordProblem::problem)
                .toList();
    }

    private static Problem made(WordProblemSet set, int number) {
        if (number < 1) {
            throw new LabException("problem " + set.title() + ": expected a number from 1, found " + number);
        }
        return set.generate(number, Split.TEST, BenchChoice.SEED)
                .get(number - 1)
                .problem();
    }

    /** Names the choices, so that a cell that ends with a bench shows it. */
    @Override
    public String toString() {
        return choice.toString();
    }
}
