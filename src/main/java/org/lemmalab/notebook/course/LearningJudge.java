package org.lemmalab.notebook.course;

import static org.lemmalab.notebook.course.Hints.hint;
import static org.lemmalab.notebook.course.Hints.none;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lemmalab.grading.Grader;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.notebook.course.LearningUnit.Counts;
import org.lemmalab.notebook.course.LearningUnit.Prediction;
import org.lemmalab.problem.program.StepArithmetic;
import org.lemmalab.reflection.ReflectionFinder;
import org.lemmalab.reflection.Revision;
import org.lemmalab.reflection.Revision.Role;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.synthetic.student.StudentFormat;

/**
 * How the exercises of {@link LearningUnit} are judged.
 *
 * @param unit the unit
 */
record LearningJudge(LearningUnit unit) {
    Optional<String> revised(Revision found) {
        List<String> wrong = texts(found, Role.WRONG);
        List<String> reflections = texts(found, Role.REFLECTION);
        if (!texts(found, Role.AFTER_ERROR).isEmpty()) {
            return hint(
                    "Your text goes on after the error: '%s'. Where does a sub-trajectory end?",
                    texts(found, Role.AFTER_ERROR).get(0));
        }
        if (!wrong.equals(List.of(unit.attempt().wrongStep().text()))) {
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
        if (!Grader.standard().equal(answer, unit.problem().goldAnswer())) {
            return hint("The answer is given as '%s'. Follow the question to its end: what is asked for?", answer);
        }
        return steps.stream()
                        .anyMatch(step ->
                                step.matches("(?s).*(?<!\\d)" + unit.problem().goldAnswer() + "(?!\\d).*"))
                ? none()
                : hint(
                        "The answer is right, but no step of the correction comes to it. What can a student learn from that?");
    }

    Optional<String> strategies(List<Strategy> found) {
        if (found.size() != LearningUnit.SHOWN.size()) {
            return hint(
                    "Expected %d strategies, one for each of A to D, found %d.",
                    LearningUnit.SHOWN.size(), found.size());
        }
        List<Integer> wrong = IntStream.range(0, LearningUnit.SHOWN.size())
                .filter(i -> found.get(i) != LearningUnit.SHOWN.get(i))
                .boxed()
                .toList();
        return wrong.stream()
                .findFirst()
                .flatMap(i -> hint(
                        "%s: you say %s. Look at the first step behind the reflection: does it take the wrong step's place, or begin from the question?%s",
                        Hints.letter(i),
                        found.get(i).label(),
                        Hints.count(LearningUnit.SHOWN.size() - wrong.size(), LearningUnit.SHOWN.size())));
    }

    Optional<String> scored(ScoreRequest found) {
        String step = unit.correction().steps().get(0);
        String link = unit.link().text().strip();
        String prompt = StudentFormat.prompt(unit.problem().question());
        String error = Revision.error(unit.attempt().truncated()).text();
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

    Optional<String> spans(Function<Revision, List<Revision.Span>> answer) {
        for (Corrected each : unit.corrected()) {
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

    static Optional<String> counted(Counts found) {
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

    Optional<String> predicted(Prediction found) {
        if (found == Prediction.UNDECIDED) {
            return hint(
                    "Found no prediction. Think of the loss: what does training do to the probability of a token that is learnt?");
        }
        MaskedTraining result = unit.masked();
        return found == result.outcome()
                ? none()
                : hint(
                        "You say %s. A token that is learnt becomes likelier after what stands before it. Which of the two students was ever"
                                + " told to write the wrong step there?",
                        found.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    Optional<String> filtered(Set<String> found) {
        Map<String, Revision> all = unit.candidates();
        Set<String> unknown = new TreeSet<>(found);
        unknown.removeAll(all.keySet());
        if (!unknown.isEmpty()) {
            return hint("Expected letters of %s, found %s.", all.keySet(), unknown);
        }
        Set<String> expected = Candidates.bad(unit.problem(), unit.attempt().truncated());
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
