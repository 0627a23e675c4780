package org.lemmalab.mistake;

import java.util.Set;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;

/** Brings one plausible error of a wanted type into a problem's solution (paper Sec. 3.3). Safe for several threads. */
public interface Injector {
    /**
     * @param problem question and gold solution
     * @return the types that may be asked for; asking may still end in a refusal
     */
    Set<ErrorType> injectable(Problem problem);

    /**
     * @param problem question and gold solution
     * @param type the error that is wanted
     * @param seed decides every choice; another seed injects another error where there are several
     * @return a wrong solution whose steps before the error are sound and whose answer is wrong, or why there is none
     */
    Result<Injection> inject(Problem problem, ErrorType type, long seed);
}
