package org.lemmalab.synthetic.plan;

import java.util.List;
import java.util.random.RandomGenerator;
import org.lemmalab.reflection.Strategy;

/** A link that says what shows the error and nothing else, in words that a small student has tokens for. */
final class ShortLink {
    private static final List<String> OPENINGS = List.of("Wait, ", "Hold on, ", "Hmm, ");

    private ShortLink() {}

    /** The evidence is a clause without a full stop. */
    static String of(String evidence, Strategy strategy, RandomGenerator random) {
        String turn = strategy == Strategy.FRESH_AND_RESTART ? " " + Restart.WORDS : "";
        return OPENINGS.get(random.nextInt(OPENINGS.size())) + evidence + "." + turn;
    }
}
