package org.lemmalab.grading;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Symbol;
import org.lemmalab.grading.Node.Words;

/**
 * Answers in words: which texts are words at all rather than products of letters, and which words say the same. Sets of numbers
 * in words are read by {@link SetPhrases}.
 */
final class WordAnswers {
    /** Short English words that nobody writes for a product of variables. */
    private static final Set<String> SHORT = Set.of(
            ("no on so go do to of or if oh ok hi he we us up my yes not the and are was saw has had her his him she its for who how"
                            + " why all any one two six ten odd but can did get got let may sum now new old our out own per too use way"
                            + " won you boy men red few far due end yet nor off ago job big low top dog cat pen box bus car eat ate buy"
                            + " bob tom tim sam ann amy joe jim jon ben dan ken ron ray roy kim lee meg pam sue ted mia zoe eva eve"
                            + " ian jen jill liz lou mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep oct nov dec"
                            + " none dne nil non both left even sine")
                    .split(" "));
    /** Words that are taken for products of letters within expressions, but are words where the answer is nothing else. */
    private static final Set<String> ALONE = Set.of(
            ("is us me he act add age aid aim air arm art ask bad bag ban bar bat bed bet bid bow cap cut dab dad day did die dig dip"
                            + " dot dry ear eye fan fat fit fix fly fun gap gas gun guy ham hat hit hot ice ill inn ink jam jar jaw joy key kid"
                            + " lab law lay leg lie lip lot mad man map mat mix mud net nip nut oak oil pad pan pay pet pie pig pin pit pop pot"
                            + " put rat raw rib rid rob rod row rub run sad say sea see set shy sit ski sky son tab tag tap tax tea tie tin tip"
                            + " toe ton toy try van vet war wax web wet win wit zip")
                    .split(" "));
    /** Words that begin a sentence without being what it is about. */
    private static final Set<String> PRONOUNS = Set.of(
            "no", "yes", "not", "it", "he", "she", "they", "we", "you", "this", "that", "what", "who", "which", "there",
            "all", "any", "one", "none", "both", "how", "the", "its", "his", "her");
    /** Words that are also products of letters, and count only beside other words. */
    private static final Set<String> LINKING =
            Set.of("is", "it", "at", "an", "as", "am", "by", "me", "be", "in", "a", "i", "ad");

    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("t", "true"),
            Map.entry("f", "false"),
            Map.entry("y", "yes"),
            Map.entry("n", "no"),
            Map.entry("yep", "yes"),
            Map.entry("yeah", "yes"),
            Map.entry("nope", "no"),
            Map.entry("mon", "monday"),
            Map.entry("tue", "tuesday"),
            Map.entry("tues", "tuesday"),
            Map.entry("wed", "wednesday"),
            Map.entry("thu", "thursday"),
            Map.entry("thur", "thursday"),
            Map.entry("thurs", "thursday"),
            Map.entry("fri", "friday"),
            Map.entry("sat", "saturday"),
            Map.entry("sun", "sunday"),
            Map.entry("jan", "january"),
            Map.entry("feb", "february"),
            Map.entry("mar", "march"),
            Map.entry("apr", "april"),
            Map.entry("jun", "june"),
            Map.entry("jul", "july"),
            Map.entry("aug", "august"),
            Map.entry("sep", "september"),
            Map.entry("sept", "september"),
            Map.entry("oct", "october"),
            Map.entry("nov", "november"),
            Map.entry("dec", "december"),
            Map.entry("does not exist", "dne"),
            Map.entry("do not exist", "dne"),
            Map.entry("doesn't exist", "dne"),
            Map.entry("doesnt exist", "dne"),
            Map.entry("limit does not exist", "dne"),
            Map.entry("limit doesn't exist", "dne"),
            Map.entry("it does not exist", "dne"),
            Map.entry("d.n.e", "dne"),
            Map.entry("undefined", "dne"),
            Map.entry("not defined", "dne"),
            Map.entry("is undefined", "dne"),
            Map.entry("equally likely", "equal"),
            Map.entry("they are equal", "equal"),
            Map.entry("impossible", "not possible"),
            Map.entry("it is impossible", "not possible"),
            Map.entry("it is not possible", "not possible"),
            Map.entry("can not be determined", "cannot be determined"),
            Map.entry("it cannot be determined", "cannot be determined"),
            Map.entry("can't be determined", "cannot be determined"),
            Map.entry("indeterminate", "cannot be determined"),
            Map.entry("prime numbers", "primes"),
            Map.entry("all primes", "primes"),
            Map.entry("all prime numbers", "primes"),
            Map.entry("set of all primes", "primes"),
            Map.entry("set of primes", "primes"),
            Map.entry("set of prime numbers", "primes"),
            Map.entry("set of all prime numbers", "primes"));
    private static final Pattern ARTICLE = Pattern.compile("^(?:the|a|an|on|in|it is|it's|they are|there are) (?=.)");
    private static final Pattern NOTHING = Pattern.compile(
            "(?:there (?:is|are|exists?) )?(?:none|no (?:(?:real|integer|such|positive|possible|rational|complex|valid|other|more)"
                    + " )*(?:solutions?|roots?|values?|numbers?|integers?|answers?|zeros|zeroes|[a-z])(?: exists?| set)?(?: for [a-z])?"
                    + "|no such [a-z]+(?: [a-z]+)?(?: exists?)?|no [a-z]+ exists?)(?: exists?)?"
                    + "|(?:the )?(?:equation|system|inequality)? ?has no (?:real |integer )?solutions?"
                    + "|(?:the )?(?:empty|null) set|nothing|\\\\?emptyset|∅|no solution \\(.*\\)");
    private static final Pattern INFINITELY = Pattern.compile(
            "(?:there (?:are|is) )?(?:infinitely many|an? infinite number of|infinite"
                    + "|infinite number of|infinitely|positive infinity|plus infinity)(?: (?:real |integer )?(?:solutions?|values?|answers?|numbers?))?");
    private static final Pattern OUTCOME =
            Pattern.compile("^(yes|no|true|false)(?:[,.;:!]| it | they | because | since )");
    private static final Pattern SENTENCE = Pattern.compile(
            "^(?:the |this |that |it |they |these |[a-z](?:\\([a-z]\\))? )(?:[a-z()]+ ){0,4}?(?:is|are|was) (?!not |neither )(?:an? |the )?(.+)$");
    private static final Pattern DEED =
            Pattern.compile("^([a-z]+) (?:is|was|won|wins|has|had|did|does|will|can|should|gets?|got|finishes"
                    + "|finished|came|comes|arrives|arrived|makes|made|runs|ran|sold|bought)\\b.*");
    private static final Set<String> NOUNS = Set.of(
            "triangle",
            "function",
            "number",
            "angle",
            "quadrilateral",
            "shape",
            "numbers",
            "team",
            "option",
            "o'clock");

    private WordAnswers() {}

    /** Whether a run of small letters is an English word rather than a product of variables. */
    static boolean isShortWord(String run) {
        return SHORT.contains(run);
    }

    /** Whether a whole answer is an English word rather than a product of variables. */
    static boolean isWordAlone(String answer) {
        return SHORT.contains(answer) || ALONE.contains(answer);
    }

    /**
     * Whether a text that begins with a letter is a sentence or phrase: two of its words are among the commonest of English, or
     * one and another long word.
     */
    static boolean isProse(String text) {
        if (text.isEmpty() || !Character.isLetter(text.charAt(0)) || text.indexOf(' ') < 0) {
            return false;
        }
        int common = 0;
        int others = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c == '\\' || c == '=' || c == '^') {
                return false;
            }
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
            if (letter) {
                start = start < 0 ? i : start;
            } else if (start >= 0) {
                String word = text.substring(start, i).toLowerCase(Locale.ROOT);
                boolean known = SHORT.contains(word) && !word.equals("and") && !word.equals("or")
                        || LINKING.contains(word) && word.length() > 1;
                common += known ? 1 : 0;
                others += !known && word.length() > 3 ? 1 : 0;
                start = -1;
            }
        }
        return common > 1 || common > 0 && others > 0;
    }

    /** Whether a text is one word of at least two Latin letters. */
    static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = (char) (text.charAt(i) | 32);
            if (c < 'a' || c > 'z') {
                return false;
            }
        }
        return text.length() > 1;
    }

    /** What a phrase stands for where it is no mere words: the empty set, infinity, "none". */
    static Optional<Node> meaning(String words) {
        if (words.length() < 4 || "intehsaop∅\\".indexOf(words.charAt(0)) < 0) {
            return Optional.empty();
        }
        String plain = ARTICLE.matcher(words).replaceFirst("");
        if (plain.length() < 4) {
            return Optional.empty();
        }
        char first = plain.charAt(0);
        if ("intehsp∅\\".indexOf(first) < 0) {
            return Optional.empty();
        }
        if (NOTHING.matcher(plain).matches()
                || words.charAt(0) == 't' && NOTHING.matcher(words).matches()) {
            return Optional.of(
                    plain.startsWith("none") || plain.equals("nothing")
                            ? new Words("none")
                            : new Const(Constant.EMPTY_SET));
        }
        return INFINITELY.matcher(plain).matches()
                        || words.charAt(0) == 't' && INFINITELY.matcher(words).matches()
                ? Optional.of(new Const(Constant.INFINITY))
                : Optional.empty();
    }

    /** Whether two answers, at least one of them words, say the same. */
    static boolean same(Answer left, Answer right) {
        String a = left.words();
        String b = right.words();
        if (!plain(a) || !plain(b)) {
            return false;
        }
        String first = canonical(a);
        String second = canonical(b);
        return joined(first).equals(joined(second))
                || sameList(first, second)
                || statesOnly(a, first, second)
                || statesOnly(b, second, first);
    }

    private static boolean plain(String words) {
        return words.length() > 0
                && words.chars().anyMatch(Character::isLetter)
                && words.chars().allMatch(c -> Character.isLetterOrDigit(c) || " -',.:;?()".indexOf(c) >= 0);
    }

    private static String joined(String words) {
        return words.replace(" ", "").replace("-", "");
    }

    /** Small letters without article, closing mark or abbreviation. */
    private static String canonical(String words) {
        Matcher outcome = OUTCOME.matcher(words);
        String plain = outcome.find() ? outcome.group(1) : bare(words);
        String known = SYNONYMS.get(plain);
        if (known != null) {
            return known;
        }
        if (plain.indexOf(' ') > 0 && plain.length() <= 12) {
            int space = plain.indexOf(' ');
            String month = SYNONYMS.get(plain.substring(0, space).replace(".", ""));
            return month == null ? plain : month + plain.substring(space);
        }
        return plain;
    }

    /** "Ann and Bob" and "Bob, Ann": the same words in any order. */
    private static boolean sameList(String left, String right) {
        boolean lists = left.length() < 200 && isList(left) && isList(right);
        return lists && parts(left).equals(parts(right));
    }

    private static boolean isList(String words) {
        return (words.indexOf(',') > 0 || words.contains(" and ")) && !words.contains(" or ");
    }

    private static List<String> parts(String words) {
        return Arrays.stream(words.replaceAll(",? and ", ",").split(","))
                .map(String::strip)
                .sorted()
                .toList();
    }

    private static String bare(String words) {
        String plain = ARTICLE.matcher(words).replaceFirst("");
        return (plain.equals(words) ? words : ARTICLE.matcher(plain).replaceFirst("")).strip();
    }

    /** Whether a sentence says no more than a word: "Evelyn won" and "Evelyn", "the function is even" and "even". */
    private static boolean statesOnly(String text, String sentence, String word) {
        if (sentence.length() <= word.length()
                || word.length() < 2
                || word.indexOf(' ') >= 0 && !sentence.endsWith(word)) {
            return false;
        }
        Matcher said = SENTENCE.matcher(text);
        boolean predicate = said.matches() && said.group(1).equals(word);
        Matcher deed = DEED.matcher(sentence);
        boolean subject = deed.matches()
                && deed.group(1).equals(word)
                && !PRONOUNS.contains(word)
                && !sentence.matches(".*\\b(?:not|or|and|never|but)\\b.*|.*n't\\b.*");
        boolean noun = sentence.startsWith(word + " ") && NOUNS.contains(sentence.substring(word.length() + 1));
        return predicate || subject || noun;
    }

    /** "None" and the empty set, none and zero, the letter R and the real numbers; empty where words decide nothing. */
    static Optional<Outcome> special(Node left, Node right) {
        return oneWay(left, right).or(() -> oneWay(right, left));
    }

    private static Optional<Outcome> oneWay(Node words, Node other) {
        boolean none = words instanceof Words said && said.text().equals("none");
        if (none
                && (AnswerParser.isEmptySet(other)
                        || other instanceof Num zero && zero.value().signum() == 0)) {
            return Optional.of(Outcome.of(true, Rule.WORDS));
        }
        boolean letter = words instanceof Symbol symbol && symbol.name().equals("R") && RealSetReader.saysSet(other);
        if (letter && RealSetReader.read(other).filter(RealSet::isLine).isPresent()) {
            return Optional.of(Outcome.of(true, Rule.REAL_SET));
        }
        boolean unclear = words instanceof Words said
                && List.of("dne", "doesnotexist", "undefined")
                        .contains(joined(said.text().toLowerCase(Locale.ROOT)))
                && AnswerParser.isEmptySet(other);
        return unclear
                ? Optional.of(Outcome.undecided("whether what does not exist is an empty set"))
                : Optional.empty();
    }
}
