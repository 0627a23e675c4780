/**
 * Supervised fine-tuning: a decoder learns to continue prompts with given responses (section 4 of the LEMMA paper trains its students
 * so). {@link org.lemmalab.training.ExampleReader} turns texts into tokens and marks which of them are learnt, {@link
 * org.lemmalab.training.BatchPlan} decides which examples share a batch and when, {@link
 * org.lemmalab.training.SupervisedTrainer} takes the steps, {@link org.lemmalab.training.TrainingFolder} keeps what they led to.
 *
 * <p>Everything that is random follows from the seed and the number of the epoch or step, never from what was drawn before; so a
 * run that was stopped goes on as if it had not been.
 */
package org.lemmalab.training;
