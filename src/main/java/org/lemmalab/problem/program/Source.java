package org.lemmalab.problem.program;

/** Where an operand comes from. */
public enum Source {
    /** The question states it, in figures or in words. */
    QUESTION,
    /** An earlier operation has it as its result. */
    RESULT,
    /** Common knowledge: 60 minutes, 12 months, 100 per cent. */
    CONSTANT,
    /** None of these; a count of things that the question enumerates, or an invention. */
    UNKNOWN
}
