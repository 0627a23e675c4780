package org.lemmalab.corpus;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;
import org.lemmalab.reflection.Revision;

/**
 * How a task is put to a model and how it answers (paper App. A.3): the same words in training and at inference. Examples hold the bare
 * task; the form is put around it when they are written for {@code lab train}.
 */
public enum PromptForm {
    /** The paper's inference prompt; its last character is a space, and the answer begins there. */
    PAPER("### Instruction:\n", "\n\n### Response: Let's think step by step. "),
    /** The bare task and a line break, for small students and for chat templates, which bring words of their own. */
    BARE("", "\n");

    private final String before;
    private final String after;

    PromptForm(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /**
     * @return the name on the command line
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param label a name as {@link #label()} gives it
     * @return the form
     * @throws LabException if there is none of that name, naming those that exist
     */
    public static PromptForm ofLabel(String label) {
        return Arrays.stream(values())
                .filter(form -> form.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new LabException("prompt form: expected one of "
                        + Arrays.stream(values()).map(PromptForm::label).collect(Collectors.joining(", ")) + ", found '"
                        + label + "'"));
    }

    /**
     * @param task the bare task, a question as a rule
     * @return the whole prompt, after which the model writes on
     */
    public String prompt(String task) {
        return before + task.strip() + after;
    }

    /**
     * @param task the bare task
     * @return the instruction of a training line: {@code lab train} makes exactly {@link #prompt} of it
     */
    public String instruction(String task) {
        String prompt = prompt(task);
        return prompt.endsWith("\n") ? prompt.substring(0, prompt.length() - 1) : prompt;
    }

    /**
     * @param steps the steps, one a line; may be empty where only the answer is known
     * @param answer the final answer
     * @return a solution that ends "The answer is: …"
     */
    public static String solution(List<String> steps, String answer) {
        return steps.stream().map(step -> step + "\n").collect(Collectors.joining()) + Revision.answerLine(answer);
    }
}
