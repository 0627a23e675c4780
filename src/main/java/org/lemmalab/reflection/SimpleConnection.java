package org.lemmalab.reflection;

import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;

/** A connection that asks no student. */
record SimpleConnection(ConnectionStyle style, Words words) implements Connection {
    /** Finds the words. */
    @FunctionalInterface
    interface Words {
        Result<Reflection> find(Problem problem, ErroneousAttempt attempt, Correction correction, long seed);
    }

    @Override
    public Result<Reflection> connect(Problem problem, ErroneousAttempt attempt, Correction correction, long seed) {
        return words.find(problem, attempt, correction, seed);
    }
}
