package org.lemmalab.notebook.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lemmalab.mistake.KnownError;
import org.lemmalab.mistake.KnownErrors;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.reflection.Reflection;
import org.lemmalab.reflection.Revision;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Teacher;

/**
 * A student's error of the samples, corrected in both ways with smooth links.
 *
 * @param problem the problem
 * @param fixed the text of Fix &amp; Continue
 * @param restarted the text of Fresh &amp; Restart
 */
record Corrected(Problem problem, Revision fixed, Revision restarted) {
    private static final int WANTED = 8;

    /** The first errors of the samples that are not in the first step and can be corrected in both ways, one a problem. */
    static List<Corrected> samples(Teacher teacher) {
        List<Corrected> all = new ArrayList<>();
        for (KnownError error : KnownErrors.samples()) {
            Problem problem = error.subject().problem();
            boolean seen = all.stream().anyMatch(each -> each.problem().equals(problem));
            if (all.size() < WANTED && !seen && error.firstWrongStep() > 1) {
                of(teacher, error).ifPresent(all::add);
            }
        }
        return List.copyOf(all);
    }

    /** The text of one of the ways. */
    Revision revision(Strategy strategy) {
        return strategy == Strategy.FIX_AND_CONTINUE ? fixed : restarted;
    }

    private static Optional<Corrected> of(Teacher teacher, KnownError error) {
        Problem problem = error.subject().problem();
        ErroneousAttempt attempt = new ErroneousAttempt(
                        error.subject().attempt().solution().steps(),
                        error.firstWrongStep(),
                        error.type(),
                        ErrorSource.STUDENT,
                        "",
                        error.subject().attempt().solution().answer().orElse(""))
                .truncated();
        Optional<Revision> fixed = teacher.fix(problem, attempt, CourseInputs.SEED)
                .asOptional()
                .flatMap(correction -> linked(teacher, problem, attempt, correction));
        Optional<Revision> restarted = teacher.restart(problem, attempt, CourseInputs.SEED)
                .asOptional()
                .flatMap(correction -> linked(teacher, problem, attempt, correction));
        return fixed.flatMap(first -> restarted.map(second -> new Corrected(problem, first, second)));
    }

    private static Optional<Revision> linked(
            Teacher teacher, Problem problem, ErroneousAttempt attempt, Correction correction) {
        Optional<Reflection> link = Connection.smooth(teacher)
                .connect(problem, attempt, correction, CourseInputs.SEED)
                .asOptional();
        return link.map(found -> Revision.of(attempt, found, correction));
    }
}
