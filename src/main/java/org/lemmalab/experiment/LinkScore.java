package org.lemmalab.experiment;

import org.lemmalab.mistake.ErrorType;
import org.lemmalab.reflection.ConnectionStyle;

/**
 * How natural a student finds one connection of one error (paper Sec. 3.4).
 *
 * @param error the error's name; every error has one score of each style
 * @param type its type
 * @param style the connection
 * @param linkAndStep mean negative log-likelihood of link and corrected step given question and error, in nats a token
 * @param step the same of the corrected step alone, given question, error and link: the same tokens in every style
 */
public record LinkScore(String error, ErrorType type, ConnectionStyle style, double linkAndStep, double step) {}
