package org.lemmalab.notebook.course;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lemmalab.io.Provenance;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.notebook.CourseUnit;
import org.lemmalab.notebook.Exercise;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.reflection.ProgramTeacher;
import org.lemmalab.reflection.Reflection;
import org.lemmalab.reflection.Revision;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.report.TrajectoryView;
import org.lemmalab.solution.StepSplitter;
import tech.tablesaw.api.Table;

/** Unit 4: learning from errors (paper Secs. 3.3 and 3.4). */
public final class LearningUnit implements CourseUnit {
    private static final Teacher TEACHER = ProgramTeacher.standard();
    static final List<Strategy> SHOWN = List.of(
            Strategy.FIX_AND_CONTINUE,
            Strategy.FRESH_AND_RESTART,
            Strategy.FRESH_AND_RESTART,
            Strategy.FIX_AND_CONTINUE);
    private static final int WRONG_STEP = 2;

    private final List<Corrected> corrected = Corrected.samples(TEACHER);
    private final LearningJudge judge = new LearningJudge(this);
    private Optional<MaskedTraining> trained = Optional.empty();

    /**
     * What reflections did in some outputs.
     *
     * @param reflecting outputs with a reflection
     * @param rescued of these, wrong before it and right in the end
     * @param spoiled of these, right before it and wrong in the end
     */
    public record Counts(int reflecting, int rescued, int spoiled) {}

    /** How likely the student that learnt a wrong step finds it, beside the one for which it was masked. */
    public enum Prediction {
        /** No idea yet. */
        UNDECIDED,
        /** Likelier than the other does. */
        LIKELIER,
        /** About as likely. */
        ALIKE,
        /** Less likely. */
        LESS_LIKELY
    }

    @Override
    public String title() {
        return "Learning from errors";
    }

    @Override
    public int exercises() {
        return 7;
    }

    @Override
    public Provenance provenance() {
        Map<String, String> hashes = new TreeMap<>(CourseInputs.samples());
        hashes.putAll(CourseInputs.student());
        return CourseInputs.provenance(this, hashes);
    }

    /**
     * @return a problem with its gold solution
     */
    public Problem problem() {
        return new Problem(
                "course/pears",
                "Noor picks 8 crates of pears with 15 pears in each. She gives 24 pears to her neighbours and packs the rest in bags of 6."
                        + " How many bags does she fill?",
                "She picks 8*15=<<8*15=120>>120 pears.\nThere remain 120-24=<<120-24=96>>96 pears.\nThat fills"
                        + " 96/6=<<96/6=16>>16 bags.",
                "16");
    }

    /**
     * @return a wrong attempt at {@link #problem()}, all of it
     */
    public ErroneousAttempt attempt() {
        return new ErroneousAttempt(
                StepSplitter.numbered(List.of(
                        "She picks 8*15=120 pears.", "There remain 120+24=144 pears.", "That fills 144/6=24 bags.")),
                WRONG_STEP,
                ErrorType.OPERATOR,
                ErrorSource.STUDENT,
                "The pears that are given away are added.",
                "24");
    }

    /**
     * @return a correction by the program, going on from the error
     */
    public Correction correction() {
        return TEACHER.fix(problem(), attempt().truncated(), 1).asOptional().orElseThrow();
    }

    /**
     * @return a link from the error to the correction, worded for it by the program
     */
    public Reflection link() {
        return Connection.smooth(TEACHER)
                .connect(problem(), attempt().truncated(), correction(), 1)
                .asOptional()
                .orElseThrow();
    }

    /**
     * @return four revisions of students' errors, A to D, without the names of their strategies
     */
    public List<TrajectoryView> revisions() {
        return IntStream.range(0, SHOWN.size())
                .mapToObj(i -> CourseViews.of(
                        Hints.letter(i),
                        corrected.get(i).problem().question(),
                        corrected.get(i).revision(SHOWN.get(i))))
                .toList();
    }

    /**
     * @return eight made outputs with reflections, without and with an effect
     */
    public List<TrajectoryView> outputs() {
        return ReflectingOutput.ALL.stream().map(ReflectingOutput::view).toList();
    }

    /**
     * @return five revisions of one error by letter, some of which must not be learnt from
     */
    public Map<String, Revision> candidates() {
        return Candidates.of(problem(), attempt().truncated());
    }

    /**
     * Trains two tiny students on the same eight revisions, with and without the wrong steps masked; once for each unit object.
     *
     * @return mean negative log-likelihood of the wrong steps and of the corrected ones, in nats a token
     */
    public MaskedTraining masked() {
        if (trained.isEmpty()) {
            trained = Optional.of(MaskedTraining.run(corrected));
        }
        return trained.get();
    }

    /**
     * Asks a student how unlikely it finds the corrected step after no link, a phrase and {@link #link()}.
     *
     * @param student a checkpoint folder
     * @return mean negative log-likelihood by connection, in nats a token
     */
    public Table connections(Path student) {
        return ConnectionTable.of(student, TEACHER, problem(), attempt().truncated(), correction());
    }

    List<Corrected> corrected() {
        return corrected;
    }

    /**
     * @return exercise 1: a revision of {@link #attempt()} in your own words
     */
    public Exercise<Revision> revision() {
        return new Exercise<>(this, 1, "error, reflection, correction", judge::revised);
    }

    /**
     * @return exercise 2: the strategies of {@link #revisions()}, in order
     */
    public Exercise<List<Strategy>> strategies() {
        return new Exercise<>(this, 2, "two ways to correct", judge::strategies);
    }

    /**
     * @return exercise 3: the request that scores the corrected step alone, after error and {@link #link()}
     */
    public Exercise<ScoreRequest> scoredStep() {
        return new Exercise<>(this, 3, "what a link is worth", judge::scored);
    }

    /**
     * @return exercise 4: a function from a revision to the spans that are masked when wrong steps are not to be learnt
     */
    public Exercise<Function<Revision, List<Revision.Span>>> maskedSpans() {
        return new Exercise<>(this, 4, "what to mask", judge::spans);
    }

    /**
     * @return exercise 5: what the wrong step's mask does to its likelihood
     */
    public Exercise<Prediction> prediction() {
        return new Exercise<>(this, 5, "does masking matter?", judge::predicted);
    }

    /**
     * @return exercise 6: what reflections did in {@link #outputs()}
     */
    public Exercise<Counts> reflections() {
        return new Exercise<>(this, 6, "reading reflections", LearningJudge::counted);
    }

    /**
     * @return exercise 7: the letters of the {@link #candidates()} that a filter must remove
     */
    public Exercise<Set<String>> filter() {
        return new Exercise<>(this, 7, "what not to learn from", judge::filtered);
    }
}
