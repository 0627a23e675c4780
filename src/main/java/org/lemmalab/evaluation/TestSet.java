package org.lemmalab.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;

/**
 * The sets that the paper tests on (Sec. 4.1, App. A.4), read from the user's data folder. {@link #paperSets()} are its seven main
 * ones; the others are variants that readers ask for.
 */
public enum TestSet {
    /** Grade-school word problems, in the distribution of the training questions. */
    GSM8K("GSM8K", "gsm8k/test.jsonl", 1319, 0, TestSetRows::gsm8k),
    /** Competition problems, in the distribution of the training questions; facts: level, type. */
    MATH("MATH", "math/test.jsonl", 5000, 0, TestSetRows::math),
    /** One-step word problems with irrelevant numbers; facts: type. */
    SVAMP("SVAMP", "svamp/test.jsonl", 1000, 4, TestSetRows::svamp),
    /** Diverse elementary word problems; facts: type. */
    ASDIV("ASDiv", "asdiv/test.jsonl", 2215, 4, TestSetRows::asdiv),
    /** Elementary word problems, the copy that the paper uses. */
    MAWPS("MAWPS", "mawps/refaug.json", 2354, 4, TestSetRows::mawps),
    /** DeepMind's Mathematics, a sample. */
    MATHEMATICS("Mathematics", "deepmind/test.json", 1000, 0, TestSetRows::mathematics),
    /** College textbooks; facts: topic. */
    COLLEGE_MATH("College-Math", "college_math/test.jsonl", 2818, 0, TestSetRows::collegeMath),
    /** Elementary word problems, the smaller copy of another evaluation suite. */
    MAWPS_SMALL("MAWPS (2065)", "mawps/test.jsonl", 2065, 4, TestSetRows::mawpsSmall),
    /** GSM8K's test questions with large numbers. */
    GSM_HARD("GSM-Hard", "extra/gsm_hard.jsonl", 1319, 0, TestSetRows::gsmHard);

    private final String title;
    private final String file;
    private final int size;
    private final int shots;
    private final RowReader reader;

    TestSet(String title, String file, int size, int shots, RowReader reader) {
        this.title = title;
        this.file = file;
        this.size = size;
        this.shots = shots;
        this.reader = reader;
    }

    /** Makes a test problem of a row. */
    @FunctionalInterface
    interface RowReader {
        TestProblem read(JsonNode row, String id);
    }

    /**
     * @return the seven sets of the paper's main table, in its order
     */
    public static List<TestSet> paperSets() {
        return List.of(GSM8K, MATH, ASDIV, SVAMP, MAWPS, MATHEMATICS, COLLEGE_MATH);
    }

    /**
     * @param label a name as {@link #label()} gives it
     * @return the set
     * @throws LabException if there is none of that name, naming those that exist
     */
    public static TestSet ofLabel(String label) {
        return Arrays.stream(values())
                .filter(set -> set.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new LabException("test set: expected one of "
                        + Arrays.stream(values()).map(TestSet::label).collect(Collectors.joining(", ")) + ", found '"
                        + label + "'"));
    }

    /**
     * @return the name in files and options: {@code college_math}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @return the name for people
     */
    public String title() {
        return title;
    }

    /**
     * @return its file within the data folder
     */
    public String file() {
        return file;
    }

    /**
     * @return how many problems it has
     */
    public int size() {
        return size;
    }

    /**
     * @return how many worked examples the paper's runs put before the question
     */
    public int shots() {
        return shots;
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
