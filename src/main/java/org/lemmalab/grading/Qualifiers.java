package org.lemmalab.grading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.grading.Node.Call;
import org.lemmalab.grading.Node.Const;
import org.lemmalab.grading.Node.Constant;
import org.lemmalab.grading.Node.Group;
import org.lemmalab.grading.Node.Listing;
import org.lemmalab.grading.Node.Qualified;
import org.lemmalab.grading.Node.Relation;
import org.lemmalab.grading.Node.Sum;
import org.lemmalab.grading.Node.Symbol;
import org.lemmalab.grading.Node.Words;

/**
 * Finds what is said about an answer's variables rather than by the answer: "for all x", "where c is a constant", "n ≥ 1",
 * "k ∈ ℤ". The answer and these conditions become one {@link Qualified}; conditions that make it a set of integers do so here.
 */
final class Qualifiers {
    /** What a variable may be where nothing else is said: any constant. */
    static final Node ANYTHING = new Words("any");

    private static final Pattern SPLIT =
            Pattern.compile("(?:\\\\(?:text|mathrm|textrm|mbox)\\s*\\{[\\s~]*)?[,(]?[\\s~]*"
                    + "(?<![a-zA-Z\\\\])(?:for|where|with|whenever|provided|such that|given|as long as)(?![a-zA-Z])"
                    + "|(?:\\\\[ ,;:]|[,\\s~])*(?:\\\\forall(?![a-zA-Z])|∀)"
                    + "|,[\\s~]*(?=(?:\\\\text\\{)?[a-zA-Z](?:[}\\s~]|\\\\[ ,;:])*(?:\\\\text\\{\\s*)?(?:is |an? |any )*"
                    + "(?:integer|real|natural|constant|arbitrary|positive))");
    private static final Pattern TEXT = Pattern.compile("\\\\(?:text|mathrm|textrm|mbox)\\s*\\{([^{}]*)\\}?");
    private static final Pattern WORD =
            Pattern.compile("(?<![a-zA-Z\\\\])(?:[a-zA-Z]{2,}|an?(?= +[a-z]{4}))(?![a-zA-Z])");
    private static final Set<String> PASSED_OVER = Set.of(
            ("for where with all any every each some is are be an a the arbitrary fixed number numbers value values of such that and"
                            + " given provided whenever as long parameter can constants scalar denotes ranges over runs through")
                    .split(" "));
    private static final String TRIMMED = " ,;.~()";

    private Qualifiers() {}

    /** An answer's text and the conditions that follow it. */
    record Parts(String answer, List<Node> conditions) {}

    /**
     * Parts a text with a qualifier in words or in brackets at its end.
     *
     * @param parser reads mathematics
     */
    static Optional<Parts> split(String text, Function<String, Node> parser) {
        boolean words = text.indexOf("for") > 0
                || text.indexOf("where") > 0
                || text.indexOf("with") > 0
                || text.indexOf("such that") > 0
                || text.indexOf("provided") > 0
                || text.indexOf("whenever") > 0
                || text.indexOf("given") > 0
                || text.indexOf("forall") > 0
                || text.indexOf("integer") > 0
                || text.indexOf(" real") > 0
                || text.indexOf("constant") > 0;
        if (words) {
            Matcher split = SPLIT.matcher(text);
            if (split.find() && split.start() > 0) {
                return parts(text, split.start(), text.substring(split.start()), parser);
            }
        }
        int quad = text.lastIndexOf("quad");
        if (text.endsWith(")") && (text.indexOf('\\') > 0 || text.indexOf('∈') > 0)) {
            int open = text.lastIndexOf('(');
            boolean apart =
                    open > 1 && " \\}~d,".indexOf(text.charAt(open - 1)) >= 0 && isStatement(text.substring(open));
            return apart ? parts(text, open, text.substring(open), parser) : Optional.empty();
        }
        boolean afterSpace = quad > 1 && isStatement(text.substring(quad));
        return afterSpace
                ? parts(text, text.lastIndexOf('\\', quad), text.substring(quad + 4), parser)
                : Optional.empty();
    }

    private static boolean isStatement(String text) {
        return text.contains("\\in")
                || text.indexOf('∈') >= 0
                || text.contains("\\ne")
                || text.contains("\\ge")
                || text.contains("\\le ")
                || text.indexOf('≠') >= 0
                || text.indexOf('≥') >= 0
                || text.indexOf('<') >= 0
                || text.indexOf('>') >= 0;
    }

    private static Optional<Parts> parts(String text, int end, String qualifier, Function<String, Node> parser) {
        String answer = text.substring(0, end).strip();
        while (answer.endsWith("\\")
                || answer.endsWith(",")
                || answer.endsWith("\\,")
                || answer.endsWith("\\;")
                || answer.endsWith("\\quad")
                || answer.endsWith("\\qquad")) {
            int cut = answer.endsWith("quad") ? answer.lastIndexOf('\\') : answer.length() - 1;
            answer = answer.substring(0, cut).strip();
        }
        Optional<List<Node>> conditions = answer.isEmpty() ? Optional.empty() : conditions(qualifier, parser);
        String kept = answer;
        return conditions.filter(all -> !all.isEmpty()).map(all -> new Parts(kept, all));
    }

    /** The conditions in "where k is an integer", "for all x ∈ ℝ", "for n ≥ 1"; empty where a word is not understood. */
    private static Optional<List<Node>> conditions(String qualifier, Function<String, Node> parser) {
        String plain = TEXT.matcher(qualifier)
                .replaceAll(" $1 ")
                .replace("\\forall", " ")
                .replace('∀', ' ');
        Matcher matcher = WORD.matcher(plain);
        StringBuilder rest = new StringBuilder();
        Domain domain = new Domain();
        while (matcher.find()) {
            String word = matcher.group().toLowerCase(java.util.Locale.ROOT);
            boolean known = PASSED_OVER.contains(word) || domain.take(word);
            if (!known && !word.equals("in")) {
                return Optional.empty();
            }
            matcher.appendReplacement(rest, word.equals("in") ? "\\\\in " : " ");
        }
        matcher.appendTail(rest);
        String mathematics = trimmed(rest.toString());
        if (mathematics.isEmpty()) {
            return Optional.empty();
        }
        try {
            return statements(parser.apply(mathematics), domain);
        } catch (NoMathematics e) {
            return Optional.empty();
        }
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && TRIMMED.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && TRIMMED.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    private static Optional<List<Node>> statements(Node node, Domain domain) {
        List<Node> all = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        for (Node item : node instanceof Listing listing ? listing.items() : List.of(node)) {
            if (item instanceof Symbol symbol) {
                names.add(symbol.name());
            } else if (isCondition(item)) {
                all.add(item);
                RealSetReader.subject(item).ifPresent(names::add);
            } else {
                return Optional.empty();
            }
        }
        names.forEach(name -> all.addAll(domain.of(new Symbol(name))));
        return Optional.of(List.copyOf(all));
    }

    private static boolean isCondition(Node node) {
        return node instanceof Relation relation
                && relation.relations().stream().allMatch(sign -> "<≤>≥≠∈".contains(sign));
    }

    /** The domain that words name: "positive integers", "real", "constant". */
    private static final class Domain {
        private Optional<Node> set = Optional.empty();
        private String bound = "";

        boolean take(String word) {
            switch (word) {
                case "integer", "integers" -> set = Optional.of(IntegerSets.ALL);
                case "natural", "whole" -> set = Optional.of(IntegerSets.NATURAL);
                case "real", "reals" -> set = Optional.of(new Const(Constant.REALS));
                case "rational" -> set = Optional.of(new Call("mathbb", List.of(new Symbol("Q"))));
                case "complex" -> set = Optional.of(new Call("mathbb", List.of(new Symbol("C"))));
                case "constant" -> set = set.isPresent() ? set : Optional.of(ANYTHING);
                case "positive" -> bound = ">";
                case "negative" -> bound = bound.equals("non") ? "≥" : "<";
                case "nonnegative" -> bound = "≥";
                case "nonpositive" -> bound = "≤";
                case "nonzero" -> bound = "≠";
                case "non" -> bound = "non";
                default -> {
                    return false;
                }
            }
            return true;
        }

        List<Node> of(Symbol variable) {
            List<Node> conditions = new ArrayList<>();
            conditions.add(new Relation(List.of(variable, set.orElse(ANYTHING)), List.of("∈")));
            if (!bound.isEmpty() && !bound.equals("non")) {
                conditions.add(new Relation(List.of(variable, NodePolynomial.ZERO), List.of(bound)));
            }
            return conditions;
        }
    }

    /** The same answer with its conditions apart, set builders and names of sets as sets. */
    static Node normal(Node node, Budget budget) {
        if (node instanceof Group group
                && group.open() == '{'
                && group.items().size() == 1
                && group.items().get(0) instanceof Qualified builder) {
            return SetBuilders.set(builder.value(), flat(builder.conditions()), budget);
        }
        if (node instanceof Group group && group.items().contains(Progressions.ELLIPSIS)) {
            return Progressions.set(group.items());
        }
        if (node instanceof Listing listing) {
            return listing.items().contains(Progressions.ELLIPSIS)
                    ? Progressions.set(listing.items())
                    : listing(listing, budget);
        }
        if (node instanceof Sum sum) {
            return SetBuilders.difference(sum);
        }
        Optional<Node.IntegerSet> integers = IntegerSets.named(node);
        return integers.isPresent() ? integers.get() : SetBuilders.named(node);
    }

    /** The answer under conditions. */
    static Node qualified(Node value, List<Node> conditions, Budget budget) {
        if (value instanceof Relation relation && isCondition(relation)) {
            List<Node> all = new ArrayList<>(List.of(value));
            conditions.stream().filter(each -> !isAnything(each)).forEach(all::add);
            return all.size() == 1 ? value : listing(new Listing(all, false), budget);
        }
        return new Qualified(value, conditions);
    }

    static boolean isAnything(Node condition) {
        return condition instanceof Relation relation && relation.members().contains(ANYTHING);
    }

    private static List<Node> flat(List<Node> conditions) {
        List<Node> all = new ArrayList<>();
        for (Node condition : conditions) {
            boolean both = condition instanceof Listing listing && !listing.alternatives();
            all.addAll(both ? ((Listing) condition).items() : List.of(condition));
        }
        return all;
    }

    private static Node listing(Listing listing, Budget budget) {
        List<Node> items = each(listing.items());
        int first = items.size();
        while (first > 0 && isCondition(items.get(first - 1))) {
            first--;
        }
        if (first == items.size()) {
            return listing;
        }
        if (first == 0) {
            Listing statements = new Listing(items, listing.alternatives());
            return listing.alternatives() ? statements : integers(statements, budget);
        }
        List<Node> conditions = items.subList(first, items.size());
        boolean members = conditions.stream()
                .allMatch(each -> ((Relation) each).relations().contains("∈"));
        if (listing.alternatives() && !members) {
            return listing;
        }
        Set<String> names = new TreeSet<>();
        items.subList(0, first).forEach(item -> collect(item, names));
        boolean about = conditions.stream().allMatch(condition -> {
            Set<String> own = new TreeSet<>();
            collect(((Relation) condition).members().get(0), own);
            return names.containsAll(own)
                    || RealSetReader.subject(condition).map(names::contains).orElse(false);
        });
        Node value = first == 1
                ? items.get(0)
                : Normaliser.normal(new Listing(List.copyOf(items.subList(0, first)), listing.alternatives()));
        return about ? qualified(value, List.copyOf(conditions), budget) : listing;
    }

    /** "x ≠ 2, 3" as x ≠ 2, x ≠ 3. */
    private static List<Node> each(List<Node> items) {
        boolean several = items.get(0) instanceof Relation first
                && first.relations().equals(List.of("≠"))
                && items.stream().skip(1).allMatch(NumericParts::isScalar);
        if (!several) {
            return items;
        }
        Relation first = (Relation) items.get(0);
        return items.stream()
                .map(item -> item == first
                        ? first
                        : (Node) new Relation(List.of(first.members().get(0), item), first.relations()))
                .toList();
    }

    /** Statements about one integer are a set of integers. */
    private static Node integers(Listing listing, Budget budget) {
        Optional<IntegerSets.Parameter> parameter = IntegerSets.Parameter.of(listing.items());
        return parameter
                .flatMap(found -> IntegerSets.of(new Symbol(found.name()), listing.items(), budget))
                .orElse(listing);
    }

    /** The names of all variables anywhere in a node. */
    static void collect(Node node, Set<String> names) {
        if (node instanceof Symbol symbol) {
            names.add(symbol.name());
        } else if (node instanceof Listing listing) {
            listing.items().forEach(item -> collect(item, names));
        } else {
            Normaliser.map(node, part -> {
                collect(part, names);
                return part;
            });
        }
    }
}
