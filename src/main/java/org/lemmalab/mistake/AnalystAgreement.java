package org.lemmalab.mistake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;

/**
 * How far two analysts agree on the same attempts, in five respects. In {@code steps} and {@code types} an attempt that is correct or
 * undecided has that as its category, so the agreement on verdicts is part of them; {@code stepsOfWrong} and {@code typesOfWrong} count
 * only what both call wrong.
 *
 * @param verdicts correct, wrong, undecided
 * @param steps the first wrong step
 * @param types the error type
 * @param stepsOfWrong the first wrong step where both see an error
 * @param typesOfWrong the error type where both see an error
 * @param onlyFirst attempts that only the first has
 * @param onlySecond attempts that only the second has
 */
public record AnalystAgreement(
        AgreementTable verdicts,
        AgreementTable steps,
        AgreementTable types,
        AgreementTable stepsOfWrong,
        AgreementTable typesOfWrong,
        long onlyFirst,
        long onlySecond) {
    private static final List<String> NO_ERROR = List.of("correct", "undecided");

    /**
     * @param first labelled attempts
     * @param second the same attempts, labelled by another analyst; matched by id
     * @return their agreement
     * @throws LabException if an id comes twice, or names attempts with other steps
     */
    public static AnalystAgreement of(Iterable<LabelledAttempt> first, Iterable<LabelledAttempt> second) {
        Map<String, LabelledAttempt> ones = byId(first);
        Map<String, LabelledAttempt> others = byId(second);
        List<LabelledAttempt> shared = new ArrayList<>();
        ones.forEach((id, labelled) -> {
            if (others.containsKey(id)) {
                requireSame(labelled, others.get(id));
                shared.add(labelled);
            }
        });
        AnalystAgreement agreement = empty(mostSteps(ones), ones.size() - shared.size(), others.size() - shared.size());
        shared.forEach(labelled ->
                agreement.add(labelled, others.get(labelled.attempt().id())));
        return agreement;
    }

    /**
     * @return the tables by what they compare
     */
    public Map<String, AgreementTable> tables() {
        Map<String, AgreementTable> tables = new LinkedHashMap<>();
        tables.put("verdict", verdicts);
        tables.put("first wrong step", steps);
        tables.put("error type", types);
        tables.put("first wrong step, both wrong", stepsOfWrong);
        tables.put("error type, both wrong", typesOfWrong);
        return tables;
    }

    private static AnalystAgreement empty(int mostSteps, long onlyFirst, long onlySecond) {
        List<String> types =
                Arrays.stream(ErrorType.values()).map(ErrorType::label).toList();
        List<String> steps = IntStream.rangeClosed(1, mostSteps)
                .mapToObj(AnalystAgreement::step)
                .toList();
        return new AnalystAgreement(
                new AgreementTable(List.of("correct", "wrong", "undecided")),
                new AgreementTable(joined(steps)),
                new AgreementTable(joined(types)),
                new AgreementTable(steps),
                new AgreementTable(types),
                onlyFirst,
                onlySecond);
    }

    private void add(LabelledAttempt one, LabelledAttempt other) {
        verdicts.add(one.verdict(), other.verdict());
        steps.add(stepOf(one), stepOf(other));
        types.add(typeOf(one), typeOf(other));
        if (one.errorType().isPresent() && other.errorType().isPresent()) {
            stepsOfWrong.add(stepOf(one), stepOf(other));
            typesOfWrong.add(typeOf(one), typeOf(other));
        }
    }

    private static String stepOf(LabelledAttempt labelled) {
        return labelled.analysis() instanceof Analysis.Wrong wrong ? step(wrong.firstWrongStep()) : labelled.verdict();
    }

    private static String typeOf(LabelledAttempt labelled) {
        return labelled.errorType().map(ErrorType::label).orElse(labelled.verdict());
    }

    private static String step(int number) {
        return "step " + number;
    }

    private static List<String> joined(List<String> categories) {
        List<String> all = new ArrayList<>(categories);
        all.addAll(NO_ERROR);
        return all;
    }

    private static int mostSteps(Map<String, LabelledAttempt> labelled) {
        return labelled.values().stream()
                .mapToInt(attempt ->
                        Math.max(1, attempt.attempt().solution().steps().size()))
                .max()
                .orElse(1);
    }

    private static Map<String, LabelledAttempt> byId(Iterable<LabelledAttempt> labelled) {
        Map<String, LabelledAttempt> byId = new LinkedHashMap<>();
        for (LabelledAttempt attempt : labelled) {
            if (byId.put(attempt.attempt().id(), attempt) != null) {
                throw new LabException("agreement: expected each attempt once, found "
                        + attempt.attempt().id() + " twice");
            }
        }
        return byId;
    }

    private static void requireSame(LabelledAttempt one, LabelledAttempt other) {
        if (!one.attempt().solution().steps().equals(other.attempt().solution().steps())) {
            throw new LabException("agreement: expected the same steps in both files, found others in attempt "
                    + one.attempt().id());
        }
    }
}
