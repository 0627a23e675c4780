package org.lemmalab.notebook.course;

import static org.lemmalab.notebook.course.Hints.hint;
import static org.lemmalab.notebook.course.Hints.near;
import static org.lemmalab.notebook.course.Hints.none;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lemmalab.mistake.AgreementTable;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Kappa;
import org.lemmalab.mistake.KnownError;
import org.lemmalab.notebook.course.ErrorsUnit.Labels;
import org.lemmalab.solution.Step;

/** How the exercises of {@link ErrorsUnit} are judged. */
final class ErrorsJudge {
    private ErrorsJudge() {}

    static Optional<String> steps(List<KnownError> shown, List<Integer> found) {
        if (found.size() != shown.size()) {
            return hint("Expected %d numbers, one for each of A to D, found %d.", shown.size(), found.size());
        }
        List<String> hints = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            step(shown.get(i), Hints.letter(i), found.get(i)).ifPresent(hints::add);
        }
        return hints.stream().findFirst().map(first -> first + Hints.count(found.size() - hints.size(), found.size()));
    }

    static Optional<String> step(KnownError shown, String letter, int found) {
        int most = shown.subject().attempt().solution().steps().size();
        int expected = shown.firstWrongStep();
        if (found < 1 || found > most) {
            return hint("%s: steps count from 1 to %d, found %d.", letter, most, found);
        }
        if (found < expected) {
            return hint(
                    "%s: step %d holds. All that it uses stands in the question or follows from it. Go on reading.",
                    letter, found);
        }
        return found == expected
                ? none()
                : hint(
                        "%s: before step %d something was wrong already. Where do its numbers come from?",
                        letter, found);
    }

    static Optional<String> types(List<KnownError> shown, List<ErrorType> found) {
        if (found.size() != shown.size()) {
            return hint("Expected %d types, one for each of A to D, found %d.", shown.size(), found.size());
        }
        List<Integer> wrong = IntStream.range(0, found.size())
                .filter(i -> found.get(i) != shown.get(i).type())
                .boxed()
                .toList();
        return wrong.stream()
                .findFirst()
                .flatMap(i -> hint(
                        "%s: you say %s, which means: %s. Hold that against the first wrong step, word by word."
                                + " What does the step get wrong: its arithmetic, a number, or the reason for it?%s",
                        Hints.letter(i),
                        found.get(i).title(),
                        found.get(i).definition().replaceFirst("\\.$", ""),
                        Hints.count(found.size() - wrong.size(), found.size())));
    }

    static Optional<String> sharesOf(Function<List<KnownError>, Map<ErrorType, Double>> answer, List<KnownError> all) {
        Map<ErrorType, Double> found = answer.apply(all);
        if (found.isEmpty()) {
            return hint("Of %d errors your map holds no type. Which type does each error have?", all.size());
        }
        double sum = found.values().stream().mapToDouble(Double::doubleValue).sum();
        if (near(sum, all.size())) {
            return hint("Your values add up to %.0f, the number of errors: these are counts. Shares add up to?", sum);
        }
        if (!near(sum, 1)) {
            return hint(
                    "For %d errors your values add up to %.3f. Shares of a whole add up to 1. What do you divide by?",
                    all.size(), sum);
        }
        Map<ErrorType, Double> expected = new EnumMap<>(ErrorType.class);
        all.forEach(error -> expected.merge(error.type(), 1.0 / all.size(), Double::sum));
        return expected.entrySet().stream()
                .filter(entry -> !near(found.getOrDefault(entry.getKey(), 0.0), entry.getValue()))
                .findFirst()
                .flatMap(entry -> hint(
                        "Your values add up to 1, but among %d errors you find %.3f for %s. Count those by hand.",
                        all.size(),
                        found.getOrDefault(entry.getKey(), 0.0),
                        entry.getKey().title()));
    }

    static Optional<String> cut(KnownError error, List<Step> found) {
        List<Step> all = error.subject().attempt().solution().steps();
        if (found.equals(all.subList(0, error.firstWrongStep()))) {
            return none();
        }
        String where = String.format(
                "%s has %d steps and goes wrong at step %d; you keep %d. ",
                error.subject().attempt().id(), all.size(), error.firstWrongStep(), found.size());
        if (found.size() < error.firstWrongStep()) {
            return Optional.of(where + "What would a reflection speak of, if the error itself is not in the text?");
        }
        return Optional.of(where
                + (found.size() > error.firstWrongStep()
                        ? "What is there to learn from steps that only build on the error?"
                        : "They are as many as should be, but not the first ones."));
    }

    static Optional<String> agreement(List<Labels> labels, double found) {
        long decided =
                labels.stream().filter(label -> label.analyst().isPresent()).count();
        double same = labels.stream()
                .filter(label -> label.analyst().equals(Optional.of(label.person())))
                .count();
        if (near(found, same / labels.size())) {
            return none();
        }
        if (decided < labels.size() && near(found, same / decided)) {
            return hint(
                    "Found %.3f, the agreement where the program decides. Does saying nothing count as agreeing?",
                    found);
        }
        if (found > 1) {
            return hint("Found %.3f; a share lies between 0 and 1. Divide what by what?", found);
        }
        return near(found, 1 - same / labels.size())
                ? hint("Found %.3f, the share on which they differ.", found)
                : hint("Found %.3f. Of %d errors, on how many do both name the same type?", found, labels.size());
    }

    static Optional<String> kappa(long[][] table, double found) {
        AgreementTable counts = new AgreementTable(List.of("first", "second"));
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                counts.add(counts.categories().get(i), counts.categories().get(j), table[i][j]);
            }
        }
        Kappa kappa = counts.kappa().orElseThrow();
        if (near(found, kappa.value())) {
            return none();
        }
        String where = String.format(
                "For the table [%d, %d], [%d, %d] found %.3f",
                table[0][0], table[0][1], table[1][0], table[1][1], found);
        if (near(found, kappa.observed())) {
            return Optional.of(where
                    + ", the raw agreement. How often would two people agree who only guess, each at their own rates?");
        }
        if (near(found, kappa.expected())) {
            return Optional.of(where + ", the agreement expected by chance. How far above it is what was observed?");
        }
        return near(found, kappa.observed() - kappa.expected())
                ? Optional.of(where + ", the gain over chance. How large could that gain have been at most?")
                : Optional.of(where
                        + ". Take rows and columns one by one: whose rates are the row sums, whose the column sums?");
    }
}
