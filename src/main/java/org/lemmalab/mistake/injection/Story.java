package org.lemmalab.mistake.injection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.lemmalab.mistake.departure.Words;
import org.lemmalab.problem.program.EquationPlace;
import org.lemmalab.problem.program.Numbers;
import org.lemmalab.problem.program.Stretch;

/**
 * Something that the question does not say, told as if it did.
 *
 * @param kind what kind of quantity it changes
 * @param subject what it is about, for the explanation
 * @param adds whether it makes more of it, else less
 * @param text the sentence: {amount}, {equation}, {noun}
 */
record Story(Kind kind, String subject, boolean adds, String text) {
    /** What a result counts or measures, as far as its surroundings tell. */
    enum Kind {
        MONEY,
        TIME,
        THINGS,
        OTHER
    }

    private static final Pattern NOUN = Pattern.compile("^ ([a-z]{3,16})\\b");
    private static final Set<String> TIMES = Set.of("second", "minute", "hour", "day", "week", "month", "year");

    /** Words after a number that are no things to be counted. */
    private static final Set<String> NO_NOUN = Set.of(
            "more",
            "less",
            "fewer",
            "per",
            "for",
            "and",
            "from",
            "times",
            "than",
            "each",
            "total",
            "with",
            "percent",
            "mile",
            "foot",
            "feet",
            "meter",
            "kilometer",
            "inch",
            "inche",
            "centimeter",
            "pound",
            "kilogram",
            "gram",
            "ounce",
            "gallon",
            "liter",
            "year",
            "old",
            "point",
            "after",
            "because",
            "since",
            "when",
            "while",
            "every",
            "square",
            "cubic",
            "cent",
            "dollar",
            "degree",
            "are",
            "were",
            "have",
            "has",
            "had",
            "was",
            "the",
            "different",
            "left",
            "altogether",
            "extra",
            "additional",
            "additionally",
            "combined",
            "before",
            "during",
            "that",
            "this",
            "today",
            "yesterday",
            "tomorrow",
            "remaining",
            "of",
            "so",
            "or");

    /** So many words of a story must be new to question and solution; it would not be one else. */
    private static final int NEW_WORDS = 4;

    private static final List<Story> ALL = List.of(
            new Story(
                    Kind.MONEY,
                    "a handling charge",
                    true,
                    "There is a handling charge of ${amount} on top, which brings it to {equation}."),
            new Story(
                    Kind.MONEY,
                    "a membership voucher",
                    false,
                    "A membership voucher takes off ${amount}, which leaves {equation}."),
            new Story(
                    Kind.MONEY,
                    "a courier",
                    true,
                    "The courier asks for another ${amount}, so the amount grows to {equation}."),
            new Story(
                    Kind.MONEY,
                    "a refund",
                    false,
                    "Later ${amount} comes back as an unexpected refund, so the amount shrinks to {equation}."),
            new Story(
                    Kind.TIME,
                    "a delay",
                    true,
                    "An unplanned interruption causes a delay of {amount} {noun}, so it becomes {equation} {noun}."),
            new Story(
                    Kind.TIME,
                    "a shortcut",
                    false,
                    "Thanks to a clever shortcut {amount} {noun} can be skipped, so it becomes {equation} {noun}."),
            new Story(
                    Kind.THINGS,
                    "an assistant",
                    true,
                    "An eager assistant then contributes another {amount} {noun}, which makes {equation} {noun}."),
            new Story(
                    Kind.THINGS,
                    "a mishap",
                    false,
                    "After a small mishap {amount} {noun} must be discarded, which leaves {equation} {noun}."),
            new Story(
                    Kind.THINGS,
                    "a forgotten batch",
                    true,
                    "Somebody discovers a forgotten batch with {amount} {noun}, which makes {equation} {noun}."),
            new Story(
                    Kind.THINGS,
                    "a rejection",
                    false,
                    "An inspector rejects {amount} {noun} because of defects, which leaves {equation} {noun}."),
            new Story(
                    Kind.OTHER,
                    "a correction",
                    true,
                    "According to a later correction another {amount} belongs to it, which makes {equation}."),
            new Story(
                    Kind.OTHER,
                    "a deduction",
                    false,
                    "The official rules demand a deduction of {amount} here, which leaves {equation}."),
            new Story(
                    Kind.OTHER,
                    "a bonus",
                    true,
                    "A special seasonal bonus of {amount} applies here, which makes {equation}."));

    /** The stories that fit the result of an operation and bring in words that are new. */
    static List<Story> fitting(GoldSolution gold, int operation) {
        return Result.of(gold, operation)
                .map(result -> ALL.stream()
                        .filter(story -> story.kind == result.kind())
                        .filter(story -> story.newWords(gold) >= NEW_WORDS)
                        .map(story -> story.about(result.noun()))
                        .toList())
                .orElse(List.of());
    }

    private Story about(String noun) {
        return new Story(kind, subject, adds, text.replace("{noun}", noun));
    }

    private long newWords(GoldSolution gold) {
        return Words.of(text.replaceAll("\\{\\w+}", "")).stream()
                .filter(word -> word.length() > 3 && !gold.questionWords().contains(word))
                .filter(word -> gold.words().stream().noneMatch(words -> words.contains(word)))
                .count();
    }

    /** The sentence with its equation. */
    String told(BigFraction value, BigFraction amount, BigFraction result, boolean annotated) {
        String sign = adds ? "+" : "-";
        String currency = kind == Kind.MONEY ? "$" : "";
        String left = plain(value) + sign + plain(amount);
        String annotation = annotated ? "<<" + left + "=" + plain(result) + ">>" : "";
        String equation = currency + plain(value) + " " + sign + " " + currency + plain(amount) + " = " + currency
                + annotation + plain(result);
        return text.replace("{amount}", plain(amount)).replace("{equation}", equation);
    }

    private static String plain(BigFraction value) {
        return NumberStyle.like("", value);
    }

    /** What stands around a result. */
    private record Result(Kind kind, String noun) {
        static Optional<Result> of(GoldSolution gold, int operation) {
            String text = gold.steps().get(gold.operation(operation).step() - 1).text();
            List<EquationPlace> places = gold.written().get(operation).places();
            List<Stretch> shown = places.stream()
                    .flatMap(place -> place.results().stream())
                    .map(number -> number.stretch())
                    .toList();
            if (shown.isEmpty() || shown.stream().anyMatch(stretch -> follows(text, stretch, "%"))) {
                return Optional.empty();
            }
            Stretch last =
                    shown.stream().max(Comparator.comparingInt(Stretch::end)).get();
            boolean money = text.substring(Math.max(0, places.get(0).whole().start() - 1), last.end())
                    .contains("$");
            if (money) {
                return Optional.of(new Result(Kind.MONEY, ""));
            }
            if (!Numbers.isWhole(gold.operation(operation).value())) {
                return Optional.empty();
            }
            Matcher noun = NOUN.matcher(text.substring(last.end()));
            return Optional.of(noun.find() ? named(noun.group(1)) : new Result(Kind.OTHER, ""));
        }

        private static Result named(String noun) {
            String stem = Words.of(noun).iterator().next();
            if (TIMES.contains(stem)) {
                return new Result(Kind.TIME, noun);
            }
            boolean things = noun.endsWith("s") && !NO_NOUN.contains(stem) && !NO_NOUN.contains(noun);
            return things ? new Result(Kind.THINGS, noun) : new Result(Kind.OTHER, "");
        }

        private static boolean follows(String text, Stretch stretch, String sign) {
            return text.startsWith(sign, stretch.end());
        }
    }
}
