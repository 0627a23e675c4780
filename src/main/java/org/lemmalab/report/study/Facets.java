package org.lemmalab.report.study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lemmalab.experiment.study.Measure;
import org.lemmalab.mistake.ErrorType;

/** What the names of a measure say beside their plain words: an error type, an amount. */
final class Facets {
    /** A number that is no part of a name such as {@code RefAug-90k} or {@code pass@8}. */
    private static final Pattern AMOUNT = Pattern.compile("(?<![\\w@.+-])(\\d[\\d,]*(?:\\.\\d+)?)(k\\b)?");

    private static final Pattern PERCENT = Pattern.compile("\\d\\s*%");
    private static final double THOUSAND = 1000;

    private Facets() {}

    static Optional<ErrorType> errorType(Measure measure) {
        return Stream.of(measure.metric(), measure.set())
                .flatMap(name -> typeIn(name).stream())
                .findFirst();
    }

    private static Optional<ErrorType> typeIn(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Arrays.stream(ErrorType.values())
                .filter(type -> plain.contains(type.title().toLowerCase(Locale.ROOT)))
                .max(Comparator.comparingInt(type -> type.title().length()));
    }

    static Optional<Double> amount(Measure measure) {
        return Stream.of(measure.set(), measure.method(), measure.metric())
                .flatMap(name -> last(name).stream())
                .findFirst();
    }

    private static Optional<Double> last(String name) {
        Matcher matcher = AMOUNT.matcher(name);
        Optional<Double> found = Optional.empty();
        while (matcher.find()) {
            double number = Double.parseDouble(matcher.group(1).replace(",", ""));
            found = Optional.of(matcher.group(2) == null ? number : number * THOUSAND);
        }
        return found;
    }

    /** The names of base, method, set and metric without error type and without amount. */
    static List<String> words(Measure measure, PaperExperiment.Layout layout) {
        return Stream.of(measure.base(), measure.method(), measure.set(), measure.metric())
                .map(name -> switch (layout) {
                    case METHODS -> name;
                    case ERROR_TYPES -> withoutType(name);
                    case AMOUNTS -> withoutAmount(name);
                })
                .toList();
    }

    private static String withoutType(String name) {
        String kept = name;
        for (ErrorType type : ErrorType.values()) {
            kept = kept.replaceAll("(?i)" + type.title().replace(" ", "[ _]"), "");
        }
        return trimmed(kept);
    }

    /** Leaves out the part between commas or brackets that has the amount. */
    private static String withoutAmount(String name) {
        return trimmed(Arrays.stream(name.split(",\\s+|[()]"))
                .filter(part -> last(part).isEmpty())
                .collect(Collectors.joining(", ")));
    }

    /** Whether the amounts are shares of a whole, in per cent. */
    static boolean isPercent(List<Measure> measures) {
        return measures.stream()
                .anyMatch(each -> Stream.of(each.set(), each.method(), each.metric())
                        .anyMatch(name -> PERCENT.matcher(name).find()));
    }

    private static String trimmed(String name) {
        return name.replaceAll("\\(\\s*\\)", "")
                .replaceAll("^[\\s,:;=]+|[\\s,:;=]+$", "")
                .replaceAll("\\s+", " ");
    }
}
