package org.lemmalab.reflection.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.MistakeAugmentation;
import org.lemmalab.mistake.MistakeAugmentation.Sources;
import org.lemmalab.mistake.MistakeAugmentation.TypeChoice;
import org.lemmalab.reflection.ConnectionStyle;

/**
 * How a set of triplets is made, as a JSON file says it; what the file does not name is as in {@link #DEFAULT}. Paths are relative to
 * the file.
 *
 * @param problems JSON Lines of problems: question and answer, id where known; or a set of the data folder: {@code gsm8k/train}
 * @param attempts a student's attempts, as {@code lab sample} writes them; without them all errors are the teacher's
 * @param output the folder of the run
 * @param seed decides every choice
 * @param teacher who teaches
 * @param errors which errors are used
 * @param corrections how they are corrected
 * @param connection what stands between error and correction
 * @param filters what is removed
 * @param size how many triplets are kept, drawn by the seed, to match another set's size; empty for all
 */
public record TripletConfig(
        String problems,
        Optional<String> attempts,
        String output,
        long seed,
        Who teacher,
        Errors errors,
        Corrections corrections,
        Link connection,
        Filters filters,
        Optional<Integer> size) {
    /** GSM8K's training problems, the program as teacher, errors of the teacher alone, smooth links. */
    public static final TripletConfig DEFAULT = new TripletConfig(
            "gsm8k/train",
            Optional.empty(),
            "runs/triplets",
            1,
            Who.PROGRAM,
            new Errors(true, true, "per_question", "fixed", 7, 4, 20, true),
            new Corrections(true, true, false),
            new Link("smooth", 4, Who.NOBODY, "continue"),
            new Filters(4, 120, 600, 0.9, 13, true),
            Optional.empty());

    /**
     * A model or the program.
     *
     * @param kind {@code program}, {@code checkpoint}, {@code endpoint} or {@code none}
     * @param place the checkpoint's folder or the endpoint's base URL; empty for the program
     * @param model the model's name at the endpoint
     * @param keyVariable the environment variable that holds the endpoint's key; empty where it needs none
     * @param analyses how many replies an analysis asks a model for
     * @param concurrency requests to an endpoint at a time
     */
    public record Who(String kind, String place, String model, String keyVariable, int analyses, int concurrency) {
        /** The program: no model is needed. */
        public static final Who PROGRAM = new Who("program", "", "", "", 1, 8);

        /** Nobody. */
        public static final Who NOBODY = new Who("none", "", "", "", 1, 8);

        /** Checks that a model has a place. */
        public Who {
            boolean isModel = switch (kind) {
                case "program", "none" -> false;
                case "checkpoint", "endpoint" -> true;
                default ->
                    throw new LabException(
                            "kind: expected program, checkpoint, endpoint or none, found '" + kind + "'");
            };
            if (isModel && place.isBlank() || kind.equals("endpoint") && model.isBlank()) {
                throw new LabException("kind " + kind + ": expected a place (folder or URL), and a model's name for an"
                        + " endpoint, found '" + place + "' and '" + model + "'");
            }
            if (analyses < 1 || concurrency < 1) {
                throw new LabException(
                        "expected analyses and concurrency from 1, found " + analyses + " and " + concurrency);
            }
        }
    }

    /**
     * Which errors are used.
     *
     * @param student the student's own; off for "teacher only"
     * @param teacher those that the teacher injects; off for "without error augmentation"
     * @param types how the teacher's types are drawn: {@code per_question} (from the question's own distribution,
     *     smoothed towards the overall one), {@code overall} or {@code uniform}; without a student's errors always uniformly
     * @param budget how many: {@code fixed}, or {@code failure_rate} (LEMMA-Hard: failure rate × k_max for each question, half of them
     *     the student's, half the teacher's)
     * @param teacherErrors of each question, for {@code fixed}
     * @param studentErrors of each question at most, for {@code fixed}
     * @param kMax k_max, for {@code failure_rate}
     * @param verify whether the program's analyst must find each of the teacher's errors again, step and type
     */
    public record Errors(
            boolean student,
            boolean teacher,
            String types,
            String budget,
            int teacherErrors,
            int studentErrors,
            int kMax,
            boolean verify) {
        /** Checks the names and the ranges. */
        public Errors {
            requireOneOf("errors.types", types, List.of("per_question", "overall", "uniform"));
            requireOneOf("errors.budget", budget, List.of("fixed", "failure_rate"));
            if (!student && !teacher) {
                throw new LabException("errors: expected student or teacher to be true, found both false");
            }
            if (teacherErrors < 0 || studentErrors < 0 || kMax < 1) {
                throw new LabException(
                        "errors: expected teacher_errors and student_errors from 0 and k_max from 1, found "
                                + teacherErrors + ", " + studentErrors + " and " + kMax);
            }
        }

        /** How the teacher's types are drawn. */
        MistakeAugmentation augmentation(int wanted, long seed) {
            return new MistakeAugmentation(
                    TypeChoice.valueOf(types.toUpperCase(Locale.ROOT)),
                    Sources.STUDENT_AND_TEACHER,
                    wanted,
                    MistakeAugmentation.STRENGTH,
                    OptionalInt.empty(),
                    seed);
        }

        boolean isByFailureRate() {
            return budget.equals("failure_rate");
        }
    }

    /**
     * How errors are corrected.
     *
     * @param restart whether Fresh &amp; Restart is made beside Fix &amp; Continue
     * @param truncate whether the attempt is cut after its first wrong step
     * @param readableGold whether gold solutions lose their calculator annotations first
     */
    public record Corrections(boolean restart, boolean truncate, boolean readableGold) {}

    /**
     * What stands between error and correction.
     *
     * @param style {@code abrupt}, {@code phrase}, {@code smooth} or {@code model_aware}
     * @param candidates links to choose from, for {@code model_aware}
     * @param student who chooses, for {@code model_aware}
     * @param prompt how the student is asked: {@code continue}, {@code solve} or a prompt file
     */
    public record Link(String style, int candidates, Who student, String prompt) {
        /** Checks style, candidates and student. */
        public Link {
            boolean chooses = ConnectionStyle.ofLabel(style) == ConnectionStyle.MODEL_AWARE;
            if (candidates < 1) {
                throw new LabException("connection.candidates: expected at least 1, found " + candidates);
            }
            if (chooses
                    && !student.kind().equals("checkpoint")
                    && !student.kind().equals("endpoint")) {
                throw new LabException("connection.student: expected a checkpoint or an endpoint for style model_aware,"
                        + " found kind '" + student.kind() + "'");
            }
        }
    }

    /**
     * What is removed.
     *
     * @param leastReflectionWords shorter reflections
     * @param mostReflectionWords longer ones
     * @param mostWords longer texts
     * @param nearDuplicates texts that share this much with an earlier one; 0 for none
     * @param contaminationWords questions that share this many words in a row with an evaluation question; 0 for none
     * @param soundArithmetic texts with an equation, before the error or in the correction, that does not hold
     */
    public record Filters(
            int leastReflectionWords,
            int mostReflectionWords,
            int mostWords,
            double nearDuplicates,
            int contaminationWords,
            boolean soundArithmetic) {}

    /** Checks the size. */
    public TripletConfig {
        if (size.isPresent() && size.get() < 1) {
            throw new LabException("size: expected at least 1, found " + size.get());
        }
    }

    /**
     * @param file the JSON file
     * @return what it says
     * @throws LabException naming file and field if something is unknown or out of range
     */
    public static TripletConfig read(Path file) {
        try {
            return of(Json.parse(Files.readString(file)));
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e, e);
        } catch (LabException e) {
            throw new LabException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * @param changes what is other than in {@link #DEFAULT}
     * @return the whole
     * @throws LabException naming the field if something is unknown or out of range
     */
    public static TripletConfig of(JsonNode changes) {
        if (!changes.isObject()) {
            throw new LabException("expected a JSON object, found " + changes.getNodeType());
        }
        ObjectNode all = Json.mapper().valueToTree(DEFAULT);
        overwrite("", all, changes);
        try {
            return Json.mapper().treeToValue(all, TripletConfig.class);
        } catch (JsonProcessingException e) {
            // A record's own check comes wrapped.
            throw new LabException(
                    e.getCause() instanceof LabException cause ? cause.getMessage() : e.getOriginalMessage(), e);
        }
    }

    /**
     * @return the whole as the file would say it
     */
    public String json() {
        return Json.pretty(this);
    }

    private static void overwrite(String place, ObjectNode all, JsonNode changes) {
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            String name = place + change.getKey();
            JsonNode old = all.get(change.getKey());
            if (old == null) {
                throw new LabException("field '" + name + "': there is no such setting");
            }
            if (old instanceof ObjectNode object && change.getValue().isObject()) {
                overwrite(name + ".", object, change.getValue());
            } else {
                all.set(change.getKey(), change.getValue());
            }
        }
    }

    private static void requireOneOf(String name, String found, List<String> known) {
        if (!known.contains(found)) {
            throw new LabException(name + ": expected one of " + known + ", found '" + found + "'");
        }
    }
}
