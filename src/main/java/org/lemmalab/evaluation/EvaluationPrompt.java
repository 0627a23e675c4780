package org.lemmalab.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lemmalab.io.Hashes;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.problem.Problem;

/** The prompts of an evaluation: a template, with worked examples before the question where a set wants them. */
public final class EvaluationPrompt {
    private EvaluationPrompt() {}

    /**
     * @param template with the one place {@code {{question}}}
     * @param shots worked examples; none leaves the template as it is
     * @return the template with the examples before it, each in the template's own form and ending in "The answer is: …"; its hash
     *     covers them
     */
    public static PromptTemplate of(PromptTemplate template, List<Problem> shots) {
        if (shots.isEmpty()) {
            return template;
        }
        String examples = shots.stream().map(shot -> example(template, shot)).collect(Collectors.joining());
        String text = examples + template.text();
        String name = template.name() + "-" + shots.size() + "-shot";
        return new PromptTemplate(name, template.version(), text, Hashes.sha256(template.hash() + "\n" + text));
    }

    private static String example(PromptTemplate template, Problem shot) {
        return template.fill(Map.of("question", shot.question())).stripTrailing() + " " + shot.goldSolution()
                + "\nThe answer is: " + shot.goldAnswer() + "\n\n";
    }
}
