package org.lemmalab.mistake.prompted;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.io.LabException;

/** Words that give away how a text came about. What the question itself says is no giveaway. */
public enum Giveaway {
    /** The text speaks of a solution that its reader does not have, or of its writer as a model. */
    SOURCE(
            "the reply speaks of the solution it was given",
            "(?:gold|reference|provided|given|official|model)(?: final)? (?:solution|answer)s?"
                    + "|ground[- ]truths?|answer keys?|(?:previous|earlier|prior|former) attempts?|language models?|as an ai"),
    /** A wrong solution says that it is one. */
    INTENT("the wrong solution gives itself away", Words.ERROR),
    /** A correction speaks of the error; that is for the reflection before it. */
    HINDSIGHT("the correction speaks of the error", Words.ERROR + "|wait(?=[,.!:…])|correction|corrected"),
    /** A text in the first person speaks of others. */
    OUTSIDER("the link speaks of a student or a teacher", "students?|pupils?|teachers?");

    private static final class Words {
        private static final String ERROR =
                "on purpose|deliberate(?:ly)?|intentional(?:ly)?|mistake[ns]?|mistakenly|(?<!trial and )errors?|erroneous(?:ly)?|wrong(?:ly)?"
                        + "|incorrect(?:ly)?|careless(?:ly)?|oops|slips?|instead of the (?:right|correct)";
    }

    private static final int STEM = 5;

    private final String reason;
    private final Pattern pattern;

    Giveaway(String reason, String words) {
        this.reason = reason;
        this.pattern = Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    /**
     * @param question the problem's
     * @param texts of a reply
     * @return whether one of them has such words and the question has not
     */
    public boolean isIn(String question, List<String> texts) {
        String asked = question.toLowerCase(Locale.ROOT);
        return texts.stream().map(pattern::matcher).anyMatch(matcher -> found(matcher, asked));
    }

    /**
     * @param question the problem's
     * @param texts of a reply
     * @throws LabException if one of them has such words
     */
    public void refuse(String question, List<String> texts) {
        if (isIn(question, texts)) {
            throw new LabException(reason);
        }
    }

    private static boolean found(Matcher matcher, String asked) {
        while (matcher.find()) {
            if (!asked.contains(stem(matcher.group().toLowerCase(Locale.ROOT)))) {
                return true;
            }
        }
        return false;
    }

    /** A question that speaks of wrong answers lets "wrongly" pass too; phrases count whole. */
    private static String stem(String found) {
        return found.contains(" ") ? found : found.substring(0, Math.min(STEM, found.length()));
    }
}
