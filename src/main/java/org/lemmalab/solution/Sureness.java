package org.lemmalab.solution;

import java.util.Arrays;
import java.util.Optional;

/** How sure it is that an extracted answer is what the text gives as its answer; the surest first. */
public enum Sureness {
    /** The text marks it: a box, {@code ####}, "the answer is". */
    MARKED("marked"),
    /** The text ends with it: the result of its last sentence or last formula. */
    CONCLUDED("concluded"),
    /** Nothing says so: the last number of the text. */
    GUESSED("guessed");

    private final String title;

    Sureness(String title) {
        this.title = title;
    }

    /**
     * @param title a name as {@link #title()} gives it
     * @return the sureness of that name, if there is one
     */
    public static Optional<Sureness> titled(String title) {
        return Arrays.stream(values())
                .filter(sureness -> sureness.title.equals(title))
                .findFirst();
    }

    /**
     * @return its name for people and files
     */
    public String title() {
        return title;
    }
}
