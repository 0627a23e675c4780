package org.lemmalab.reflection.filter;

import java.util.Optional;

/** Judges triplets one by one. Safe for several threads unless it says otherwise. */
public interface TripletFilter {
    /**
     * @return its name in counts, snake_case
     */
    String name();

    /**
     * @param candidate a triplet
     * @return why it must go; empty where it may stay. Equal reasons are counted together, so it names no single triplet
     */
    Optional<String> objection(Candidate candidate);
}
