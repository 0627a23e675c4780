package org.lemmalab.mistake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    INTENT("the wrong solution gives itself away", Words.ERROR + "|" + Words.HIDDEN),
    /** A correction speaks of the error; that is for the reflection before it. */
    HINDSIGHT("the correction speaks of the error", Words.ERROR + "|wait(?=[,.!:…])|correction|corrected"),
    /** A text in the first person speaks of others. */
    OUTSIDER("the link speaks of a student or a teacher", "students?|pupils?|teachers?");

    private static final class Words {
        private static final String ERROR =
                "on purpose|deliberate\\w*|intentional\\w*|mistake\\w*|mistook|(?<!trial and )error\\w*|erroneous\\w*|wrong\\w*"
                        + "|incorrect\\w*|inaccurate\\w*|careless\\w*|oops|slips?|accidentally|inject\\w*"
                        + "|instead of the (?:right|correct)";

        /** What only one says who knows what the step should have been. */
        private static final String HIDDEN =
                "misread\\w*|misinterpret\\w*|misunderst\\w*|miscalculat\\w*|miscount\\w*|misremember\\w*|confus\\w*|hallucinat\\w*"
                        + "|instead of|should (?:be|have been)|(?:supposed|meant) to|forget\\w*|forgot";
    }

    private static final int STEM = 5;

    private final String reason;
    private final Pattern pattern;

    Giveaway(String reason, String words) {
        this.reason = reason;
        this.pattern = Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    /**
     * @param known what the reader knows: the question, perhaps the gold solution
     * @param texts of a reply
     * @return the first such word of theirs that does not stem from what is known
     */
    public Optional<String> in(String known, List<String> texts) {
        String lower = known.toLowerCase(Locale.ROOT);
        return texts.stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .filter(word -> !lower.contains(stem(word)))
                .findFirst();
    }

    /**
     * @param question the problem's
     * @param texts of a reply
     * @return whether one of them has such words and the question has not
     */
    public boolean isIn(String question, List<String> texts) {
        return in(question, texts).isPresent();
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

    /** A question that speaks of wrong answers lets "wrongly" pass too; phrases count whole. */
    private static String stem(String found) {
        return found.contains(" ") ? found : found.substring(0, Math.min(STEM, found.length()));
    }
}
