package org.lemmalab.synthetic.rewriting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question taken apart: what is told, and what is asked at the end.
 *
 * @param facts the sentences before the last
 * @param condition the clause before what is asked ({@code If he eats it all}), without comma; may be empty
 * @param ask what is asked, as a sentence of its own with a question mark
 */
record QuestionParts(List<String> facts, String condition, String ask) {
    private static final Pattern SENTENCE =
            Pattern.compile("(?<=[.!?][\"”)]?)(?<!\\b(?:Mr|Mrs|Ms|Dr|St|No|vs)\\.)\\s+(?=[\"“$A-Z\\d])");
    private static final Pattern CONDITION = Pattern.compile(
            "(?s)((?:If|When|Assuming|After|At|In|By|For|On|Given|Once|Based|With)\\b[^,?]*(?:,\\d{3}[^,?]*)*),\\s+"
                    + "((?:and )?(?:how|what)\\b.*\\?)");

    /** Copies the facts. */
    QuestionParts {
        facts = List.copyOf(facts);
    }

    /** The parts of a text that ends with its only question. */
    static Optional<QuestionParts> of(String question) {
        String text = question.strip().replaceAll("\\s+", " ");
        if (!text.endsWith("?") || text.indexOf('?') != text.length() - 1) {
            return Optional.empty();
        }
        List<String> sentences = new ArrayList<>(Arrays.asList(SENTENCE.split(text)));
        String last = sentences.remove(sentences.size() - 1);
        Matcher matcher = CONDITION.matcher(last);
        return matcher.matches()
                ? Optional.of(new QuestionParts(
                        sentences, matcher.group(1), capital(matcher.group(2).replaceFirst("^and ", ""))))
                : Optional.of(new QuestionParts(sentences, "", last));
    }

    /** The facts as running text. */
    String told() {
        return String.join(" ", facts);
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The first letter small, unless the word is a name or I. */
    static String small(String text) {
        boolean article = text.matches(
                "(?s)(How|What|If|When|After|At|In|By|For|On|The|A|An|His|Her|Their|He|She|They|It|Each|Every"
                        + "|There|Assuming|Given|Once|Based|With)\\b.*");
        return article ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
    }
}
