package org.lemmalab.synthetic.wordproblem;

import java.util.Locale;
import java.util.regex.Pattern;

/** Small matters of writing. */
final class Sentences {
    private static final Pattern START = Pattern.compile("(^|[.?!] )(\\p{Ll})");

    private Sentences() {}

    /** The text with a capital letter at the start of each sentence. */
    static String capitalised(String text) {
        return START.matcher(text)
                .replaceAll(start -> start.group(1) + start.group(2).toUpperCase(Locale.ROOT));
    }
}
