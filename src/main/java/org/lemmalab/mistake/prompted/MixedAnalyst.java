package org.lemmalab.mistake.prompted;

import java.util.EnumSet;
import java.util.Set;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.mistake.Evidence;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.mistake.VotedAnalysis;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;

/**
 * The program where its evidence is direct, a model for the rest. A right answer, a refuted step and a step with a foreign value, at or
 * above the least confidence and with a type that is no guess, are the program's; everything else is asked.
 *
 * @param program the program; it should abstain below the least confidence
 * @param model asked for the rest, for example {@link PromptedAnalyst#withEvidence}
 */
public record MixedAnalyst(Analyst program, Analyst model) implements Analyst {
    private static final Set<Evidence.Kind> DIRECT = EnumSet.of(Evidence.Kind.REFUTED, Evidence.Kind.FOREIGN);

    /** Checks that both are there. */
    public MixedAnalyst {
        if (program == null || model == null) {
            throw new LabException("mixed analyst: expected a program and a model");
        }
    }

    /**
     * @param model asked where the program's evidence is not direct
     * @return with the program that abstains below its standard confidence
     */
    public static MixedAnalyst over(TeachingModel model) {
        return new MixedAnalyst(ProgramAnalyst.abstaining(), PromptedAnalyst.withEvidence(model));
    }

    @Override
    public Analysis analyse(Problem problem, Solution attempt) {
        return judge(problem, attempt).analysis();
    }

    @Override
    public VotedAnalysis judge(Problem problem, Solution attempt) {
        Analysis found = program.analyse(problem, attempt);
        return isDirect(found) ? VotedAnalysis.of(found) : model.judge(problem, attempt);
    }

    private static boolean isDirect(Analysis found) {
        return found instanceof Analysis.Correct
                || found instanceof Analysis.Wrong wrong
                        && DIRECT.contains(wrong.evidence().kind());
    }
}
