package org.lemmalab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;

/** The solutions of a run as attempts, one a line, for {@code lab errors}; and how many are right. */
final class SampledAttempts {
    private long problems;
    private long solved;
    private long samples;
    private long correct;
    private long undecided;
    private final ExtractionCounts extraction = new ExtractionCounts();

    /** Writes the attempts of a run's output; the file appears when it is whole. */
    static SampledAttempts write(Path output, Path attempts) {
        SampledAttempts counts = new SampledAttempts();
        Path part = attempts.resolveSibling(attempts.getFileName() + ".part");
        try {
            try (BufferedWriter writer = Files.newBufferedWriter(part)) {
                if (Files.exists(output) && Files.size(output) > 0) {
                    JsonLines.forEach(output, line -> line, line -> counts.add(line, writer), RejectedLines.refusing());
                }
            }
            Files.move(part, attempts, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException e) {
            throw new LabException(attempts + ": cannot be written: " + e.getMessage(), e);
        }
        return counts;
    }

    List<String> table() {
        TextTable table = new TextTable("sampled", "count", "share");
        table.add("problems", problems, "");
        table.add("solved at least once", solved, share(solved, problems));
        table.add("solutions", samples, "");
        table.add("correct", correct, share(correct, samples));
        table.add("undecided", undecided, share(undecided, samples));
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(extraction.lines());
        return lines;
    }

    private void add(JsonNode problem, BufferedWriter writer) {
        problems++;
        boolean anyCorrect = false;
        int number = 0;
        for (JsonNode sample : problem.get("samples")) {
            samples++;
            JsonNode mark = sample.path("is_correct");
            correct += mark.asBoolean() ? 1 : 0;
            undecided += mark.isBoolean() ? 0 : 1;
            extraction.add(sample);
            anyCorrect |= mark.asBoolean();
            line(problem, sample, ++number, writer);
        }
        solved += anyCorrect ? 1 : 0;
    }

    private static void line(JsonNode problem, JsonNode sample, int number, BufferedWriter writer) {
        String id = problem.get("id").asText();
        String model = problem.get("model").asText();
        ObjectNode attempt = Json.mapper().createObjectNode();
        attempt.put("id", id + "/" + model + "/" + number).put("problem_id", id).put("model", model);
        Fields.optionalNumber(problem, "temperature").ifPresent(value -> attempt.put("temperature", value));
        sample.properties().forEach(field -> attempt.set(field.getKey(), field.getValue()));
        try {
            writer.write(Json.line(attempt) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
    }
}
