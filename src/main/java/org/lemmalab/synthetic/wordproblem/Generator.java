package org.lemmalab.synthetic.wordproblem;

import java.util.Optional;
import java.util.Random;

/** Makes problems of one kind. */
@FunctionalInterface
interface Generator {
    /** A problem's program, without persons and things yet. */
    interface Draft {
        /** The template and its numbers, in one text. */
        String instance();

        /** The problem with persons and things drawn for it. */
        WordProblem told(Random random);
    }

    /**
     * @param random decides everything
     * @return a draft; empty where the draw did not come out (a number too large, say), to be tried again
     */
    Optional<? extends Draft> draw(Random random);
}
