package org.lemmalab.solution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelTextTest {
    static Stream<Arguments> thoughtsApart() {
        return Stream.of(
                Arguments.of("<think>6 or 7?</think>It is 7.", "6 or 7?", "It is 7."),
                Arguments.of("<think>\n\n</think>\n\nIt is 7.", "", "It is 7."),
                Arguments.of("6 or 7?\n</think>\n\nIt is 7.", "6 or 7?", "It is 7."),
                Arguments.of("<thinking>a</thinking>b<thinking>c</thinking>d", "a\n\nc", "bd"),
                Arguments.of("<think>a<think>b</think>c</think>d", "a<think>b</think>c", "d"),
                Arguments.of("<think>the <think> tag is odd</think>d", "the <think> tag is odd", "d"),
                Arguments.of("<thought>a</thought>b", "a", "b"),
                Arguments.of("<reasoning>a</reasoning><answer>5</answer>", "a", "<answer>5</answer>"),
                Arguments.of("<scratchpad>a</scratchpad>b", "a", "b"),
                Arguments.of("<inner_monologue>a</inner_monologue>b", "a", "b"),
                Arguments.of("<thinking>a<reflection>b</reflection></thinking>c", "a<reflection>b</reflection>", "c"),
                Arguments.of("<seed:think>a</seed:think>b", "a", "b"),
                Arguments.of("<THINK>a</THINK>b", "a", "b"),
                Arguments.of("[THINK]a[/THINK]b", "a", "b"),
                Arguments.of("\u25C1think\u25B7a\u25C1/think\u25B7b", "a", "b"),
                Arguments.of(
                        "<|begin_of_thought|>a<|end_of_thought|>\n<|begin_of_solution|>b<|end_of_solution|>", "a", "b"),
                Arguments.of("<|START_THINKING|>a<|END_THINKING|><|START_RESPONSE|>b<|END_RESPONSE|>", "a", "b"),
                Arguments.of("<|inner_prefix|>a<|inner_suffix|>b", "a", "b"),
                Arguments.of("<|channel>thought\na<channel|>b<turn|>", "thought\na", "b"),
                Arguments.of(
                        "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>b<|return|>",
                        "a",
                        "b"),
                Arguments.of("analysisWe add.assistantfinalIt is 7.", "We add.", "It is 7."),
                Arguments.of("Here is my thought process:\na\nHere is my response:\nb", "a", "b"),
                Arguments.of("Thinking...\na\n...done thinking.\n\nb", "a", "b"),
                Arguments.of("<|im_start|>think\na\n<|im_start|>answer\nb<|im_end|>", "a", "b"));
    }

    @ParameterizedTest
    @MethodSource
    void thoughtsApart(String raw, String thoughts, String solution) {
        ModelText text = ModelText.of(raw);
        assertEquals(thoughts, text.thoughts());
        assertEquals(solution, text.solution());
        assertFalse(text.thinksOn());
    }

    static Stream<String> thoughtsThatNeverEnd() {
        return Stream.of(
                "<think>so it is 24, or \\boxed{25}",
                "I begin. The answer is 3.\n<think>\nOr 4?",
                "<think>a</think>It is 3.\n<think>The answer is 4.",
                "[THINK]The answer is 4.",
                "<|channel|>analysis<|message|>The answer is 4.",
                "<|channel|>analysis<|message|>The answer is 4.<|end|>",
                "analysisWe get \\boxed{4}",
                "\u25C1think\u25B7The answer is 4.");
    }

    @ParameterizedTest
    @MethodSource
    void thoughtsThatNeverEnd(String raw) {
        assertTrue(ModelText.of(raw).thinksOn());
        assertEquals("", ModelText.of(raw).solution());
        assertInstanceOf(ExtractedAnswer.None.class, AnswerExtractor.standard().extract(raw));
    }

    static Stream<Arguments> theTextEndsWithItsTurn() {
        return Stream.of(
                Arguments.of("It is 7.<|im_end|>", "It is 7."),
                Arguments.of("It is 7.</s>", "It is 7."),
                Arguments.of("It is 7.<|eot_id|>and 8", "It is 7."),
                Arguments.of("It is 7.<|endoftext|>Q: 8?", "It is 7."),
                Arguments.of("It is 7.<eos><pad><pad>", "It is 7."),
                Arguments.of("It is 7.<end_of_turn>\n<start_of_turn>user\n8?", "It is 7."),
                Arguments.of("<|im_start|>assistant\nIt is 7.<|im_end|>\n<|im_start|>user\n8?", "It is 7."),
                Arguments.of("[INST] 3 + 4? [/INST] It is 7.</s>", "It is 7."),
                Arguments.of("<s>It is 7. [INST] 8? [/INST]", "It is 7."),
                Arguments.of("It is 7.<\uFF5Cend\u2581of\u2581sentence\uFF5C>", "It is 7."));
    }

    @ParameterizedTest
    @MethodSource
    void theTextEndsWithItsTurn(String raw, String solution) {
        assertEquals(solution, ModelText.of(raw).solution());
    }

    @Test
    void aTagThatIsOnlySpokenOfStays() {
        for (String text : new String[] {
            "Use the <think> tag. The answer is 5.",
            "Write `</think>` at the end. It is 5.",
            "a < b and [c] > d",
            "x<y>z",
            "Here's my thought process:\n1. Add.\nThe answer is 5."
        }) {
            assertEquals(text, ModelText.of(text).solution().isEmpty() ? "" : text);
            assertFalse(ModelText.of(text).thinksOn(), text);
            assertTrue(AnswerExtractor.standard().extract(text).answer().isPresent() || !text.contains("5"), text);
        }
    }

    @Test
    void placesInTheSolutionAreFoundInTheWhole() {
        String raw = "<think>The answer is 3.</think> Well, <think>hm</think>the answer is 12 eggs. Fine.<|im_end|>";
        ModelText text = ModelText.of(raw);
        int place = text.solution().indexOf("12 eggs");
        assertEquals("12 eggs", raw.substring(text.inRaw(place), text.inRaw(place + 7)));
        ExtractedAnswer.Found found =
                (ExtractedAnswer.Found) AnswerExtractor.standard().extract(raw);
        assertEquals("12 eggs", raw.substring(found.start(), found.end()));
        assertEquals(2, ModelText.of("It").inRaw(2));
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(
                        "<think>",
                        "</think>",
                        "<|im_end|>",
                        "\n",
                        "The answer is ",
                        "5",
                        "\\boxed{",
                        "}",
                        "$",
                        "`",
                        "[INST]",
                        "[/INST]",
                        "<|channel|>",
                        "<|message|>",
                        "final",
                        "<|end|>",
                        " ",
                        "\ud83d\ude00",
                        "\ud83d",
                        "<answer>",
                        "analysis")
                .list()
                .ofMaxSize(14)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2_000)
    void everyPlaceOfTheSolutionIsInTheWhole(@ForAll("fragments") String raw) {
        ModelText text = ModelText.of(raw);
        int before = 0;
        for (int i = 0; i < text.solution().length(); i++) {
            int at = text.inRaw(i + 1) - 1;
            assertEquals(text.solution().charAt(i), raw.charAt(at), raw);
            assertTrue(at >= before, raw);
            before = at;
        }
    }
}
