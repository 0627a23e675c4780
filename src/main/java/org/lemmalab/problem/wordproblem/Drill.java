package org.lemmalab.problem.wordproblem;

/**
 * An exercise in a skill that solving takes. No error is shown in it.
 *
 * @param id its name, {@code KIND/…/SPLIT/SEED/NUMBER}
 * @param task what to do
 * @param reply how it is done
 */
public record Drill(String id, String task, String reply) {}
