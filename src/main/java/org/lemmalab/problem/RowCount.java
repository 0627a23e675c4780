package org.lemmalab.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.lemmalab.io.Json;

/** Counts the records of a file as a stream: lines of JSON Lines that are not blank, elements of a JSON array. */
final class RowCount {
    private RowCount() {}

    /**
     * @param file a .jsonl or .json file
     * @return its records; empty where it is no text in UTF-8, or no JSON array
     */
    static OptionalLong of(Path file) {
        try {
            return file.toString().endsWith(".jsonl") ? lines(file) : elements(file);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong lines(Path file) throws IOException {
        long rows = 0;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows += line.isBlank() ? 0 : 1;
            }
        } catch (MalformedInputException e) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(rows);
    }

    private static OptionalLong elements(Path file) throws IOException {
        try (JsonParser parser = Json.mapper().createParser(file.toFile())) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return OptionalLong.empty();
            }
            long rows = 0;
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == null) {
                    return OptionalLong.empty();
                }
                parser.skipChildren();
                rows++;
            }
            return OptionalLong.of(rows);
        }
    }
}
