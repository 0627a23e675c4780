package org.lemmalab.mistake.prompted;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.solution.Step;
import org.lemmalab.solution.StepSplitter;

/** What stands in a prompt's places. */
public final class PromptTexts {
    private PromptTexts() {}

    /**
     * @param problem question and gold solution
     * @return the steps of the gold solution without calculator annotations, as a reader sees them
     */
    public static List<String> goldSteps(Problem problem) {
        return StepSplitter.split(EquationReader.withoutAnnotations(problem.goldSolution())).steps().stream()
                .map(Step::text)
                .toList();
    }

    /**
     * @param steps texts
     * @return a line each, numbered from 1
     */
    public static String numbered(List<String> steps) {
        return IntStream.range(0, steps.size())
                .mapToObj(i -> (i + 1) + ". " + steps.get(i))
                .collect(Collectors.joining("\n"));
    }

    /**
     * @param problem question and gold solution
     * @return its gold solution for a prompt
     */
    public static String solution(Problem problem) {
        List<String> steps = goldSteps(problem);
        return steps.isEmpty() ? "(only the answer is known)" : numbered(steps);
    }

    /**
     * @param prompt a prompt file
     * @param places the places that it must have
     * @throws LabException if it has others
     */
    public static void requirePlaces(PromptTemplate prompt, Set<String> places) {
        if (!prompt.places().equals(places)) {
            throw new LabException("prompt '" + prompt.name() + "': expected the places " + new TreeSet<>(places)
                    + ", found " + prompt.places());
        }
    }

    /**
     * @return every error type by the name that replies must use, with its definition and what decides beside others, a line each
     */
    public static String types() {
        return Arrays.stream(ErrorType.values())
                .map(type -> "  - " + type.label() + ": " + type.definition() + " " + type.tieBreak())
                .collect(Collectors.joining("\n"));
    }
}
