package org.lemmalab.experiment.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.Students;

/**
 * How much a study does.
 *
 * @param name quick, standard or full
 * @param seeds runs of the main methods
 * @param sideSeeds runs of all other methods, at most as many
 * @param trainingProblems problems to learn from, over both sets
 * @param samples solutions drawn of each of them
 * @param trainingTokens read in each fine-tuning, the same for every recipe
 * @param rate the full learning rate, which falls to zero in a line
 * @param testProblems of each in-distribution set
 * @param sideProblems of each in-distribution set for methods that are not main ones, the first of them and at most as many
 * @param otherProblems of each out-of-distribution set
 * @param majoritySamples k of maj@k
 * @param majorityProblems of each in-distribution set, for maj@k
 * @param temperatureProblems of each in-distribution set, at each temperature
 * @param dialogues of each kind
 * @param dataShares the shares of the training problems at which data size is varied, rising to 1
 * @param tokenShares how many times the training tokens are read where their number is varied, rising, 1 among them
 * @param otherRates full learning rates that are tried beside the one
 * @param developmentProblems of each in-distribution set, by which a method's own rate is chosen
 */
public record StudyBudget(
        String name,
        int seeds,
        int sideSeeds,
        int trainingProblems,
        int samples,
        long trainingTokens,
        double rate,
        int testProblems,
        int sideProblems,
        int otherProblems,
        int majoritySamples,
        int majorityProblems,
        int temperatureProblems,
        int dialogues,
        List<Double> dataShares,
        List<Double> tokenShares,
        List<Double> otherRates,
        int developmentProblems) {
    /** Folders are named by it. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    /** All experiments in some minutes on two cores: whether everything runs, not what is true. */
    public static final StudyBudget QUICK = new StudyBudget(
            "quick",
            1,
            1,
            60,
            4,
            16_000,
            1.5e-3,
            30,
            30,
            10,
            4,
            12,
            12,
            8,
            List.of(0.5, 1.0),
            List.of(0.5, 1.0),
            List.of(5e-4),
            12);

    /**
     * All experiments of one small student in three quarters of an hour on two slow cores: three seeds and 2,000 test problems for the main comparison, small sets
     * for all others, and neither the training tokens nor the learning rate are varied.
     */
    public static final StudyBudget STANDARD = new StudyBudget(
            "standard",
            3,
            1,
            1_000,
            4,
            400_000,
            1.5e-3,
            1_000,
            150,
            20,
            8,
            50,
            50,
            50,
            List.of(0.25, 1.0),
            List.of(1.0),
            List.of(),
            300);

    /** All experiments of two students in two hours on two slow cores; the main comparison as in the standard budget, what is beside it on larger sets. */
    public static final StudyBudget FULL = new StudyBudget(
            "full",
            3,
            1,
            1_000,
            4,
            400_000,
            1.5e-3,
            1_000,
            400,
            30,
            8,
            100,
            100,
            100,
            List.of(0.25, 1.0),
            List.of(0.5, 1.0, 2.5),
            List.of(5e-4),
            300);

    /** Checks the ranges. */
    public StudyBudget {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new LabException("budget: expected a name of letters, digits, '-' and '_', found '" + name + "'");
        }
        dataShares = copied(name, "data_shares", dataShares);
        tokenShares = copied(name, "token_shares", tokenShares);
        otherRates = copied(name, "other_rates", otherRates);
        requireFromOne(name, "seeds", seeds);
        requireFromOne(name, "side_seeds", sideSeeds);
        requireFromOne(name, "training_problems", trainingProblems);
        requireFromOne(name, "samples", samples);
        requireFromOne(name, "training_tokens", trainingTokens);
        requireFromOne(name, "test_problems", testProblems);
        requireFromOne(name, "side_problems", sideProblems);
        requireFromOne(name, "other_problems", otherProblems);
        requireFromOne(name, "majority_samples", majoritySamples);
        requireFromOne(name, "majority_problems", majorityProblems);
        requireFromOne(name, "temperature_problems", temperatureProblems);
        requireFromOne(name, "dialogues", dialogues);
        requireFromOne(name, "development_problems", developmentProblems);
        requireAtMost(name, "side_seeds", sideSeeds, "seeds", seeds);
        requireAtMost(name, "side_problems", sideProblems, "test_problems", testProblems);
        if (!(rate > 0)) {
            throw new LabException("budget " + name + ": expected a rate above 0, found " + rate);
        }
        if (otherRates.contains(rate) || otherRates.stream().anyMatch(other -> !(other > 0))) {
            throw new LabException("budget " + name + ": expected other_rates above 0 beside the rate of " + rate
                    + ", found " + otherRates);
        }
        if (dataShares.isEmpty()
                || dataShares.stream().anyMatch(share -> !(share > 0 && share <= 1))
                || dataShares.get(dataShares.size() - 1) != 1) {
            throw new LabException(
                    "budget " + name + ": expected data_shares above 0 that rise to 1, found " + dataShares);
        }
        if (!tokenShares.contains(1.0)
                || !tokenShares.equals(tokenShares.stream().sorted().distinct().toList())
                || !(tokenShares.get(0) > 0)) {
            throw new LabException(
                    "budget " + name + ": expected token_shares above 0 that rise, 1 among them, found " + tokenShares);
        }
    }

    /**
     * @param name quick, standard or full, or a JSON file with all the fields
     * @return the budget
     * @throws LabException if there is none of that name
     */
    public static StudyBudget named(String name) {
        return List.of(QUICK, STANDARD, FULL).stream()
                .filter(budget -> budget.name().equals(name))
                .findFirst()
                .orElseGet(() -> read(Path.of(name)));
    }

    /**
     * @return the folders of the shipped students that it is meant for: of the standard budget the smallest, which takes the least time, of others
     *     all
     */
    public List<Path> shippedStudents() {
        return name.equals(STANDARD.name) ? Students.smallest().stream().toList() : Students.folders();
    }

    /**
     * @return what a recorded study of this budget is called among the project's figures: that of the full one is the record
     */
    public String recordName() {
        return name.equals(FULL.name) ? "study" : "study-" + name;
    }

    private static StudyBudget read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new LabException("budget: expected quick, standard, full or a JSON file, found '" + file + "'");
        }
        try {
            return Json.mapper().treeToValue(Json.parse(Files.readString(file)), StudyBudget.class);
        } catch (JsonProcessingException e) {
            String reason = e.getCause() instanceof LabException cause ? cause.getMessage() : e.getOriginalMessage();
            throw new LabException(file + ": " + reason, e);
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e, e);
        }
    }

    /**
     * @param count runs of the main methods
     * @return this budget with as many, and no more of the others
     */
    public StudyBudget withSeeds(int count) {
        return new StudyBudget(
                name,
                count,
                Math.min(count, sideSeeds),
                trainingProblems,
                samples,
                trainingTokens,
                rate,
                testProblems,
                sideProblems,
                otherProblems,
                majoritySamples,
                majorityProblems,
                temperatureProblems,
                dialogues,
                dataShares,
                tokenShares,
                otherRates,
                developmentProblems);
    }

    /** A file may lack a list. */
    private static List<Double> copied(String budget, String field, List<Double> list) {
        if (list == null) {
            throw new LabException("budget " + budget + ": expected " + field + ", found none");
        }
        return List.copyOf(list);
    }

    private static void requireAtMost(String budget, String field, long value, String other, long most) {
        if (value > most) {
            throw new LabException("budget " + budget + ": expected at most as many " + field + " as " + other
                    + ", found " + value + " of " + most);
        }
    }

    private static void requireFromOne(String budget, String field, long value) {
        if (value < 1) {
            throw new LabException("budget " + budget + ": expected " + field + " from 1, found " + value);
        }
    }
}
