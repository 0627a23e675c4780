package org.lemmalab.llm.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.Reply;
import org.lemmalab.pipeline.Result;

/** Prompts filled, replies parsed. */
class PromptTest {
    @ParameterizedTest
    @ValueSource(strings = {"solve", "continue"})
    void bundledPromptsTakeAQuestionAsItStands(String name) {
        PromptTemplate prompt = PromptTemplate.bundled(name);
        assertEquals(name, prompt.name());
        String question = "$1 {{question}} \\ and \"more\"";
        String filled = prompt.fill(Map.of("question", question));
        assertTrue(filled.contains(question), filled);
        assertEquals(64, prompt.hash().length());
        assertTrue(!filled.endsWith("\n"));
    }

    @Test
    void placesAndValuesMustMatch() {
        PromptTemplate prompt = PromptTemplate.bundled("solve");
        LabException missing = assertThrows(LabException.class, () -> prompt.fill(Map.of()));
        assertEquals("prompt 'solve': expected values for [question], found []", missing.getMessage());
        assertThrows(LabException.class, () -> prompt.fill(Map.of("question", "a", "more", "b")));
        assertThrows(LabException.class, () -> PromptTemplate.bundled("nothing"));
        assertThrows(LabException.class, () -> PromptTemplate.bundled("../../io/version"));
    }

    @Test
    void aFilesHashChangesWithItsText(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("own.prompt");
        Files.writeString(file, "name: own\nversion: 2\n---\nAsk {{what}}.\n");
        PromptTemplate prompt = PromptTemplate.read(file);
        assertEquals("2", prompt.version());
        assertEquals(Hashes.sha256(file), prompt.hash());
        Files.writeString(file, "name: own\nversion: 2\n---\nAsk  {{what}}.\n");
        assertNotEquals(prompt.hash(), PromptTemplate.read(file).hash());
        Files.writeString(file, "Ask {{what}}.");
        LabException e = assertThrows(LabException.class, () -> PromptTemplate.read(file));
        assertTrue(e.getMessage().contains("own.prompt"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"step\": 3}",
                "  {\"step\": 3}\n",
                "```json\n{\"step\": 3}\n```",
                "```\n{\"step\": 3}\n```",
                "Here it is:\n\n```JSON\n{\"step\": 3}\n```\nGood luck!",
                "The first {wrong} step is {\"step\": 3}, I think.",
                "```python\nprint(1)\n```\n```json\r\n{\"step\": 3}```"
            })
    void jsonIsFoundWhereverModelsPutIt(String text) {
        assertEquals(Result.success(3), ReplyParser.json(text, json -> Fields.integer(json, "step")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no idea", "{\"step\": ", "{\"step\": \"three\"}", "{\"other\": 3}", "```json\n```", "3"})
    void otherTextIsAFailureWithItsReason(String text) {
        Result.Failure<?> failure =
                assertInstanceOf(Result.Failure.class, ReplyParser.json(text, json -> Fields.integer(json, "step")));
        assertTrue(failure.reason().contains("step") || failure.reason().contains("expected JSON"), failure.reason());
    }

    @Test
    void aFailedReplyAndAFailingReaderAreFailuresToo() {
        assertEquals(Result.<Integer>failure("gone"), ReplyParser.json(new Reply.Failed("gone"), json -> 1));
        assertInstanceOf(Result.Failure.class, ReplyParser.json(new Reply.Completed(1, List.of()), json -> 1));
        assertInstanceOf(Result.Failure.class, ReplyParser.json("{}", json -> {
            throw new IllegalStateException("odd");
        }));
        assertInstanceOf(Result.Failure.class, ReplyParser.json("[".repeat(100_000), json -> 1));
    }

    @Property(tries = 300)
    void noTextMakesItThrow(@ForAll String text) {
        ReplyParser.json("```" + text + "{" + text + "[", json -> json);
        ReplyParser.json(text, json -> json);
    }
}
