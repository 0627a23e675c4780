package org.lemmalab.reflection;

import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;

/** A way to get from an error to its correction (paper Sec. 3.4). Safe for several threads. */
public interface Connection {
    /**
     * @return its style
     */
    ConnectionStyle style();

    /**
     * @param problem question and gold solution
     * @param attempt the error
     * @param correction what follows
     * @param seed decides every choice
     * @return what stands between the two, or why there is nothing
     */
    Result<Reflection> connect(Problem problem, ErroneousAttempt attempt, Correction correction, long seed);

    /**
     * @return no words at all
     */
    static Connection abrupt() {
        return new SimpleConnection(
                ConnectionStyle.ABRUPT, (problem, attempt, correction, seed) -> Result.success(Reflection.abrupt()));
    }

    /**
     * @return a transition phrase of {@link TransitionPhrases}, drawn by the seed
     */
    static Connection phrase() {
        return new SimpleConnection(
                ConnectionStyle.PHRASE,
                (problem, attempt, correction, seed) -> Result.success(
                        Reflection.of(TransitionPhrases.standard().draw(seed, problem.id()), ConnectionStyle.PHRASE)));
    }

    /**
     * @param teacher words the link
     * @return a link fitted to the error
     */
    static Connection smooth(Teacher teacher) {
        return new SimpleConnection(
                ConnectionStyle.SMOOTH,
                (problem, attempt, correction, seed) -> teacher.link(problem, attempt, correction, seed)
                        .then(link -> Result.success(Reflection.of(link, ConnectionStyle.SMOOTH))));
    }
}
