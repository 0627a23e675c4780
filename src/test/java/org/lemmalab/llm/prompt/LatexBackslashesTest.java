package org.lemmalab.llm.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lemmalab.io.Json;
import org.lemmalab.pipeline.Result;

class LatexBackslashesTest {
    private static final List<String> COMMANDS = List.of(
            "\\frac{3}{4}",
            "\\boxed{12}",
            "\\times",
            "\\neq",
            "\\right)",
            "\\left(",
            "\\sqrt{2}",
            "\\cdot",
            "\\text{ cm}",
            "\\theta",
            "\\nu",
            "\\rho",
            "\\beta",
            "\\binom{5}{2}",
            "\\forall",
            "\\tan x",
            "\\to",
            "\\bar x",
            "\\(",
            "\\)",
            "\\[",
            "\\]",
            "\\{",
            "\\}",
            "\\,",
            "\\%",
            "\\$",
            "\\pi",
            "\\underline{x}",
            "\\upsilon",
            "\\begin{pmatrix}",
            "\\end{pmatrix}");
    private static final List<String> WORDS = List.of(
            "Then",
            "so",
            "that",
            "is",
            "12",
            "= 4",
            "+",
            "apples.",
            "\"twice\"",
            "and/or",
            "the",
            "new",
            "rate",
            "total");

    private static String read(String reply) {
        Result<String> read = ReplyParser.json(reply, json -> json.get("step").asText());
        return read.asOptional()
                .orElseThrow(() -> new AssertionError(read.failure().orElse("")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"step\": \"So \\boxed{72}.\"} | So \\boxed{72}.",
                "{\"step\": \"\\frac{1}{2} \\times 4\"} | \\frac{1}{2} \\times 4",
                "{\"step\": \"\\(x \\neq 3\\)\"} | \\(x \\neq 3\\)",
                "{\"step\": \"\\\\frac{1}{2}\"} | \\frac{1}{2}",
                "{\"step\": \"\\\\(x\\\\)\"} | \\(x\\)",
                "{\"step\": \"caf\\u00e9\"} | café",
                "{\"step\": \"\\upsilon\"} | \\upsilon",
                "{\"step\": \"\\left(\\begin{smallmatrix} 1 \\\\ 2 \\end{smallmatrix}\\right)\"} "
                        + "| \\left(\\begin{smallmatrix} 1 \\\\ 2 \\end{smallmatrix}\\right)",
            })
    void isReadAsItWasMeant(String reply, String meant) {
        assertEquals(meant, read(reply));
    }

    @Test
    void lineBreaksStay() {
        assertEquals("First.\nThen 3.\n\nnow", read("{\"step\": \"First.\\nThen 3.\\n\\nnow\"}"));
        assertEquals("a\nu = 5", read("{\"step\": \"a\\nu = 5\"}"));
        assertEquals("\\pi\\nu", read("{\"step\": \"\\pi\\nu\"}"));
    }

    @Test
    void aTextWithoutBackslashesIsTheSame() {
        String plain = "{\"step\": \"12\"}";
        assertSame(plain, LatexBackslashes.mended(plain));
    }

    /** LaTeX and words as they are, with line breaks between. */
    @Provide
    Arbitrary<List<String>> parts() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, Arbitraries.of(COMMANDS)),
                        net.jqwik.api.Tuple.of(3, Arbitraries.of(WORDS)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.just("\n")))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Property(tries = 500)
    void jsonThatIsWrittenRightlyIsReadAsItStands(@ForAll("parts") List<String> parts) {
        String text = String.join(" ", parts);
        assertEquals(text, read(Json.line(Map.of("step", text))));
    }

    /** Quotes and line breaks escaped, LaTeX left as it is: how models write it who forget. */
    @Property(tries = 500)
    void latexWithSingleBackslashesIsReadAsItWasMeant(@ForAll("parts") List<String> parts) {
        String text = "\\frac{1}{2} " + String.join(" ", parts);
        String careless = parts.stream()
                .map(part -> part.replace("\"", "\\\"").replace("\n", "\\n"))
                .collect(Collectors.joining(" ", "{\"step\": \"\\frac{1}{2} ", "\"}"));
        assertEquals(text, read(careless));
    }

    @Property(tries = 300)
    void nothingIsLostFromAnyText(@ForAll String text) {
        String mended = LatexBackslashes.mended(text);
        assertEquals(text.replace("\\", ""), mended.replace("\\", ""));
        assertTrue(mended.length() >= text.length());
    }

    @Property(tries = 300)
    void anyValueWrittenByALibraryComesBack(@ForAll String text) {
        JsonNode json = Json.parse(Json.line(Map.of("step", text.replace("\\", ""))));
        assertEquals(json, Json.parse(LatexBackslashes.mended(Json.line(json))));
    }
}
