package org.lemmalab.mistake.prompted;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether two texts are in different languages, where that can be told: by the script of most letters and, within the Latin script, by
 * the little words of six languages. Formulas and numbers say nothing; in doubt there is no difference.
 *
 * <p>No little word is a single letter (it may be a variable) or an English noun or verb.
 */
enum Language {
    ENGLISH("the and is are of to how many what she he has have with each for they there so at from on if will"),
    GERMAN("der das und ist sind wie viele er sie haben mit jede jeder für nicht ein eine dem im von zu bleiben"),
    FRENCH("le la les et est sont combien il elle des une dans avec chaque que du au ils donc reste"),
    SPANISH("el la los las es cuántos cuantos un una por para con cada de que del tiene quedan"),
    ITALIAN("il lo la gli sono quanti un una con ogni di che del della ha ci quindi"),
    PORTUGUESE("os são quantos ela um uma por para com cada de que da tem há restam");

    private static final Pattern NO_PROSE = Pattern.compile("\\\\[A-Za-z]+|\\$[^$]{0,400}\\$|<<[^<>]{0,400}>>");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}']+");
    private static final int FEWEST_LETTERS = 12;
    private static final int FEWEST_WORDS = 3;

    private final Set<String> words;

    Language(String words) {
        this.words = Set.of(words.split(" "));
    }

    /** Whether they are known to differ. */
    static boolean differs(String a, String b) {
        Optional<UnicodeScript> one = script(a);
        Optional<UnicodeScript> other = script(b);
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        if (!one.equals(other)) {
            return true;
        }
        Optional<Language> left = of(a);
        Optional<Language> right = of(b);
        return left.isPresent() && right.isPresent() && left.get() != right.get();
    }

    /** The language whose little words a text has, where it has clearly more of them than of any other. */
    static Optional<Language> of(String text) {
        List<String> found = List.of(NO_WORD.split(prose(text).toLowerCase(Locale.ROOT)));
        Map<Language, Long> counts = new EnumMap<>(Language.class);
        for (Language language : values()) {
            counts.put(language, found.stream().filter(language.words::contains).count());
        }
        List<Language> order = Arrays.stream(values())
                .sorted(Comparator.comparing(counts::get, Comparator.reverseOrder()))
                .toList();
        long first = counts.get(order.get(0));
        long second = counts.get(order.get(1));
        return first >= FEWEST_WORDS && 2 * first >= 3 * second ? Optional.of(order.get(0)) : Optional.empty();
    }

    /** The script of more than half of the letters; of Latin ones those count that stand in words of two or more. */
    private static Optional<UnicodeScript> script(String text) {
        Map<UnicodeScript, Long> counts = new EnumMap<>(UnicodeScript.class);
        for (String word : NO_WORD.split(prose(text))) {
            UnicodeScript script = word.isEmpty() ? UnicodeScript.COMMON : family(word.codePointAt(0));
            if (script != UnicodeScript.LATIN || word.length() > 1) {
                counts.merge(script, (long) word.length(), Long::sum);
            }
        }
        counts.remove(UnicodeScript.COMMON);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return all < FEWEST_LETTERS
                ? Optional.empty()
                : counts.entrySet().stream()
                        .filter(entry -> 2 * entry.getValue() > all)
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** Japanese and Chinese share signs, so they count as one. */
    private static UnicodeScript family(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        return script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA ? UnicodeScript.HAN : script;
    }

    private static String prose(String text) {
        return NO_PROSE.matcher(text).replaceAll(" ");
    }
}
