package org.lemmalab.notebook.course;

import static org.lemmalab.notebook.course.Hints.hint;
import static org.lemmalab.notebook.course.Hints.none;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lemmalab.grading.Grader;
import org.lemmalab.io.Provenance;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.prompt.StudentFormat;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.mistake.ProgramInjector;
import org.lemmalab.notebook.CourseUnit;
import org.lemmalab.notebook.Exercise;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.StepArithmetic;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.reflection.ProgramTeacher;
import org.lemmalab.reflection.Reflection;
import org.lemmalab.reflection.ReflectionFinder;
import org.lemmalab.reflection.Revision;
import org.lemmalab.reflection.Revision.Role;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.report.TrajectoryView;
import org.lemmalab.solution.StepSplitter;
import tech.tablesaw.api.Table;

/** Unit 4: learning from errors (paper Secs. 3.3 and 3.4). */
public final class LearningUnit implements CourseUnit {
    private static final Teacher TEACHER = new ProgramTeacher(new ProgramAnalyst(), new ProgramInjector());
    private static final List<Strategy> SHOWN = List.of(
            Strategy.FIX_AND_CONTINUE,
            Strategy.FRESH_AND_RESTART,
            Strategy.FRESH_AND_RESTART,
            Strategy.FIX_AND_CONTINUE);
    private static final int WRONG_STEP = 2;

    private final List<Corrected> corrected = Corrected.samples(TEACHER);
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
     * Asks a student how unlikely it finds the corrected step behind no link, a phrase and {@link #link()}.
     *
     * @param student a checkpoint folder
     * @return mean negative log-likelihood by connection, in nats a token
     */
    public Table connections(Path student) {
        return ConnectionTable.of(student, TEACHER, problem(), attempt().truncated(), correction());
    }

    /**
     * @return exercise 1: a revision of {@link #attempt()} in your own words
     */
    public Exercise<Revision> revision() {
        return new Exercise<>(this, 1, "error, reflection, correction", this::revised);
    }

    /**
     * @return exercise 2: the strategies of {@link #revisions()}, in order
     */
    public Exercise<List<Strategy>> strategies() {
        return new Exercise<>(this, 2, "two ways to correct", this::strategies);
    }

    /**
     * @return exercise 3: the request that scores the corrected step alone, behind error and {@link #link()}
     */
    public Exercise<ScoreRequest> scoredStep() {
        return new Exercise<>(this, 3, "what a link is worth", this::scored);
    }

    /**
     * @return exercise 4: a function from a revision to the spans that are masked when wrong steps are not to be learnt
     */
    public Exercise<Function<Revision, List<Revision.Span>>> maskedSpans() {
        return new Exercise<>(this, 4, "what to mask", this::spans);
    }

    /**
     * @return exercise 5: what the wrong step's mask does to its likelihood
     */
    public Exercise<Prediction> prediction() {
        return new Exercise<>(this, 5, "does masking matter?", this::predicted);
    }

    /**
     * @return exercise 6: what reflections did in {@link #outputs()}
     */
    public Exercise<Counts> reflections() {
        return new Exercise<>(this, 6, "reading reflections", LearningUnit::counted);
    }

    /**
     * @return exercise 7: the letters of the {@link #candidates()} that a filter must remove
     */
    public Exercise<Set<String>> filter() {
        return new Exercise<>(this, 7, "what not to learn from", this::filtered);
    }

    private Optional<String> revised(Revision found) {
        List<String> wrong = texts(found, Role.WRONG);
        List<String> reflections = texts(found, Role.REFLECTION);
        if (!texts(found, Role.AFTER_ERROR).isEmpty()) {
            return hint(
                    "Your text goes on after the error: '%s'. Where does a sub-trajectory end?",
                    texts(found, Role.AFTER_ERROR).get(0));
        }
        if (!wrong.equals(List.of(attempt().wrongStep().text()))) {
            return hint(
                    "As first wrong step your text has %s. Which step of the attempt first departs from the question?",
                    wrong);
        }
        if (reflections.size() != 1 || !ReflectionFinder.begins(reflections.get(0))) {
            return hint(
                    "As reflection found %s. How do people begin who stop and look again? 'Wait, …' is one way.",
                    reflections);
        }
        return correctionOf(found);
    }

    private Optional<String> correctionOf(Revision found) {
        List<String> steps = texts(found, Role.CORRECTION);
        for (String step : steps) {
            if (StepArithmetic.isFalse(step)) {
                return hint("The correction says '%s'. Does that equation hold?", step);
            }
        }
        if (texts(found, Role.GOOD).stream().anyMatch(steps::contains)) {
            return hint(
                    "The correction repeats a step that was right. Fix & Continue goes on from the error; what is the next thing to compute?");
        }
        String answer =
                texts(found, Role.ANSWER).stream().findFirst().orElse("").replace("The answer is: ", "");
        if (!Grader.standard().equal(answer, problem().goldAnswer())) {
            return hint("The answer is given as '%s'. Follow the question to its end: what is asked for?", answer);
        }
        return steps.stream()
                        .anyMatch(step ->
                                step.matches("(?s).*(?<!\\d)" + problem().goldAnswer() + "(?!\\d).*"))
                ? none()
                : hint(
                        "The answer is right, but no step of the correction comes to it. What can a student learn from that?");
    }

    private Optional<String> strategies(List<Strategy> found) {
        if (found.size() != SHOWN.size()) {
            return hint("Expected %d strategies, one for each of A to D, found %d.", SHOWN.size(), found.size());
        }
        List<Integer> wrong = IntStream.range(0, SHOWN.size())
                .filter(i -> found.get(i) != SHOWN.get(i))
                .boxed()
                .toList();
        return wrong.stream()
                .findFirst()
                .flatMap(i -> hint(
                        "%s: you say %s. Look at the first step behind the reflection: does it take the wrong step's place, or begin from the question?%s",
                        Hints.letter(i), found.get(i).label(), Hints.count(SHOWN.size() - wrong.size(), SHOWN.size())));
    }

    private Optional<String> scored(ScoreRequest found) {
        String step = correction().steps().get(0);
        String link = link().text().strip();
        String prompt = StudentFormat.prompt(problem().question());
        String error = Revision.error(attempt().truncated()).text();
        if (found.continuation().contains(link)) {
            return hint(
                    "The continuation contains the link, so that its words are scored too. Is a long link to count as a bad one?");
        }
        if (!found.continuation().strip().equals(step)) {
            return hint(
                    "The continuation is '%s'. Which one step shows whether the link leads back to the right way?",
                    found.continuation().strip());
        }
        if (!found.prefix().startsWith(prompt)) {
            return hint("The prefix does not begin with the student's prompt. Would the student know the question?");
        }
        if (!found.prefix().contains(error)) {
            return hint("The error is not in the prefix. What would the link speak of?");
        }
        return found.prefix().equals(prompt + error + "\n" + link + "\n")
                ? none()
                : hint(
                        "The prefix ends in '…%s'. Prompt, error, link, each on its own line: what is missing or out of place?",
                        end(found.prefix()));
    }

    private static String end(String text) {
        return text.substring(Math.max(0, text.length() - 40)).replace("\n", "⏎");
    }

    private Optional<String> spans(Function<Revision, List<Revision.Span>> answer) {
        for (Corrected each : corrected) {
            Revision revision = each.revision(Strategy.FIX_AND_CONTINUE);
            List<Revision.Span> found = answer.apply(revision);
            if (!found.equals(revision.spans(Role.WRONG))) {
                return spans(revision, found);
            }
        }
        return none();
    }

    private static Optional<String> spans(Revision revision, List<Revision.Span> found) {
        if (found.isEmpty()) {
            return hint(
                    "Nothing is masked, so the wrong step is learnt like all else. A revision knows where its parts stand.");
        }
        if (!found.containsAll(revision.spans(Role.WRONG))) {
            return hint(
                    "The wrong step is still learnt. You mask %s of '%s…'.",
                    found, revision.text().substring(0, 30));
        }
        return revision.spans(Role.GOOD, Role.REFLECTION).stream().anyMatch(found::contains)
                ? hint("You mask sound steps or the reflection too. What would the student then not learn to write?")
                : hint("You mask more than the wrong step: %s. What is the answer or the correction there for?", found);
    }

    private Optional<String> predicted(Prediction found) {
        if (found == Prediction.UNDECIDED) {
            return hint(
                    "Found no prediction. Think of the loss: what does training do to the probability of a token that is learnt?");
        }
        MaskedTraining result = masked();
        return found == result.outcome()
                ? none()
                : hint(
                        "You say %s. A token that is learnt becomes likelier after what stands before it. Which of the two students was ever"
                                + " told to write the wrong step there?",
                        found.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static Optional<String> counted(Counts found) {
        Counts expected = ReflectingOutput.counts();
        List<String> hints = new ArrayList<>();
        if (found.reflecting() != expected.reflecting()) {
            hints.add("Reflecting: found " + found.reflecting()
                    + ". Count outputs, not lines; does a line begin as one who looks again?");
        }
        if (found.rescued() != expected.rescued()) {
            hints.add("Rescued: found " + found.rescued()
                    + ". That takes something wrong before the reflection and a right answer behind it.");
        }
        if (found.spoiled() != expected.spoiled()) {
            hints.add("Spoiled: found " + found.spoiled()
                    + ". Look at outputs that were right until somebody began to doubt.");
        }
        return hints.isEmpty() ? none() : Optional.of(hints.get(0) + Hints.count(3 - hints.size(), 3));
    }

    private Optional<String> filtered(Set<String> found) {
        Map<String, Revision> all = candidates();
        Set<String> unknown = new TreeSet<>(found);
        unknown.removeAll(all.keySet());
        if (!unknown.isEmpty()) {
            return hint("Expected letters of %s, found %s.", all.keySet(), unknown);
        }
        Set<String> expected = Candidates.bad(problem(), attempt().truncated());
        Set<String> kept = new TreeSet<>(expected);
        kept.removeAll(found);
        Set<String> lost = new TreeSet<>(found);
        lost.removeAll(expected);
        if (!lost.isEmpty()) {
            return hint("You remove %s. What is wrong with its answer, its equations or its words?", first(lost));
        }
        return kept.isEmpty()
                ? none()
                : hint(
                        "You remove %d, and more of them are unsound. Check each kept one: answer, equations, and whether the reflection knows"
                                + " something that the student cannot know.",
                        found.size());
    }

    private static String first(Set<String> letters) {
        return letters.stream().limit(1).collect(Collectors.joining());
    }

    private static List<String> texts(Revision revision, Role role) {
        return revision.parts().stream()
                .filter(part -> part.role() == role)
                .map(Revision.Part::text)
                .toList();
    }
}
