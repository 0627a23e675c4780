package org.lemmalab.synthetic.student;

import java.util.Map;
import java.util.Optional;
import org.lemmalab.grading.TextGrader;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.AnswerExtractor;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

/**
 * How the small student is asked and answers, for everything that trains, asks or reads it. The prompt is the question and a line break;
 * the student writes one step a line, a last line {@code The answer is: 42}, and its end token. An example for fine-tuning ({@code
 * instruction}: the question, {@code output}: {@link #response}) is written just so where no chat template is used.
 */
public final class StudentFormat {
    /** More tokens than any sound solution of the shipped student's problems takes. */
    public static final int MOST_TOKENS = 200;

    private static final PromptTemplate PROMPT = PromptTemplate.bundled("student");
    private static final String ANSWER = "The answer is: ";

    private StudentFormat() {}

    /**
     * @param question a question
     * @return the prompt, a line break at its end
     */
    public static String prompt(String question) {
        return PROMPT.fill(Map.of("question", question));
    }

    /**
     * @param steps a solution, one step a line
     * @param answer its answer
     * @return what the student is to write, without the end token
     */
    public static String response(String steps, String answer) {
        return steps + "\n" + ANSWER + answer;
    }

    /**
     * @param problem a problem
     * @param settings how to draw, for example {@link #greedy()}
     * @return the request for a model
     */
    public static CompletionRequest request(Problem problem, SamplingSettings settings) {
        return new CompletionRequest(prompt(problem.question()), settings);
    }

    /**
     * @return the likeliest token every time, at most {@value #MOST_TOKENS}
     */
    public static SamplingSettings greedy() {
        return SamplingSettings.greedy(MOST_TOKENS);
    }

    /**
     * @param reply what the student wrote
     * @return its steps and answer
     */
    public static Solution read(String reply) {
        return StepSplitter.split(reply);
    }

    /**
     * @param reply what the student wrote
     * @return its final answer as written; empty where it gave none, not even in passing
     */
    public static Optional<String> answer(String reply) {
        return AnswerExtractor.standard().extract(reply).answer();
    }

    /**
     * @param line a line that the student wrote
     * @return its words, figures and signs; a student has a token for each, about
     */
    public static int words(String line) {
        return (int) line.strip()
                        .chars()
                        .filter(c -> !Character.isLetterOrDigit(c) && c != ' ')
                        .count()
                + line.strip().split("[^\\p{L}\\p{N}]+").length;
    }

    /**
     * @param reply what the student wrote
     * @param problem the problem
     * @return whether its final answer is known to be right
     */
    public static boolean isRight(String reply, Problem problem) {
        return TextGrader.standard().grade(reply, problem.goldAnswer()).isRight();
    }
}
