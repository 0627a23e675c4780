package org.lemmalab.solution;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers in words: yes and no, no solution, odd, a name; and words after "the answer is" that are none. */
final class AnswerWords {
    private static final int MOST_WORDS = 8;
    private static final Set<String> KNOWN = Set.of(
            "yes",
            "no",
            "true",
            "false",
            "odd",
            "even",
            "none",
            "never",
            "always",
            "sometimes",
            "both",
            "neither",
            "undefined",
            "infinite",
            "infinity",
            "impossible",
            "infinitely many",
            "no solution",
            "no solutions",
            "no real solution",
            "no real solutions",
            "does not exist",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "prime",
            "composite",
            "rational",
            "irrational",
            "empty set",
            "the empty set",
            "all real numbers",
            "dne",
            "zero",
            "left",
            "right",
            "unknown",
            "undetermined",
            "neither odd nor even",
            "increasing",
            "decreasing",
            "convergent",
            "divergent");
    private static final Set<String> NONE = Set.of(
            "correct",
            "incorrect",
            "wrong",
            "reasonable",
            "clear",
            "simple",
            "unique",
            "below",
            "above",
            "as",
            "given",
            "found",
            "not",
            "that",
            "this",
            "in",
            "to",
            "obtained",
            "also",
            "see",
            "consistent",
            "valid",
            "obvious",
            "expected",
            "required",
            "provided",
            "shown",
            "written",
            "rounded",
            "based",
            "determined",
            "what",
            "when",
            "how",
            "an",
            "it",
            "we",
            "therefore",
            "right",
            "complete",
            "if",
            "because",
            "since",
            "already",
            "calculated",
            "expressed",
            "so",
            "and",
            "but",
            "still",
            "verified",
            "confirmed",
            "here",
            "there",
            "available",
            "for",
            "on",
            "at",
            "by",
            "from",
            "with",
            "of",
            "or",
            "is",
            "are");
    private static final Pattern YES_NO = Pattern.compile(
            "(?i)^[\\s*_\"]*(?:(?:so|therefore|thus|hence|then),? )?(yes|no)\\b[*_\"]*(?=[,.;:!\u2014]|\\s*$| [-\u2013\u2014] )");
    private static final Pattern STATED = Pattern.compile(
            "(?i)\\b(?:no (?:real |integer |positive |such |possible |valid )*(?:solutions?|roots?|answer|values?)|does not exist|infinitely many(?: solutions)?|all real numbers|the empty set)\\b"
                    + "|\\b(?:is|are|be) (?:neither even nor odd|(?:an? )?(true|false|odd|even|undefined|infinite|impossible|prime|composite|rational|irrational|zero))\\b(?=[^\\p{L}]*$| number| function)");

    private static final Pattern NUMBER = Pattern.compile(
            "(?i)\\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
                    + "|zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)(?: (?:hundred|thousand|million))?\\b");

    private AnswerWords() {}

    static boolean isKnown(String words) {
        String bare =
                words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L} ]", "").strip();
        return KNOWN.contains(bare);
    }

    /** Whether a stretch without figures may be an answer at all. */
    static boolean mayAnswer(String words) {
        String bare = words.strip();
        if (bare.isEmpty() || bare.length() > 100) {
            return false;
        }
        String[] parts = bare.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        String first = parts.length > 0 && parts[0].isEmpty() && parts.length > 1
                ? parts[1]
                : parts.length > 0 ? parts[0] : "";
        boolean article = parts.length == 1 && (first.equals("the") || first.equals("a") && bare.equals("a"));
        return isKnown(bare) || !article && !first.isEmpty() && !NONE.contains(first) && parts.length <= MOST_WORDS;
    }

    /** Yes or no at the beginning of a sentence, or an answer in words that it states. */
    static Optional<Span> in(String text, int from, int to) {
        Matcher yes = YES_NO.matcher(text).region(from, to);
        if (yes.find()) {
            return Optional.of(new Span(yes.group(1), yes.start(1), yes.end(1)));
        }
        return Optional.empty();
    }

    /** What a sentence without figures states, such as "no solution". */
    static Optional<Span> stated(String text, int from, int to) {
        Matcher stated = STATED.matcher(text).region(from, to);
        Optional<Span> found = Optional.empty();
        while (stated.find()) {
            int group = stated.group(1) == null ? 0 : 1;
            found = Optional.of(new Span(stated.group(group), stated.start(group), stated.end(group)));
        }
        return found;
    }

    /** The last number in words of a sentence without figures. */
    static Optional<Span> number(String text, int from, int to) {
        Matcher number = NUMBER.matcher(text).region(from, to);
        Optional<Span> found = Optional.empty();
        while (number.find()) {
            found = Optional.of(new Span(number.group(), number.start(), number.end()));
        }
        return found;
    }
}
