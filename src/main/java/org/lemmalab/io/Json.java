package org.lemmalab.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** The one JSON mapper of the toolkit: snake_case names, {@code Optional} as value or null, trailing text refused. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final ObjectReader EXACT = MAPPER.reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private Json() {}

    /**
     * @return the shared mapper; do not reconfigure it
     */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * Parses one JSON value.
     *
     * @param text the value, nothing after it
     * @return the tree
     * @throws LabException if the text is no JSON, with the parser's reason and column
     */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    /**
     * Parses one JSON value whose numbers are to be written again as they are: 1.10 and numbers of thirty digits stay.
     *
     * @param text the value, nothing after it
     * @return the tree
     * @throws LabException if the text is no JSON, with the parser's reason and column
     */
    public static JsonNode parseExact(String text) {
        try {
            return EXACT.readTree(text);
        } catch (JsonProcessingException e) {
            throw notJson(e);
        }
    }

    private static LabException notJson(JsonProcessingException e) {
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        return new LabException("not JSON (column " + column + "): " + e.getOriginalMessage(), e);
    }

    /**
     * @param value any value that the mapper can write
     * @return one line of JSON, which every encoder can write: half of a surrogate pair stands there as an escape
     */
    public static String line(Object value) {
        try {
            return LoneSurrogates.escaped(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new LabException(
                    "cannot be written as JSON: " + value.getClass().getSimpleName(), e);
        }
    }

    /**
     * @param value any value that the mapper can write
     * @return indented JSON, for files that people read; every encoder can write it
     */
    public static String pretty(Object value) {
        try {
            return LoneSurrogates.escaped(
                    MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new LabException(
                    "cannot be written as JSON: " + value.getClass().getSimpleName(), e);
        }
    }
}
