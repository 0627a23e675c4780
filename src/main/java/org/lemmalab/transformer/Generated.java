package org.lemmalab.transformer;

import org.lemmalab.llm.FinishReason;

/**
 * A finished row.
 *
 * @param prompt which prompt, from 0
 * @param sample which of its samples, from 0
 * @param tokens the generated tokens, an end token included
 * @param finish why it ended
 * @param logProbabilities of each generated token at temperature 1; empty where not asked for
 */
public record Generated(int prompt, int sample, int[] tokens, FinishReason finish, float[] logProbabilities) {}
