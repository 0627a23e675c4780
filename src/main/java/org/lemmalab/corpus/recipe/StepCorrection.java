package org.lemmalab.corpus.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Revision;
import org.lemmalab.reflection.Revision.Part;
import org.lemmalab.reflection.Revision.Role;
import org.lemmalab.solution.Step;

/**
 * S3C-Math (Yan et al. 2024): wrong steps stand in a right path, each followed by what is wrong with it and by the step done rightly; the
 * wrong steps are masked. Errors whose good steps begin the same path are put into it together, at most two in one solution.
 */
record StepCorrection() implements Recipe {
    private static final int MOST_ERRORS = 2;

    @Override
    public String name() {
        return "s3c-math";
    }

    @Override
    public String title() {
        return "S3C-Math";
    }

    @Override
    public String description() {
        return "a right path with one or two wrong steps in it, each reflected on and done again; wrong steps are masked";
    }

    @Override
    public void make(ProblemContext material, RecipeContext staff, ExampleCollector drafts) {
        Problem problem = material.problem();
        drafts.add(problem.question(), Texts.gold(problem), Map.of("kind", "gold"));
        List<Corrected> corrected = new ArrayList<>();
        for (ErroneousAttempt error : Errors.of(material, staff, drafts)) {
            Corrected.of(problem, error, staff, drafts).ifPresent(corrected::add);
        }
        List<Corrected> open = new ArrayList<>(corrected);
        while (!open.isEmpty()) {
            Corrected first = open.remove(0);
            List<Corrected> chosen = new ArrayList<>(List.of(first));
            open.stream()
                    .filter(other -> samePath(first, other))
                    .findFirst()
                    .filter(other -> chosen.size() < MOST_ERRORS)
                    .ifPresent(other -> {
                        chosen.add(other);
                        open.remove(other);
                    });
            chosen.sort((a, b) -> a.error().firstWrongStep() - b.error().firstWrongStep());
            write(problem, chosen, drafts);
        }
    }

    /** The same solution, corrected at another step. */
    private static boolean samePath(Corrected one, Corrected other) {
        return one.solution().equals(other.solution())
                && one.error().firstWrongStep() != other.error().firstWrongStep();
    }

    private static void write(Problem problem, List<Corrected> chosen, ExampleCollector drafts) {
        List<Part> parts = new ArrayList<>();
        Corrected last = chosen.get(chosen.size() - 1);
        List<String> path = new ArrayList<>(
                last.error().goodSteps().stream().map(Step::text).toList());
        path.addAll(last.correction().steps());
        for (int i = 0; i < path.size(); i++) {
            int number = i + 1;
            chosen.stream()
                    .filter(each -> each.error().firstWrongStep() == number)
                    .forEach(each -> {
                        parts.add(new Part(Role.WRONG, each.error().wrongStep().text()));
                        parts.add(new Part(Role.REFLECTION, each.link()));
                    });
            parts.add(new Part(Role.GOOD, path.get(i)));
        }
        parts.add(new Part(Role.ANSWER, Revision.answerLine(last.correction().answer())));
        Revision revision = new Revision(parts);
        drafts.add(problem.question(), revision.text(), revision.spans(Role.WRONG), facts(chosen));
    }

    private static Map<String, String> facts(List<Corrected> chosen) {
        Map<String, String> facts = new TreeMap<>(Corrected.facts(chosen.get(0).error(), "step_corrected"));
        facts.put(
                "error_type",
                chosen.stream().map(each -> each.error().type().label()).collect(Collectors.joining(",")));
        facts.put("errors", String.valueOf(chosen.size()));
        return facts;
    }
}
