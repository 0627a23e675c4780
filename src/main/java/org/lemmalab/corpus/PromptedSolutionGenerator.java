package org.lemmalab.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lemmalab.grading.Grader;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.meter.Price;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.mistake.Giveaway;
import org.lemmalab.mistake.prompted.PromptTexts;
import org.lemmalab.mistake.prompted.PromptedSettings;
import org.lemmalab.mistake.prompted.ReplyFields;
import org.lemmalab.mistake.prompted.TeachingModel;
import org.lemmalab.mistake.prompted.WorkedReply;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.NumbersInText;
import org.lemmalab.solution.Solution;

/**
 * Any language model as the author of solutions, wordings and problems. Replies are checked as far as they can be: a rewording has the
 * question's numbers and no others, a statement asks nothing and has the answer, a new problem is another one and its solution's
 * arithmetic holds. What fails is refused with its reason.
 */
public final class PromptedSolutionGenerator implements SolutionGenerator {
    private static final int ID_DIGITS = 12;

    private final TeachingModel model;
    private final PromptTemplate solve = PromptTemplate.bundled("author-solve");
    private final PromptTemplate rephrase = PromptTemplate.bundled("author-rephrase");
    private final PromptTemplate statement = PromptTemplate.bundled("author-statement");
    private final PromptTemplate similar = PromptTemplate.bundled("author-similar");

    private PromptedSolutionGenerator(TeachingModel model) {
        this.model = model;
    }

    /**
     * @param model who is asked; stays the caller's to close
     * @param price of its tokens
     * @param settings how it is asked
     * @return the author, with the toolkit's prompts
     */
    public static PromptedSolutionGenerator over(TextModel model, Price price, PromptedSettings settings) {
        return new PromptedSolutionGenerator(new TeachingModel(model, price, settings));
    }

    @Override
    public String name() {
        return model.model().name();
    }

    /**
     * @return SHA-256 of each prompt file that is used, by the prompt's name
     */
    public Map<String, String> promptHashes() {
        return Stream.of(solve, rephrase, statement, similar)
                .collect(Collectors.toUnmodifiableMap(PromptTemplate::name, PromptTemplate::hash));
    }

    /** The gold solution is not shown; whether the answer is right is for the caller to grade. */
    @Override
    public Result<Solution> solve(Problem problem, long seed) {
        return ask(solve, problem, seed, fields -> WorkedReply.of(fields).solution());
    }

    @Override
    public Result<Problem> rephrase(Problem problem, long seed) {
        return ask(rephrase, problem, seed, fields -> readRephrased(fields, problem, seed));
    }

    @Override
    public Result<String> statement(Problem problem, long seed) {
        return ask(statement, problem, seed, fields -> readStatement(fields, problem));
    }

    @Override
    public Result<Problem> similar(Problem problem, long seed) {
        return ask(similar, problem, seed, fields -> readSimilar(fields, problem, seed));
    }

    private <T> Result<T> ask(PromptTemplate prompt, Problem problem, long seed, Function<ReplyFields, T> reader) {
        Map<String, String> values = new HashMap<>(Map.of(
                "question", problem.question(),
                "solution", PromptTexts.solution(problem),
                "gold_answer", problem.goldAnswer()));
        values.keySet().retainAll(prompt.places());
        return model.ask(new TeachingModel.Asked(prompt, values, problem.question(), seed), reader);
    }

    private static Problem readRephrased(ReplyFields fields, Problem problem, long seed) {
        String question = fields.text("question");
        Giveaway.SOURCE.refuse(problem.question(), List.of(question));
        if (isSame(question, problem.question())) {
            throw new LabException("the rewording is the question itself");
        }
        if (!sorted(question).equals(sorted(problem.question()))) {
            throw new LabException("the rewording has other numbers than the question");
        }
        return new Problem(
                id(problem, "rephrased", seed, question), question, problem.goldSolution(), problem.goldAnswer());
    }

    private static String readStatement(ReplyFields fields, Problem problem) {
        String text = fields.text("statement");
        Giveaway.SOURCE.refuse(problem.question(), List.of(text));
        if (text.contains("?") || text.contains("？")) {
            throw new LabException("the statement asks a question");
        }
        List<?> answer = NumbersInText.read(problem.goldAnswer());
        if (!NumbersInText.read(text).containsAll(answer)) {
            throw new LabException("the statement does not have the answer");
        }
        if (!NumbersInText.read(text).containsAll(NumbersInText.read(problem.question()))) {
            throw new LabException("the statement leaves out a number of the question");
        }
        return text;
    }

    private static Problem readSimilar(ReplyFields fields, Problem problem, long seed) {
        String question = fields.text("question");
        WorkedReply worked = WorkedReply.of(fields).sound();
        Giveaway.SOURCE.refuse(problem.question(), List.of(question));
        if (isSame(question, problem.question())) {
            throw new LabException("the new problem is the question itself");
        }
        if (!Grader.standard().equal(worked.answer(), worked.answer())) {
            throw new LabException("the new problem's answer cannot be graded");
        }
        return new Problem(
                id(problem, "similar", seed, question), question, String.join("\n", worked.steps()), worked.answer());
    }

    private static boolean isSame(String one, String other) {
        return one.replaceAll("\\s+", " ")
                .strip()
                .equalsIgnoreCase(other.replaceAll("\\s+", " ").strip());
    }

    private static List<?> sorted(String text) {
        return NumbersInText.read(text).stream().distinct().sorted().toList();
    }

    /** Another text has another name, so that two replies of one problem do not collide. */
    private static String id(Problem problem, String kind, long seed, String question) {
        String hash = Hashes.sha256(seed + " " + question).substring(0, ID_DIGITS);
        return problem.id() + "/" + kind + "/" + hash;
    }
}
