package org.lemmalab.synthetic.plan;

import org.lemmalab.mistake.ErrorType;

/**
 * What is wrong with a line.
 *
 * @param type its error type
 * @param evidence what shows it, as a clause without a full stop, for example {@code the lamps are not known yet}
 */
public record PlanError(ErrorType type, String evidence) {}
