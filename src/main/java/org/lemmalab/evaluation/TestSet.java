package org.lemmalab.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lemmalab.io.Extensions;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;

/**
 * The sets that the paper tests on (Sec. 4.1, App. A.4), read from the user's data folder. {@link #paperSets()} are its seven main
 * ones; the others are variants that readers ask for. Others add sets of their own by a {@link Provider} that they name in {@code
 * META-INF/services/org.lemmalab.evaluation.TestSet$Provider}.
 *
 * @param label the name in files and options: {@code college_math}
 * @param title the name for people
 * @param file its file within the data folder: JSON Lines, or one JSON list
 * @param size how many problems it has
 * @param shots how many worked examples the paper's runs put before the question
 * @param reader makes a test problem of a row
 */
public record TestSet(String label, String title, String file, int size, int shots, RowReader reader) {
    /** Grade-school word problems, in the distribution of the training questions. */
    public static final TestSet GSM8K = new TestSet("gsm8k", "GSM8K", "gsm8k/test.jsonl", 1319, 0, TestSetRows::gsm8k);
    /** Competition problems, in the distribution of the training questions; facts: level, type. */
    public static final TestSet MATH = new TestSet("math", "MATH", "math/test.jsonl", 5000, 0, TestSetRows::math);
    /** One-step word problems with irrelevant numbers; facts: type. */
    public static final TestSet SVAMP = new TestSet("svamp", "SVAMP", "svamp/test.jsonl", 1000, 4, TestSetRows::svamp);
    /** Diverse elementary word problems; facts: type. */
    public static final TestSet ASDIV = new TestSet("asdiv", "ASDiv", "asdiv/test.jsonl", 2215, 4, TestSetRows::asdiv);
    /** Elementary word problems, the copy that the paper uses. */
    public static final TestSet MAWPS = new TestSet("mawps", "MAWPS", "mawps/refaug.json", 2354, 4, TestSetRows::mawps);
    /** DeepMind's Mathematics, a sample. */
    public static final TestSet MATHEMATICS =
            new TestSet("mathematics", "Mathematics", "deepmind/test.json", 1000, 0, TestSetRows::mathematics);
    /** College textbooks; facts: topic. */
    public static final TestSet COLLEGE_MATH =
            new TestSet("college_math", "College-Math", "college_math/test.jsonl", 2818, 0, TestSetRows::collegeMath);
    /** Elementary word problems, the smaller copy of another evaluation suite. */
    public static final TestSet MAWPS_SMALL =
            new TestSet("mawps_small", "MAWPS (2065)", "mawps/test.jsonl", 2065, 4, TestSetRows::mawpsSmall);
    /** GSM8K's test questions with large numbers. */
    public static final TestSet GSM_HARD =
            new TestSet("gsm_hard", "GSM-Hard", "extra/gsm_hard.jsonl", 1319, 0, TestSetRows::gsmHard);

    private static final List<TestSet> OWN =
            List.of(GSM8K, MATH, SVAMP, ASDIV, MAWPS, MATHEMATICS, COLLEGE_MATH, MAWPS_SMALL, GSM_HARD);

    /** Checks the fields. */
    public TestSet {
        if (!label.matches("[a-z0-9_]+")) {
            throw new LabException("test set: expected a label of small letters, digits and _, found '" + label + "'");
        }
        if (title.isBlank() || file.isBlank() || size < 1 || shots < 0) {
            throw new LabException(
                    "test set " + label + ": expected a title, a file, a size from 1 and shots from 0, found '" + title
                            + "', '" + file + "', " + size + " and " + shots);
        }
    }

    /** Further sets. */
    public interface Provider {
        /**
         * @return the sets, their labels not among the toolkit's own
         */
        List<TestSet> sets();
    }

    /** Makes a test problem of a row. */
    @FunctionalInterface
    public interface RowReader {
        /**
         * @param row a row of the file
         * @param id the problem's name
         * @return the problem
         * @throws LabException if the row is none of this set, naming the field
         */
        TestProblem read(JsonNode row, String id);
    }

    /**
     * @return the seven sets of the paper's main table, in its order
     */
    public static List<TestSet> paperSets() {
        return List.of(GSM8K, MATH, ASDIV, SVAMP, MAWPS, MATHEMATICS, COLLEGE_MATH);
    }

    /**
     * @return the toolkit's own sets, then those of others
     * @throws LabException if two have one label
     */
    public static List<TestSet> all() {
        List<TestSet> others = Extensions.of(Provider.class).stream()
                .flatMap(provider -> provider.sets().stream())
                .toList();
        return Extensions.joined(OWN, others, TestSet::label);
    }

    /**
     * @param label a name as {@link #label()} gives it
     * @return the set
     * @throws LabException if there is none of that name, naming those that exist
     */
    public static TestSet ofLabel(String label) {
        return Extensions.named("test set", all(), TestSet::label, label);
    }

    /**
     * @param data the data folder
     * @return whether it has the set's file
     */
    public boolean isIn(Path data) {
        return Files.isRegularFile(data.resolve(file));
    }

    /**
     * @param data the data folder
     * @return its problems in the file's order; the n-th one's id is {@code label/n}
     * @throws LabException if the file is missing or a row is none of this set
     */
    public List<TestProblem> read(Path data) {
        List<TestProblem> problems = new ArrayList<>();
        for (JsonNode row : rows(data.resolve(file))) {
            String id = label() + "/" + (problems.size() + 1);
            try {
                problems.add(reader.read(row, id));
            } catch (LabException e) {
                throw new LabException(data.resolve(file) + " row " + (problems.size() + 1) + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(problems);
    }

    /** The rows of JSON Lines or of one JSON list. */
    static List<JsonNode> rows(Path file) {
        if (file.toString().endsWith(".jsonl")) {
            return JsonLines.readAll(file, row -> row);
        }
        try {
            JsonNode list = Json.parse(Files.readString(file));
            if (!list.isArray() || list.isEmpty()) {
                throw new LabException(file + ": expected a JSON list of rows, found none");
            }
            List<JsonNode> rows = new ArrayList<>();
            list.forEach(rows::add);
            return rows;
        } catch (IOException e) {
            throw new LabException(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
