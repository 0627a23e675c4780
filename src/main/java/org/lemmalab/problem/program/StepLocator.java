package org.lemmalab.problem.program;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.lemmalab.problem.program.EquationReader.Located;

/** Finds the places of a step's equations. Running text is read with the annotations blanked out, so that places stay. */
final class StepLocator {
    private record Found(Equation equation, int at, List<EquationPlace> places) {}

    private final String text;
    private final String blanked;

    StepLocator(String text) {
        this.text = text;
        this.blanked = blanked(start -> true);
    }

    /** The text with those annotations blanked out whose start is named. */
    private String blanked(IntPredicate starts) {
        return EquationReader.ANY_ANNOTATION
                .matcher(text)
                .replaceAll(match -> starts.test(match.start())
                        ? " ".repeat(match.group().length())
                        : Matcher.quoteReplacement(match.group()));
    }

    WrittenStep read() {
        List<Found> annotated = annotations();
        List<Found> all = new ArrayList<>(annotated);
        for (Located plain : PlainEquations.read(blanked)) {
            EquationPlace place = place(plain);
            repeated(plain.equation(), annotated)
                    .ifPresentOrElse(
                            known -> known.places().add(place),
                            () -> all.add(new Found(plain.equation(), plain.at(), List.of(place))));
        }
        all.sort(Comparator.comparingInt(Found::at));
        List<WrittenEquation> equations = all.stream()
                .map(found -> new WrittenEquation(found.equation(), found.places()))
                .toList();
        Set<Integer> read = annotated.stream().map(Found::at).collect(Collectors.toSet());
        return new WrittenStep(text, equations, facts(equations, blanked(read::contains)));
    }

    private static Optional<Found> repeated(Equation plain, List<Found> annotated) {
        List<Found> repeated = annotated.stream()
                .filter(known -> EquationReader.repeats(plain, known.equation()))
                .toList();
        return repeated.stream()
                .filter(known -> known.equation().expression().equals(plain.expression()))
                .findFirst()
                .or(() -> repeated.stream().findFirst());
    }

    private static EquationPlace place(Located plain) {
        List<WrittenNumber> result = WrittenNumber.all(plain.result().stream().toList());
        return EquationPlace.of(false, plain.equation().expression(), plain.tokens(), result);
    }

    private List<Found> annotations() {
        List<Found> found = new ArrayList<>();
        Matcher matcher = EquationReader.ANNOTATION.matcher(text);
        while (matcher.find()) {
            String written = EquationReader.stated(matcher.group(2).strip(), matcher.group(3));
            int at = matcher.start();
            ArithmeticParser.parse(matcher.group(1))
                    .filter(expression -> !expression.operators().isEmpty())
                    .ifPresent(expression -> {
                        List<EquationPlace> places = new ArrayList<>();
                        places.add(annotation(matcher, expression));
                        found.add(new Found(EquationReader.equation(expression, written), at, places));
                    });
        }
        return found;
    }

    private EquationPlace annotation(Matcher matcher, Expression expression) {
        List<WrittenNumber> results = new ArrayList<>(within(matcher.start(2), matcher.end(2)));
        if (matcher.group(3) != null) {
            results.addAll(within(matcher.start(3), matcher.end(3)));
        }
        List<Token> tokens = Tokenizer.tokens(matcher.group(1)).stream()
                .map(token -> new Token(token.kind(), token.text(), token.number(), token.start() + matcher.start(1)))
                .toList();
        return EquationPlace.of(true, expression, tokens, results);
    }

    private List<WrittenNumber> within(int start, int end) {
        return WrittenNumber.all(text.substring(start, end)).stream()
                .map(number -> new WrittenNumber(
                        number.value(),
                        new Stretch(
                                number.stretch().start() + start,
                                number.stretch().end() + start),
                        number.percent()))
                .toList();
    }

    /** An annotation that is no equation, such as {@code <<10=10>>}, is made of facts. */
    private static List<WrittenNumber> facts(List<WrittenEquation> equations, String shown) {
        List<Stretch> taken = new ArrayList<>();
        for (WrittenEquation equation : equations) {
            for (EquationPlace place : equation.places()) {
                place.numbers().forEach(number -> taken.add(number.stretch()));
                place.results().forEach(number -> taken.add(number.stretch()));
            }
        }
        return WrittenNumber.all(shown).stream()
                .filter(number -> taken.stream().noneMatch(number.stretch()::overlaps))
                .toList();
    }
}
