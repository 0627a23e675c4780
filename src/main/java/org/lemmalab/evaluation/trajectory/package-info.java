/**
 * What a student does inside its solutions (paper Sec. 4.3): where it goes wrong, where it reflects, and what comes of that. A {@link
 * org.lemmalab.evaluation.trajectory.TrajectoryJudge} judges every line by re-execution; a {@link
 * org.lemmalab.evaluation.trajectory.ReflectionScore} counts over judged lines, whoever judged them.
 */
package org.lemmalab.evaluation.trajectory;
