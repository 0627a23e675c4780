package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Num;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.SetOperation;
import org.lemmalab.grading.Node.Symbol;

/**
 * Sets of numbers in words: "all real numbers except -4", "positive multiples of 3", "the set of odd integers", and statements
 * such as "x is at least 2".
 */
final class SetPhrases {
    private static final Pattern LEAD =
            Pattern.compile("^(?:the |set |of |all |any |every |each |an? |only |value |values |x |y |n |z |k"
                    + " |can |may |must |be |is |are |\\\\in )+(?=\\S)");
    private static final Pattern SET =
            Pattern.compile("(positive |negative |non-?negative |non-?positive |non-?zero |odd |even )*"
                    + "(real numbers?|reals?|real values?|numbers?|integers?|natural numbers?|naturals|whole numbers?|rational numbers?|rationals"
                    + "|irrational numbers?|complex numbers?|values?|integral values?|integer values?|multiples of (\\d{1,6})|x|y|real x)"
                    + "(?: of [a-z])?(?: [a-z](?= |$))?");
    private static final Pattern EXCEPT = Pattern.compile(
            "^,? ?(?:,? ?(?:x|y|n)? ?(?:except|except for|other than|but|but not|excluding|not equal to|such that [a-z] ?\\\\neq?|where [a-z]"
                    + " ?\\\\neq?|[a-z]? ?(?:\\\\neq?|≠|!=)|not including|with the exception of|without|not)) ?(?:x ?= ?)?(.+)$");
    private static final Pattern DIVISIBLE = Pattern.compile("^ ?(?:that are |which are )?divisible by (\\d{1,6})$");
    private static final Pattern STATEMENT = Pattern.compile(
            "(?:[a-z] (?:is|must be|can be) )?(?:that are |which are )?(strictly )?(greater than or equal to|less than or equal to|no less than"
                    + "|not less than|no more than|not more than|at least|at most|greater than|larger than|bigger than|more than|less than"
                    + "|smaller than|fewer than|above|below) (.+)");
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:[a-z] (?:is|lies) )?(strictly )?between (.+) and (.+?)( inclusive|, inclusive|,? \\(?inclusive\\)?)?");
    private static final Pattern RANGE =
            Pattern.compile("(?:ranging )?from (.+) (?:to|through) (.+?)(?:,? \\(?inclusive\\)?)?");
    private static final Pattern INLINE = Pattern.compile(
            "^(?:the set of )?(?:all|any|every) ((?:real |positive |negative |numbers? |reals |integers? "
                    + "|values of |natural )*)(([a-z]) ?(?:[<>≤≥≠]|\\\\(?:le|ge|ne|in|lt|gt)).*)$");
    private static final Pattern EQUALS = Pattern.compile("([a-zA-Z]) (?:is|equals|is equal to|=) (.*[0-9\\\\].*)");

    private static final Pattern TEXT = Pattern.compile("\\\\(?:text|mathrm|textrm|mbox|textbf)\\s*\\{([^{}]*)\\}?");
    private static final Pattern BOARD = Pattern.compile("\\\\mathbb\\{([a-z])");
    private static final Pattern SPACES = Pattern.compile("(?:[\\s~]|\\\\[ ,;:!]|\\\\q?quad(?![a-z]))+");

    private SetPhrases() {}

    /** Whether a text may be such a phrase: a cheap test before patterns are matched. */
    private static boolean isPossible(String words) {
        return words.length() > 3
                && words.length() < 200
                && (words.contains("real")
                        || words.contains("integer")
                        || words.contains("number")
                        || words.contains("multiple")
                        || words.contains("rational")
                        || words.contains("all ")
                        || words.contains("values")
                        || words.contains("than ")
                        || words.contains(" at ")
                        || words.contains("between ")
                        || words.contains(" is ")
                        || words.contains(" equal"));
    }

    /**
     * Reads a phrase.
     *
     * @param text the answer's text
     * @param words its plain words in small letters
     * @param parser reads mathematics
     * @return the set or statement; empty for anything else
     */
    static Optional<Node> read(String text, String words, Function<String, Node> parser) {
        if (!isPossible(words)) {
            return Optional.empty();
        }
        String plain = plain(text);
        try {
            return plain.length() < 3 ? Optional.empty() : set(plain, parser).or(() -> statement(plain, text, parser));
        } catch (NoMathematics e) {
            return Optional.empty();
        }
    }

    /** The phrase in small letters, its commands and braces kept but those that set text. */
    private static String plain(String text) {
        String plain = TEXT.matcher(text).replaceAll(" $1 ").replace("$", "").toLowerCase(Locale.ROOT);
        plain = plain.contains("\\mathbb{")
                ? BOARD.matcher(plain)
                        .replaceAll(name -> "\\\\mathbb{" + name.group(1).toUpperCase(Locale.ROOT))
                : plain;
        String spaced = SPACES.matcher(plain).replaceAll(" ").strip();
        return spaced.endsWith(".") ? spaced.substring(0, spaced.length() - 1) : spaced;
    }

    private static Optional<Node> set(String words, Function<String, Node> parser) {
        Matcher inline = INLINE.matcher(words);
        if (inline.matches()) {
            String domain = inline.group(1);
            String name = inline.group(3);
            String integers = domain.contains("integer")
                    ? ", " + name + "\\in\\mathbb{Z}"
                    : domain.contains("natural") ? ", " + name + "\\in\\mathbb{N}" : "";
            String sign = domain.contains("positive")
                    ? ", " + name + ">0"
                    : domain.contains("negative") ? ", " + name + "<0" : "";
            return Optional.of(parser.apply(inline.group(2) + integers + sign));
        }
        boolean all = words.equals("all x") || words.startsWith("all x ") || words.equals("all y");
        String plain = all ? words.substring(4) : LEAD.matcher(words).replaceFirst("");
        Matcher set = SET.matcher(plain);
        if (!set.lookingAt()) {
            return Optional.empty();
        }
        String noun = set.group(2);
        boolean bare = noun.length() == 1 || noun.startsWith("value") || noun.startsWith("number");
        boolean adjective = set.start(1) >= 0;
        String rest = plain.substring(set.end()).strip();
        boolean every = words.startsWith("all ") || words.startsWith("any ") || words.startsWith("every ");
        if (bare && !(adjective || every) || noun.length() == 1 && !all) {
            return Optional.empty();
        }
        String adjectives = plain.substring(0, set.start(2));
        Optional<Node> domain = domain(noun, adjectives, set.group(3));
        return domain.flatMap(found -> restricted(found, adjectives, rest, parser));
    }

    private static Optional<Node> domain(String noun, String adjectives, String multiple) {
        OptionalLong none = OptionalLong.empty();
        if (multiple != null) {
            long step = Long.parseLong(multiple);
            return step == 0 ? Optional.empty() : Optional.of(IntegerSets.of(step, 0, none, none, false));
        }
        if (adjectives.contains("odd") || adjectives.contains("even")) {
            boolean natural = noun.startsWith("natural");
            return Optional.of(IntegerSets.of(
                    2, adjectives.contains("odd") ? 1 : 0, natural ? OptionalLong.of(1) : none, none, false));
        }
        if (noun.startsWith("integ")) {
            return Optional.of(IntegerSets.ALL);
        }
        if (noun.startsWith("natural")) {
            return Optional.of(IntegerSets.NATURAL);
        }
        if (noun.startsWith("whole")) {
            return Optional.of(IntegerSets.of(1, 0, OptionalLong.of(0), none, false));
        }
        boolean other = noun.startsWith("rational") || noun.startsWith("complex") || noun.startsWith("irrational");
        if (other) {
            String name = noun.startsWith("rational") ? "Q" : noun.startsWith("complex") ? "C" : "irrational";
            return Optional.of(new Call("mathbb", List.of(new Symbol(name))));
        }
        return Optional.of(new Const(Constant.REALS));
    }

    /** The numbers of a domain that are positive, greater than 2, not -4. */
    private static Optional<Node> restricted(
            Node domain, String adjectives, String rest, Function<String, Node> parser) {
        Symbol bound = new Symbol(SetBuilders.BOUND);
        List<Node> conditions = new ArrayList<>(sign(adjectives, bound));
        Matcher except = EXCEPT.matcher(rest);
        Matcher divisible = DIVISIBLE.matcher(rest);
        Node base = domain;
        if (divisible.matches() && domain.equals(IntegerSets.ALL)) {
            base = IntegerSets.of(
                    Long.parseLong(divisible.group(1)), 0, OptionalLong.empty(), OptionalLong.empty(), false);
        } else if (except.matches()) {
            Node excluded = parser.apply(except.group(1));
            List<Node> items = excluded instanceof Listing listing ? listing.items() : List.of(excluded);
            if (!items.stream().allMatch(NumericParts::isScalar)) {
                return Optional.empty();
            }
            if (domain instanceof Const && conditions.isEmpty()) {
                return Optional.of(new SetOperation('∖', domain, new Group('{', items, '}')));
            }
            items.forEach(item -> conditions.add(new Relation(List.of(bound, item), List.of("≠"))));
        } else if (!rest.isEmpty()) {
            Optional<Node> condition = condition(rest, bound, parser);
            if (condition.isEmpty()) {
                return Optional.empty();
            }
            conditions.add(condition.get());
        }
        return Optional.of(together(base, bound, conditions));
    }

    private static Node together(Node domain, Symbol bound, List<Node> conditions) {
        if (conditions.isEmpty()) {
            return domain;
        }
        boolean integers = domain instanceof Node.IntegerSet;
        List<Node> all = new ArrayList<>(conditions);
        if (integers || domain instanceof Call) {
            all.add(0, new Relation(List.of(bound, domain), List.of("∈")));
        }
        Optional<IntegerSets.Parameter> parameter = integers ? IntegerSets.Parameter.of(all) : Optional.empty();
        if (parameter.isPresent() && parameter.get().excluded().isEmpty()) {
            return IntegerSets.listed(parameter.get().range());
        }
        return all.size() == 1 ? all.get(0) : new Listing(List.copyOf(all), false);
    }

    private static List<Node> sign(String adjectives, Symbol bound) {
        String sign = adjectives.matches(".*non-?negative.*")
                ? "≥"
                : adjectives.matches(".*non-?positive.*")
                        ? "≤"
                        : adjectives.matches(".*non-?zero.*")
                                ? "≠"
                                : adjectives.contains("positive") ? ">" : adjectives.contains("negative") ? "<" : "";
        return sign.isEmpty() ? List.of() : List.of(new Relation(List.of(bound, NodePolynomial.ZERO), List.of(sign)));
    }

    /** "greater than 2", "between 2 and 5". */
    private static Optional<Node> condition(String text, Node subject, Function<String, Node> parser) {
        Matcher statement = STATEMENT.matcher(text);
        if (statement.matches()) {
            Node value = parser.apply(statement.group(3));
            String sign = sign(statement.group(2));
            return NumericParts.isScalar(value)
                    ? Optional.of(new Relation(List.of(subject, value), List.of(sign)))
                    : Optional.empty();
        }
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            return bounded(range.group(1), range.group(2), "≤", subject, parser);
        }
        Matcher between = BETWEEN.matcher(text);
        return between.matches()
                ? bounded(between.group(2), between.group(3), between.group(4) == null ? "<" : "≤", subject, parser)
                : Optional.empty();
    }

    private static Optional<Node> bounded(
            String from, String to, String sign, Node subject, Function<String, Node> parser) {
        Node low = parser.apply(from);
        Node high = parser.apply(to);
        return NumericParts.isScalar(low) && NumericParts.isScalar(high)
                ? Optional.of(new Relation(List.of(low, subject, high), List.of(sign, sign)))
                : Optional.empty();
    }

    private static String sign(String words) {
        return switch (words) {
            case "greater than or equal to", "no less than", "not less than", "at least" -> "≥";
            case "less than or equal to", "no more than", "not more than", "at most" -> "≤";
            case "greater than", "larger than", "bigger than", "more than", "above" -> ">";
            default -> "<";
        };
    }

    /** "x is greater than 2", "x is equal to 5": statements about a letter. */
    private static Optional<Node> statement(String words, String text, Function<String, Node> parser) {
        char first = words.charAt(0);
        boolean letter = first >= 'a' && first <= 'z' && words.length() > 3 && words.charAt(1) == ' ';
        if (!letter) {
            return Optional.empty();
        }
        String name = text.replace("$", "").strip().substring(0, 1);
        Symbol subject =
                new Symbol(name.toLowerCase(Locale.ROOT).equals(words.substring(0, 1)) ? name : words.substring(0, 1));
        Optional<Node> condition = condition(words, subject, parser);
        Matcher equation = EQUALS.matcher(text.replace("$", "")
                .replaceAll("\\\\text\\{([^{}]*)\\}", "$1")
                .replaceAll(" +", " ")
                .strip());
        if (condition.isPresent() || !equation.matches()) {
            return condition;
        }
        Node value = parser.apply(equation.group(2).replaceFirst("^equal to ", ""));
        boolean number = value instanceof Num || NumericParts.isScalar(value);
        return number ? Optional.of(new Relation(List.of(subject, value), List.of("="))) : Optional.empty();
    }
}
