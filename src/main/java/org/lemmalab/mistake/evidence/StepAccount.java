package org.lemmalab.mistake.evidence;

import java.util.List;
import org.lemmalab.mistake.Evidence;

/**
 * What the program makes of one step.
 *
 * @param number its number, from 1
 * @param text its text
 * @param claims its equalities, each with whether it holds
 * @param foreign values that neither question nor gold solution nor an earlier step has
 * @param kind the most direct evidence against it
 * @param probability that it is the first wrong one, given that one is
 */
public record StepAccount(
        int number, String text, List<Claim> claims, List<Double> foreign, Evidence.Kind kind, double probability) {
    /** Copies the lists. */
    public StepAccount {
        claims = List.copyOf(claims);
        foreign = List.copyOf(foreign);
    }

    /**
     * @param status a status
     * @return how many of its equalities have it
     */
    public long count(Status status) {
        return claims.stream().filter(claim -> claim.status() == status).count();
    }
}
