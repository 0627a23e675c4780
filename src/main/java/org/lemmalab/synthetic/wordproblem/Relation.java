package org.lemmalab.synthetic.wordproblem;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How one quantity depends on others, and how that is said. A solution says it again as training's questions do. In the texts {@code {a}} is the quantity, {@code {x}} and {@code {y}} are those
 * it depends on, {@code {c}} is a number.
 */
public enum Relation {
    /** A number alone. The value stands after the name, as everywhere: a decoder looks a value up by the name before it. */
    GIVEN(
            "",
            false,
            List.of("{a}: {c}.", "{a}: {c} in all."),
            List.of("somebody counted {c} {a}.", "the number of {a} is {c}.")),
    /** So many more. */
    MORE(
            "+",
            false,
            List.of("{a}: {c} more than {x}.", "{a}: {x} plus {c}."),
            List.of("the {a} outnumber the {x} by {c}.", "adding {c} to the number of {x} gives the number of {a}.")),
    /** So many fewer. */
    FEWER(
            "-",
            false,
            List.of("{a}: {c} fewer than {x}.", "{a}: {x} minus {c}."),
            List.of(
                    "the {a} fall short of the {x} by {c}.",
                    "taking {c} from the number of {x} gives the number of {a}.")),
    /** So many times as many. */
    TIMES(
            "*",
            false,
            List.of("{a}: {c} times {x}.", "{a}: {x} times {c}."),
            List.of("to each of the {x} belong {c} {a}.", "the number of {a} is the number of {x} multiplied by {c}.")),
    /** Two together. */
    SUM(
            "+",
            true,
            List.of("{a}: {x} plus {y}.", "{a}: {x} and {y} together."),
            List.of(
                    "counting {x} along with {y} gives the number of {a}.",
                    "the number of {a} is that of {x} and {y} combined.")),
    /** One less the other. */
    DIFFERENCE(
            "-",
            true,
            List.of("{a}: {x} minus {y}.", "{a}: {x} without {y}."),
            List.of(
                    "taking the number of {y} from that of {x} gives the number of {a}.",
                    "the {x} outnumber the {y} by as many as there are {a}."));

    private final String operator;
    private final boolean two;
    private final List<String> statements;
    private final List<String> reworded;
    private final List<Form> stated;
    private final List<Form> said;

    Relation(String operator, boolean two, List<String> statements, List<String> reworded) {
        this.operator = operator;
        this.two = two;
        this.statements = statements;
        this.reworded = reworded;
        this.stated = Stream.concat(forms(statements), forms(reworded)).toList();
        this.said = operator.isEmpty() ? List.of() : forms(statements).toList();
    }

    private static Stream<Form> forms(List<String> texts) {
        return IntStream.range(0, texts.size()).mapToObj(i -> Form.of(texts.get(i), i));
    }

    /** A text with places, as a pattern, the letters of its places in their order, and which wording it is. */
    private record Form(Pattern pattern, List<String> letters, int wording) {
        private static final Pattern PLACE = Pattern.compile("\\{([acxy])}");

        static Form of(String text, int wording) {
            List<String> letters =
                    PLACE.matcher(text).results().map(place -> place.group(1)).toList();
            String pattern = text.replaceAll("[.?]", "\\\\$0")
                    .replace("{c}", "(\\d{1,9})")
                    .replaceAll("\\{[axy]}", "(\\\\p{L}+)");
            return new Form(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), letters, wording);
        }

        Optional<Statement> read(Relation relation, String text) {
            Matcher matcher = pattern.matcher(text.strip());
            if (!matcher.matches()) {
                return Optional.empty();
            }
            Map<String, String> found = new HashMap<>();
            for (int i = 0; i < letters.size(); i++) {
                found.put(letters.get(i), matcher.group(i + 1).toLowerCase(Locale.ROOT));
            }
            List<String> on =
                    Stream.of("x", "y").map(found::get).filter(Objects::nonNull).toList();
            long number = Long.parseLong(found.getOrDefault("c", "0"));
            return Optional.of(new Statement(found.get("a"), relation, on, number, wording));
        }
    }

    /**
     * @param sentence one sentence of a question
     * @return what it states of a quantity; empty where it is no such sentence
     */
    static Optional<Statement> stated(String sentence) {
        return read(sentence, relation -> relation.stated);
    }

    /**
     * @param line the first line of a step, for example {@code Kites: lamps minus wheels.}
     * @return what it says of a quantity; empty where it is no such line
     */
    public static Optional<Statement> said(String line) {
        return read(line, relation -> relation.said);
    }

    private static Optional<Statement> read(String text, Function<Relation, List<Form>> forms) {
        return Stream.of(values())
                .flatMap(relation -> forms.apply(relation).stream()
                        .map(form -> form.read(relation, text))
                        .flatMap(Optional::stream))
                .findFirst();
    }

    /**
     * @return the sign of the operation; empty for a number alone
     */
    public String operator() {
        return operator;
    }

    /**
     * @return whether it depends on two quantities rather than on one and a number
     */
    public boolean ofTwo() {
        return two;
    }

    /** The ways to state it in a question; the reworded ones never stand in training. */
    List<String> statements(boolean isReworded) {
        return isReworded ? reworded : statements;
    }

    /** Those that work out something. */
    static final List<Relation> DERIVED = List.of(MORE, FEWER, TIMES, SUM, DIFFERENCE);
}
