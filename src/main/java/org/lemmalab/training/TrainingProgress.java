package org.lemmalab.training;

/**
 * How far a run has come, after a step.
 *
 * @param step optimiser steps taken
 * @param steps of the whole run
 * @param epoch passes over the examples, from 0; a fraction within one
 * @param loss mean negative log-likelihood of the step's learnt tokens, in nats, before the step
 * @param learningRate of the step
 * @param gradientNorm before it was clipped
 * @param tokensPerSecond tokens read a second since the run or its resumption began, padding not counted
 * @param secondsLeft estimated until the last step
 */
public record TrainingProgress(
        int step,
        int steps,
        double epoch,
        double loss,
        double learningRate,
        double gradientNorm,
        double tokensPerSecond,
        double secondsLeft) {}
