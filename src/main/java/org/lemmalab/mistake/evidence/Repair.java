package org.lemmalab.mistake.evidence;

/** What change of one equation lets the rest of an attempt, worked out anew, come to the gold answer. The smaller changes come first. */
enum Repair {
    /** Its own result, worked out rightly. */
    ARITHMETIC,
    /** Another operator. */
    OPERATOR,
    /** Another value of the question, of the gold solution or of an earlier step for one of its numbers. */
    NUMBER,
    /** One number left out. */
    OMISSION,
    /** One operation more. */
    ADDITION,
    /** A result of the gold solution for its own. */
    RESULT,
    /** None of these. */
    NONE
}
