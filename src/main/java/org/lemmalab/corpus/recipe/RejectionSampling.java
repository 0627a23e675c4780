package org.lemmalab.corpus.recipe;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Attempt;

/**
 * RFT (Yuan et al. 2023): the student's own right solutions, one for each list of equations that is not there yet; every equation must
 * hold. The gold solution is kept and counts as the first path.
 */
record RejectionSampling() implements Recipe {
    @Override
    public String name() {
        return "rft";
    }

    @Override
    public String title() {
        return "RFT";
    }

    @Override
    public String description() {
        return "the gold solution and the student's right ones, one for each distinct list of equations that hold";
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.ATTEMPTS);
    }

    @Override
    public void make(ProblemContext material, RecipeContext staff, ExampleCollector drafts) {
        Problem problem = material.problem();
        Set<EquationList> paths = new HashSet<>();
        paths.add(EquationList.of(Texts.goldSteps(problem)));
        drafts.add(problem.question(), Texts.gold(problem), Map.of("kind", "gold"));
        for (Attempt attempt : material.attempts()) {
            List<String> steps = Texts.steps(attempt.solution());
            EquationList path = EquationList.of(steps);
            if (!Texts.isRight(attempt.solution(), problem)) {
                drafts.refuse("the answer is wrong or missing");
            } else if (path.equations().isEmpty()) {
                drafts.refuse("no equation in the solution");
            } else if (!EquationList.hold(steps)) {
                drafts.refuse("an equation does not hold");
            } else if (!paths.add(path)) {
                drafts.refuse("the same equations as another path");
            } else {
                String output = Texts.solved(attempt.solution());
                drafts.add(problem.question(), output, Map.of("kind", "sampled", "model", attempt.model()));
            }
        }
    }
}
