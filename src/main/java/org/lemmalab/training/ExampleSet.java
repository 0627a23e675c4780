package org.lemmalab.training;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.ModelConfig;

/**
 * Examples that fit, and what was done to make them fit.
 *
 * @param examples none longer than the cutoff, each with something to learn
 * @param cut the ids of those whose response was cut
 * @param dropped the ids of those left out, since nothing to learn was within the cutoff
 */
public record ExampleSet(List<Example> examples, List<String> cut, List<String> dropped) {
    private static final int SHOWN = 3;

    /** Copies the lists. */
    public ExampleSet {
        examples = List.copyOf(examples);
        cut = List.copyOf(cut);
        dropped = List.copyOf(dropped);
    }

    /**
     * @param examples any examples
     * @param cutoff the most tokens of one
     * @return those that fit, with the others cut or left out
     */
    public static ExampleSet within(List<Example> examples, int cutoff) {
        List<Example> kept = new ArrayList<>();
        List<String> cut = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        for (Example example : examples) {
            boolean fits = example.length() <= cutoff;
            if (!fits && example.prompt().length >= cutoff) {
                dropped.add(example.id());
                continue;
            }
            Example kind = fits ? example : example.cut(cutoff);
            if (kind.learnedTokens() == 0) {
                dropped.add(example.id());
                continue;
            }
            kept.add(kind);
            if (!fits) {
                cut.add(example.id());
            }
        }
        return new ExampleSet(kept, cut, dropped);
    }

    /**
     * @return in words, what was cut and left out
     */
    public String report() {
        return examples.size() + " examples, " + learnedTokens() + " tokens to learn" + named(", cut: ", cut)
                + named(", left out: ", dropped);
    }

    /**
     * @return how many tokens are learnt in one pass
     */
    public long learnedTokens() {
        return examples.stream().mapToLong(Example::learnedTokens).sum();
    }

    /**
     * @return SHA-256 of all tokens and marks, in order
     */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Example example : examples) {
                ByteBuffer bytes = ByteBuffer.allocate(8 + 5 * example.length());
                bytes.putInt(example.prompt().length).putInt(example.response().length);
                for (int token : example.prompt()) {
                    bytes.putInt(token);
                }
                for (int i = 0; i < example.response().length; i++) {
                    bytes.putInt(example.response()[i]).put((byte) (example.learned()[i] ? 1 : 0));
                }
                digest.update(bytes.flip());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * @param config the model that is to learn them
     * @throws LabException if there is nothing to learn, or a token that the model does not know
     */
    void check(ModelConfig config) {
        if (examples.isEmpty()) {
            throw new LabException("training: expected at least one example with tokens to learn within the cutoff,"
                    + " found none" + named("; left out: ", dropped));
        }
        int vocabulary = config.size().vocabulary();
        for (Example example : examples) {
            requireKnown(example, example.prompt(), vocabulary);
            requireKnown(example, example.response(), vocabulary);
            if (example.length() > config.size().context()) {
                throw new LabException("example " + example.id() + ": expected at most "
                        + config.size().context() + " tokens (the model's context), found " + example.length()
                        + "; lower the cutoff");
            }
        }
    }

    private static void requireKnown(Example example, int[] tokens, int vocabulary) {
        for (int token : tokens) {
            if (token < 0 || token >= vocabulary) {
                throw new LabException("example " + example.id() + ": expected tokens from 0 to " + (vocabulary - 1)
                        + " (the model's vocabulary), found " + token + "; is the tokenizer this model's own?");
            }
        }
    }

    private static String named(String title, List<String> ids) {
        if (ids.isEmpty()) {
            return "";
        }
        String first = String.join(", ", ids.subList(0, Math.min(SHOWN, ids.size())));
        return title + ids.size() + " (" + first + (ids.size() > SHOWN ? ", …" : "") + ")";
    }
}
