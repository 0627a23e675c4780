package org.lemmalab.report.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lemmalab.experiment.study.Case;
import org.lemmalab.reflection.ReflectionFinder;
import org.lemmalab.report.TrajectoryView;
import org.lemmalab.report.TrajectoryView.Part;
import org.lemmalab.report.TrajectoryView.Role;
import org.lemmalab.solution.AnswerExtractor;
import org.lemmalab.synthetic.plan.PlanTrajectory;

/**
 * Cases in the trajectory view. Relations problems are judged line by line. Of others the text alone tells where a reflection stands, which
 * line it takes back and what is written after it; it does not tell whether that line was wrong, so none is called so.
 */
final class CaseViews {
    /** A reflection within a line. */
    private static final Pattern TURN = Pattern.compile("(?<=\\S)\\s+(?=(?i:wait|hold on|hmm+)\\b)");

    private CaseViews() {}

    static TrajectoryView of(Case shown) {
        String answer = shown.isRight() ? "answer right" : "answer wrong";
        String text = TURN.matcher(shown.text()).replaceAll("\n");
        List<Part> parts = PlanTrajectory.judge(shown.question(), text)
                .map(CaseViews::judged)
                .orElseGet(() -> told(text));
        return new TrajectoryView(
                shown.title(),
                shown.question(),
                List.of(shown.method(), answer),
                parts,
                Optional.of("Problem " + shown.problem() + "; the right answer is " + shown.goldAnswer() + "."));
    }

    private static List<Part> judged(PlanTrajectory trajectory) {
        List<Part> parts = new ArrayList<>();
        boolean isAfter = false;
        for (PlanTrajectory.Line line : trajectory.lines()) {
            isAfter |= line.kind() == PlanTrajectory.Kind.REFLECTION;
            Role right = isAfter ? Role.CORRECTION : Role.GOOD;
            Role role = switch (line.kind()) {
                case REFLECTION -> Role.REFLECTION;
                case ANSWER -> Role.ANSWER;
                case STEP -> line.error().isEmpty() ? right : Role.ERROR;
            };
            parts.add(new Part(role, line.text()));
        }
        return parts;
    }

    private static List<Part> told(String text) {
        List<Part> parts = new ArrayList<>();
        ReflectionFinder.lines(text).forEach(line -> add(parts, line));
        return parts;
    }

    private static void add(List<Part> parts, ReflectionFinder.Line line) {
        boolean isAfter = parts.stream().anyMatch(part -> part.role() == Role.REFLECTION);
        if (line.reflects()) {
            takeBack(parts);
            parts.add(new Part(Role.REFLECTION, line.text()));
            return;
        }
        boolean answers = AnswerExtractor.strict().extract(line.text()).answer().isPresent();
        Role step = isAfter ? Role.CORRECTION : Role.STEP;
        parts.add(new Part(answers ? Role.ANSWER : step, line.text()));
    }

    private static void takeBack(List<Part> parts) {
        if (parts.isEmpty()) {
            return;
        }
        Part last = parts.get(parts.size() - 1);
        if (last.role() != Role.REFLECTION) {
            parts.set(parts.size() - 1, new Part(Role.QUESTIONED, last.text()));
        }
    }
}
