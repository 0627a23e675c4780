package org.lemmalab.experiment.study;

/**
 * A trajectory worth looking at.
 *
 * @param title what it shows
 * @param method who wrote it
 * @param problem the problem's id
 * @param question the question
 * @param goldAnswer the right answer
 * @param text what was written, reflections and all
 * @param isRight whether its final answer is right
 */
public record Case(
        String title,
        String method,
        String problem,
        String question,
        String goldAnswer,
        String text,
        boolean isRight) {}
