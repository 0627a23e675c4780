package org.lemmalab.reflection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Seeds;

/**
 * Phrases that turn from an error to its correction and fit any error (paper Sec. 3.4).
 *
 * @param phrases the phrases
 */
public record TransitionPhrases(List<String> phrases) {
    private static final String RESOURCE = "transition-phrases.txt";
    private static final TransitionPhrases STANDARD = read();

    /** Copies the phrases and checks that there are some. */
    public TransitionPhrases {
        phrases = List.copyOf(phrases);
        if (phrases.isEmpty() || phrases.stream().anyMatch(String::isBlank)) {
            throw new LabException("transition phrases: expected some, none blank, found " + phrases);
        }
    }

    /**
     * @return the toolkit's own list
     */
    public static TransitionPhrases standard() {
        return STANDARD;
    }

    /**
     * @param seed decides
     * @param purpose what the phrase is for
     * @return one of the phrases, each as likely
     */
    public String draw(long seed, String purpose) {
        return Seeds.pick(phrases, Seeds.random(seed, "phrase", purpose));
    }

    private static TransitionPhrases read() {
        try (InputStream in = TransitionPhrases.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new LabException("resource " + RESOURCE + ": missing from the class path");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new TransitionPhrases(
                    text.lines().filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new LabException("resource " + RESOURCE + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
