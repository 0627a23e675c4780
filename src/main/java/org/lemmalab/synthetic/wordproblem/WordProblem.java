package org.lemmalab.synthetic.wordproblem;

import java.util.Random;
import org.lemmalab.problem.Problem;

/**
 * A synthetic problem.
 *
 * @param problem question, gold solution and answer
 * @param plan the program behind it
 * @param instance the template and its numbers, in one text
 * @param entities the persons and things that it names, in one text
 */
public record WordProblem(Problem problem, Plan plan, String instance, String entities) {
    /**
     * @param question the question
     * @param plan the program
     * @param instance the template and its numbers
     * @param entities the persons and things
     * @param random draws the gold solution's wordings; its order is the plan's own
     * @return the problem, still without a name of its own
     */
    static WordProblem of(String question, Plan plan, String instance, String entities, Random random) {
        String gold = plan.text(plan.naturalOrder(), random);
        return new WordProblem(
                new Problem("draft", question, gold, Long.toString(plan.answer())), plan, instance, entities);
    }

    /**
     * @param random draws order and wordings
     * @return a right solution, one step a line; as a rule another one than the gold solution
     */
    public String solution(Random random) {
        return plan.text(plan.randomOrder(random), random);
    }

    WordProblem named(String id) {
        Problem renamed = new Problem(id, problem.question(), problem.goldSolution(), problem.goldAnswer());
        return new WordProblem(renamed, plan, instance, entities);
    }
}
