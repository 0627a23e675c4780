package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the words after a number: "square inches", "kg m/s^2", "dollars per hour", "red apples a day". Units multiply and divide;
 * what else is counted is passed over.
 */
final class UnitReader {
    private static final Set<String> PER = Set.of("/", "per", "a", "an", "each", "every");
    private static final Set<String> REST = Set.of("of", "in", "on", "at", "for", "from", "to", "than", "and", "with");
    private static final int LONGEST = 80;

    private final List<String> words;
    private final boolean strict;
    private int at;
    private boolean unknown;

    private UnitReader(List<String> words, boolean strict) {
        this.words = words;
        this.strict = strict;
    }

    /** The unit where the text is nothing but a unit. */
    static Optional<Unit> strict(String text) {
        Optional<Unit> unit = read(text, true);
        return unit.filter(found -> !found.parts().isEmpty());
    }

    /** The unit in a text that may also name what is counted: "cups of flour", "apples per day"; without one {@link Unit#ONE}. */
    static Unit lenient(String text) {
        return read(text, true).or(() -> read(text, false)).orElse(Unit.ONE);
    }

    /** What is counted, as a unit of its own: one name for singular and plural. */
    static Unit counted(String text) {
        String noun = text.strip().toLowerCase(java.util.Locale.ROOT);
        boolean plural = noun.length() > 3 && noun.endsWith("s") && !noun.endsWith("ss");
        return Unit.of("number of " + (plural ? noun.substring(0, noun.length() - 1) : noun));
    }

    private static Optional<Unit> read(String text, boolean strict) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        UnitReader reader = new UnitReader(words(text), strict);
        Unit unit = reader.quotient();
        boolean whole = reader.at == reader.words.size() && !(strict && reader.unknown);
        return whole ? Optional.of(unit) : Optional.empty();
    }

    private boolean on(String word) {
        return at < words.size() && words.get(at).equals(word);
    }

    private boolean onPer() {
        return at < words.size()
                && PER.contains(words.get(at))
                && (words.get(at).equals("/") || words.get(at).equals("per") || isUnit(at + 1));
    }

    private boolean isUnit(int place) {
        return place < words.size() && UnitNames.find(words.get(place)).isPresent();
    }

    private Unit quotient() {
        Unit unit = product();
        while (onPer()) {
            at++;
            unit = unit.per(product());
        }
        return unit;
    }

    /** Factors side by side, until "per" or a closing bracket. */
    private Unit product() {
        Unit unit = Unit.ONE;
        boolean plain = true;
        int start = at;
        while (at < words.size() && !on(")") && !onPer()) {
            if (!strict && at > start && REST.contains(words.get(at))) {
                skipRest();
                break;
            }
            int before = at;
            Optional<Unit> factor = factor();
            plain &= factor.isPresent();
            unknown |= factor.isEmpty();
            unit = unit.times(factor.orElse(Unit.ONE));
            at = at == before ? at + 1 : at;
        }
        return plain || isSpelled(start) ? unit : Unit.ONE;
    }

    /** What follows "cups of …" is counted, up to a "per". */
    private void skipRest() {
        while (at < words.size() && !on("/") && !on("per") && !on(")")) {
            at++;
        }
    }

    /** Among other words only units spelled out count: a C battery is no coulomb. */
    private boolean isSpelled(int start) {
        for (int i = start; i < at; i++) {
            if (isUnit(i) && words.get(i).length() < 3) {
                return false;
            }
        }
        return true;
    }

    private Optional<Unit> factor() {
        if (on("(")) {
            at++;
            Unit inside = quotient();
            at += on(")") ? 1 : 0;
            return Optional.of(inside.power(exponent()));
        }
        int power = 1;
        if (on("square") || on("sq")) {
            power = 2;
        } else if (on("cubic") || on("cu")) {
            power = 3;
        }
        at += power > 1 ? 1 : 0;
        Optional<Unit> unit = name();
        if (unit.isEmpty()) {
            return unit;
        }
        int exponent = power * exponent();
        return unit.map(found -> found.power(exponent));
    }

    /** A name, which may have its prefix before it and may be two words. */
    private Optional<Unit> name() {
        if (at >= words.size()) {
            return Optional.empty();
        }
        String word = words.get(at);
        Optional<Integer> tens = at + 1 < words.size() ? UnitNames.tens(word) : Optional.empty();
        Optional<Unit> prefixed = tens.isPresent() ? UnitNames.find(word + words.get(at + 1)) : Optional.empty();
        Optional<Unit> two = prefixed.or(() -> ofTwo(word, at + 1 < words.size() ? words.get(at + 1) : ""));
        if (two.isPresent()) {
            at += 2;
            return two;
        }
        Optional<Unit> one = UnitNames.find(word);
        at += one.isPresent() ? 1 : 0;
        return one;
    }

    private static Optional<Unit> ofTwo(String first, String second) {
        return switch (first) {
            case "fl", "fluid" -> second.startsWith("o") ? Optional.of(Unit.of("fluidounce")) : Optional.empty();
            case "light" -> second.startsWith("year") ? Optional.of(Unit.of("lightyear")) : Optional.empty();
            case "nautical" -> second.startsWith("mile") ? Optional.of(Unit.of("nauticalmile")) : Optional.empty();
            case "metric" -> second.startsWith("ton") ? Optional.of(Unit.of("tonne")) : Optional.empty();
            case "degree", "degrees", "°", "deg" -> degrees(second);
            case "pound", "pounds" -> second.equals("sterling") ? Optional.of(Unit.of("GBP")) : Optional.empty();
            case "US", "American", "us" -> second.startsWith("dollar") ? Optional.of(Unit.of("USD")) : Optional.empty();
            case "Australian" -> second.startsWith("dollar") ? Optional.of(Unit.of("AUD")) : Optional.empty();
            case "Canadian" -> second.startsWith("dollar") ? Optional.of(Unit.of("CAD")) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Unit> degrees(String scale) {
        return switch (scale) {
            case "C", "Celsius", "celsius", "centigrade" -> Optional.of(Unit.of("celsius"));
            case "F", "Fahrenheit", "fahrenheit" -> Optional.of(Unit.of("fahrenheit"));
            case "K" -> Optional.of(Unit.of("kelvin"));
            default -> Optional.empty();
        };
    }

    private int exponent() {
        if (on("squared") || on("cubed")) {
            return words.get(at++).equals("squared") ? 2 : 3;
        }
        if (!on("^") || at + 1 >= words.size()) {
            return 1;
        }
        int sign = words.get(at + 1).equals("-") ? -1 : 1;
        String digit = at + (sign < 0 ? 2 : 1) < words.size() ? words.get(at + (sign < 0 ? 2 : 1)) : "";
        if (digit.length() != 1 || digit.charAt(0) < '1' || digit.charAt(0) > '9') {
            return 1;
        }
        at += sign < 0 ? 3 : 2;
        return sign * (digit.charAt(0) - '0');
    }

    /** Words, signs and digits; what only formats is left out, a digit right after a name is its exponent. */
    private static List<String> words(String raw) {
        String text = raw.indexOf('\\') < 0
                ? raw
                : raw.replace("\\Omega", "Ω")
                        .replace("\\mu", "µ")
                        .replace("^\\circ", "°")
                        .replace("\\circ", "°");
        List<String> words = new ArrayList<>();
        int place = 0;
        while (place < text.length()) {
            char c = text.charAt(place);
            int end = place + 1;
            if (isLetter(c)) {
                while (end < text.length() && isLetter(text.charAt(end))) {
                    end++;
                }
                words.add(text.substring(place, end));
            } else if (Character.isDigit(c) && c < 128) {
                boolean exponent = place > 0 && isLetter(text.charAt(place - 1));
                words.addAll(exponent ? List.of("^", String.valueOf(c)) : List.of(String.valueOf(c)));
            } else if ("/^()".indexOf(c) >= 0) {
                words.add(String.valueOf(c));
            } else if (c == '-'
                    && !words.isEmpty()
                    && words.get(words.size() - 1).equals("^")) {
                words.add("-");
            } else if ("²³⁻¹".indexOf(c) >= 0) {
                superscript(words, c);
            } else if (c == '\\' && isFormatting(text, place)) {
                end = place + text.substring(place).indexOf('{');
            }
            place = end;
        }
        return words;
    }

    private static boolean isFormatting(String text, int place) {
        return text.startsWith("\\text{", place) || text.startsWith("\\mathrm{", place);
    }

    private static void superscript(List<String> words, char c) {
        if (c != '¹'
                && c != '⁻'
                && !words.isEmpty()
                && words.get(words.size() - 1).equals("-")) {
            words.add(c == '²' ? "2" : "3");
        } else if (c == '¹') {
            words.add("1");
        } else {
            words.add("^");
            words.add(c == '²' ? "2" : c == '³' ? "3" : "-");
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || "$€£¥₹¢₩₽°℃℉'".indexOf(c) >= 0
                || c == 'Ω'
                || c == 'Ω'
                || c == 'µ'
                || c == 'μ';
    }
}
