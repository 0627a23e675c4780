package org.lemmalab.reflection.filter;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lemmalab.io.LabException;
import org.lemmalab.reflection.ConnectionStyle;

/**
 * Bounds of length, in words.
 *
 * @param leastReflection of the reflection, where there is one
 * @param mostReflection of the reflection
 * @param mostText of the whole text
 */
public record LengthBounds(int leastReflection, int mostReflection, int mostText) implements TripletFilter {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Checks the order. */
    public LengthBounds {
        if (leastReflection < 0 || mostReflection < leastReflection || mostText < 1) {
            throw new LabException("filters: expected 0 <= least_reflection_words <= most_reflection_words and"
                    + " most_words from 1, found " + leastReflection + ", " + mostReflection + " and " + mostText);
        }
    }

    @Override
    public String name() {
        return "length_bounds";
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        int link = words(candidate.triplet().reflection().text());
        boolean abrupt = candidate.triplet().reflection().style() == ConnectionStyle.ABRUPT;
        if (!abrupt && link < leastReflection) {
            return Optional.of("the reflection is shorter than " + leastReflection + " words");
        }
        if (link > mostReflection) {
            return Optional.of("the reflection is longer than " + mostReflection + " words");
        }
        return words(candidate.triplet().revision().text()) > mostText
                ? Optional.of("the text is longer than " + mostText + " words")
                : Optional.empty();
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : SPACE.split(text.strip()).length;
    }
}
