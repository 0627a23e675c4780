package org.lemmalab.mistake.evidence;

import java.util.List;
import org.lemmalab.mistake.departure.PathCheck.Place;

/**
 * What is known of one step beside the gold solution.
 *
 * @param number its number, from 1
 * @param text its text
 * @param claims its equalities with what they come to
 * @param uses its equations of numbers in the derivation of the answer
 * @param goldTerms the share of its expressions that the gold solution has
 * @param goldResults results that the gold solution has, too
 * @param newGoldResults those that no earlier step has
 * @param foreign results that neither question nor gold solution nor an earlier step has
 * @param unexplained numbers that neither question, gold solution, common knowledge nor an earlier step has
 * @param tainted whether it goes on with a foreign or false result of an earlier step
 * @param bringsAnswer whether the final answer stands here first
 * @param repeats whether it has no value that no earlier step has
 * @param hasNumbers whether it has any number
 * @param overlap the share of its words that question or gold solution has
 * @param isGoldLine whether the gold solution has the same line
 * @param likeness how it reads beside the lines of the gold solution
 */
record StepFacts(
        int number,
        String text,
        List<Claim> claims,
        List<Derivation.Use> uses,
        double goldTerms,
        int goldResults,
        int newGoldResults,
        List<Double> foreign,
        List<Double> unexplained,
        boolean tainted,
        boolean bringsAnswer,
        boolean repeats,
        boolean hasNumbers,
        double overlap,
        boolean isGoldLine,
        Likeness likeness) {
    boolean isFalse() {
        return claims.stream()
                .anyMatch(
                        claim -> claim.status() == Status.FAILS && claim.link().isClosed());
    }

    boolean isFalseAlgebra() {
        return claims.stream()
                .anyMatch(
                        claim -> claim.status() == Status.FAILS && !claim.link().isClosed());
    }

    boolean isNearlyFalse() {
        return claims.stream().anyMatch(claim -> claim.status() == Status.NEARLY);
    }

    boolean isOffPath() {
        return uses.stream().anyMatch(use -> use.place() == Place.OFF);
    }

    /** An equation off the gold path whose result the gold solution does not have either. */
    boolean isFarOff() {
        return uses.stream().anyMatch(use -> use.place() == Place.OFF && !use.inGold());
    }

    /** An equation off the gold path that the answer is derived from. */
    boolean answersOffPath() {
        return uses.stream().anyMatch(use -> use.place() == Place.OFF && use.answers() && !use.leadsOn());
    }

    /** An equation on the way to a gold result, which the answer is derived from and no gold result is. */
    boolean strays() {
        return uses.stream()
                .anyMatch(use -> use.place() != Place.OFF && use.answers() && !use.leadsOn() && !isComplete(use));
    }

    private static boolean isComplete(Derivation.Use use) {
        return use.place() == Place.COMPLETES;
    }

    boolean isOnPath() {
        return !uses.isEmpty() && !isOffPath();
    }

    boolean completes() {
        return uses.stream().anyMatch(StepFacts::isComplete);
    }

    boolean leadsOn() {
        return uses.stream().anyMatch(Derivation.Use::leadsOn);
    }

    /** Whether one of its equations has that repair. */
    boolean has(Repair repair) {
        return uses.stream().anyMatch(use -> use.repair() == repair);
    }

    /** Whether a change of one of its equations leads to the gold answer. */
    boolean isRepairable() {
        return uses.stream().anyMatch(use -> use.repair() != Repair.NONE);
    }
}
