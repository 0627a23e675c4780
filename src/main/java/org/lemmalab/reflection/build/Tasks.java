package org.lemmalab.reflection.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.reflection.filter.Decontamination;
import org.lemmalab.solution.Attempts;

/**
 * Problems joined with the attempts at them, without those that an evaluation set has too.
 *
 * @param problems JSON Lines of problems
 * @param attempts JSON Lines of attempts
 * @param decontamination says which problems an evaluation set has
 * @param readableGold whether gold solutions lose their annotations
 */
record Tasks(Path problems, Optional<Path> attempts, Optional<Decontamination> decontamination, boolean readableGold) {
    private static final Analysis NOT_YET = new Analysis.Undecided(OptionalInt.empty(), "Not analysed yet.");

    /** Writes a task a line, and beside it the lines that are no problems or attempts. */
    void write(Path file, Tally tally) {
        Map<String, Problem> known = new LinkedHashMap<>();
        try (RejectedLines rejected = RejectedLines.beside(file)) {
            JsonLines.forEach(problems, ProblemSet::parseNamed, problem -> keep(problem, known, tally), rejected);
            Map<String, List<LabelledAttempt>> tried = attempts(new ProblemSet(known), rejected);
            tally.add("lines rejected", rejected.count());
            try (LineFile lines = LineFile.create(file)) {
                known.values().stream()
                        .filter(problem -> !isContaminated(problem))
                        .map(problem -> new Task(problem, tried.getOrDefault(problem.id(), List.of())))
                        .forEach(task -> lines.add(task.json()));
                tally.add("problems used", lines.lines());
                if (lines.lines() == 0) {
                    throw new LabException(problems + ": expected problems that no evaluation set has, found none");
                }
                lines.finish();
            }
        }
    }

    private void keep(Problem problem, Map<String, Problem> known, Tally tally) {
        tally.add("problems read");
        if (known.containsKey(problem.id())) {
            tally.add("problem removed: its id is there already");
        } else {
            known.put(problem.id(), readableGold ? readable(problem) : problem);
            if (isContaminated(problem)) {
                tally.add("problem removed: shares words in a row with an evaluation question");
            }
        }
    }

    private boolean isContaminated(Problem problem) {
        return decontamination
                .map(filter -> filter.isContaminated(problem.question()))
                .orElse(false);
    }

    private static Problem readable(Problem problem) {
        String solution = problem.goldSolution()
                .lines()
                .map(EquationReader::withoutAnnotations)
                .collect(Collectors.joining("\n"));
        return new Problem(problem.id(), problem.question(), solution, problem.goldAnswer());
    }

    private Map<String, List<LabelledAttempt>> attempts(ProblemSet known, RejectedLines rejected) {
        Map<String, List<LabelledAttempt>> found = new HashMap<>();
        attempts.ifPresent(file -> Attempts.read(
                file,
                known,
                subject -> found.computeIfAbsent(subject.problem().id(), id -> new ArrayList<>())
                        .add(LabelledAttempt.of(subject, NOT_YET)),
                rejected));
        return found;
    }
}
