package org.lemmalab.synthetic.wordproblem;

import java.util.List;
import java.util.regex.Pattern;

/** Whom a sentence of a story is about. Where there are two, each is called by name, since a pronoun would not say which. */
enum Hero {
    /** The only one. */
    ONLY,
    /** The first of two. */
    FIRST,
    /** The second of two. */
    SECOND;

    private static final Pattern PRONOUN = Pattern.compile("\\{[Hh](?:e|im)}");
    private static final Pattern POSSESSIVE = Pattern.compile("\\{[Hh]is}");
    private static final Pattern NAMED = Pattern.compile("\\{(?:name|[Hh]e|[Hh]is|[Hh]im)}");

    /** The text with this one's places. */
    String in(String text) {
        if (this == ONLY) {
            return text;
        }
        String named =
                POSSESSIVE.matcher(PRONOUN.matcher(text).replaceAll("{name}")).replaceAll("{name}'s");
        return this == FIRST ? named : named.replace("{name}", "{name4}");
    }

    /** The ways to tell something that say whom it is about; all of them where there is only one. */
    List<String> telling(List<String> ways) {
        return this == ONLY
                ? ways
                : ways.stream().filter(way -> NAMED.matcher(way).find()).toList();
    }

    /** The ways to say a step that say whose it is; all of them where there are none or there is only one person. */
    List<String> saying(List<String> ways) {
        List<String> named = telling(ways);
        return named.isEmpty() ? ways : named;
    }
}
