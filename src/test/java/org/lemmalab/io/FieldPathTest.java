package org.lemmalab.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldPathTest {
    private static final JsonNode ROW = Json.parse("""
            {"a": {"b": {"c": 1}, "b.c": 2, "e.f": {"g": 3}},
             "a.x": 4, "x.y.z": 5, "n": null,
             "choices": [{"message": {"content": "one"}}, {"message": {"content": "two"}}],
             "m": [[1, 2], [3]], "t": "text"}""");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t | \"text\"",
                "n | null",
                "a.b | {\"c\":1}",
                "a.b.c | 2",
                "a.e.f.g | 3",
                "a.x | 4",
                "x.y.z | 5",
                "choices.0.message.content | \"one\"",
                "choices.-1.message.content | \"two\"",
                "choices.*.message.content | [\"one\",\"two\"]",
                "m.0 | [1,2]",
                "m.0.1 | 2",
                "m.* | [[1,2],[3]]",
                "m.*.0 | [1,3]"
            })
    void findsAField(String path, String value) {
        assertEquals(value, new FieldPath(path).in(ROW).orElseThrow().toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T | field 'T' is missing; found: a, a.x, x.y.z, n, choices, m, t",
                "a.b.d | field 'a.b.d' is missing; found in 'a.b': c",
                "choices.0.text | field 'choices.0.text' is missing; found in 'choices.0': message",
                "choices.7.text | field 'choices.7.text' is missing; found in 'choices': an array of 2",
                "m.*.1 | field 'm.*.1' is missing; found in 'm.*': an array of 2",
                "m.x | field 'm.x' is missing; found in 'm': an array of 2",
                "t.x | field 't.x' is missing; found in 't': string \"text\"",
                "a. | field 'a.' is missing; found in 'a': b, b.c, e.f",
                ".a | field '.a' is missing; found: a, a.x, x.y.z, n, choices, m, t"
            })
    void saysWhatThereIsInstead(String path, String message) {
        FieldPath field = new FieldPath(path);
        assertEquals(true, field.in(ROW).isEmpty());
        assertEquals(message, field.missingIn(ROW));
    }

    @Test
    void aRowThatIsNoObjectIsShown() {
        JsonNode number = Json.parse("7");
        assertEquals(true, new FieldPath("a").in(number).isEmpty());
        assertEquals("expected an object with field 'a', found number 7", new FieldPath("a").missingIn(number));
        assertThrows(LabException.class, () -> new FieldPath(""));
    }
}
