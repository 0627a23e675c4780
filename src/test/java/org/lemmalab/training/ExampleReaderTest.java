package org.lemmalab.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.transformer.ChatTemplate;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.TextTokenizer;
import org.lemmalab.transformer.WordTokenizer;

/** What is learnt, counted token by token on texts made by hand. */
class ExampleReaderTest {
    @TempDir
    Path folder;

    private ModelConfig config;
    private TextTokenizer tokenizer;

    @BeforeEach
    void open() throws IOException {
        WordTokenizer words = WordTokenizer.fromCorpus(
                List.of("Tom has 5 apples and eats 2. So 5 - 2 = 3.", "How many are left?", "So"), 400);
        for (Map.Entry<String, String> file : words.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        tokenizer = TextTokenizer.open(folder);
        ModelConfig.Size size = new ModelConfig.Size(words.size(), 16, 24, 2, 4, 2, 4, 64);
        config = ModelConfig.llama(size, true, words.specialTokens());
    }

    @AfterEach
    void close() {
        tokenizer.close();
    }

    @Test
    void onlyTheResponseAndItsEndAreLearnt() {
        Example example = plain("{'instruction':'How many are left?','output':'So 5 - 2 = 3.'}");
        assertEquals("<s>How many are left?\n", tokenizer.decode(example.prompt(), false));
        // So| |5| -| |2| =| |3|.| and the end.
        assertEquals("So 5 - 2 = 3.</s>", tokenizer.decode(example.response(), false));
        assertEquals(11, example.learnedTokens());
        assertEquals(11, example.response().length);
    }

    @Test
    void anInputFollowsTheInstruction() {
        Example example = plain("{'instruction':'How many','input':'Tom has 5','output':'5'}");
        assertEquals("<s>How many\nTom has 5\n", tokenizer.decode(example.prompt(), false));
    }

    @Test
    void maskedSpansAreReadNotLearntAndTheEndIsLearntAlways() {
        // Code points: the first character takes two places in Java.
        Example example = plain("{'instruction':'How','output':'😀 Tom has 5. So 3.','masked':[[2,12],[15,18]]}");
        String learned = learned(example);
        assertTrue(learned.endsWith(" So</s>"), learned);
        assertTrue(!learned.contains("Tom") && !learned.contains("5") && !learned.contains("3"), learned);
        boolean[] marks = example.learned();
        assertTrue(marks[marks.length - 1]);
    }

    @Test
    void aTokenThatOverlapsAMaskIsNotLearnt() {
        Example example = plain("{'instruction':'How','output':'Tom eats 2','masked':[[6,7]]}");
        assertEquals("Tom 2</s>", learned(example));
    }

    @Test
    void everyAnswerOfAConversationIsLearnt() {
        String json = "{'messages':[{'role':'system','content':'So'},{'role':'user','content':'How many'},"
                + "{'role':'assistant','content':' Tom has 5 '},{'role':'user','content':'left?'},"
                + "{'role':'assistant','content':'3','masked':[[0,1]]}]}";
        ExampleReader reader = new ExampleReader(tokenizer, config, Optional.of(ChatTemplate.MISTRAL));
        assertThrows(LabException.class, () -> reader.example("x", Json.parse(json.replace('\'', '"'))));
        Example example = reader.example(
                "x",
                Json.parse(json.replace("{'role':'system','content':'So'},", "").replace('\'', '"')));
        assertEquals("<s>[INST] How many [/INST]", tokenizer.decode(example.prompt(), false));
        assertEquals("  Tom has 5 </s> </s>", learned(example));
        assertEquals("[INST] left? [/INST]3", notLearned(example));
    }

    @Test
    void aTemplateWithoutTheModelsEndTokenGetsOne() {
        ExampleReader reader = new ExampleReader(tokenizer, config, Optional.of(ChatTemplate.CHATML));
        Example example = reader.example("x", Json.parse("{\"instruction\":\"How\",\"output\":\"3\"}"));
        assertEquals("3<|im_end|>\n</s>", learned(example));
    }

    @Test
    void badLinesAreKeptApartWithTheirReason() throws IOException {
        Path file = folder.resolve("data.jsonl");
        Files.writeString(file, """
                {"instruction":"How","output":"3"}
                {"instruction":"How"}
                {"instruction":"How","output":"3","masked":[[0,9]]}
                {"messages":[{"role":"user","content":"How"}]}
                {"messages":[{"role":"user","content":"How"},{"role":"assistant","content":"3"}],"id":"named"}
                """);
        RejectedLines rejected = RejectedLines.counting();
        List<Example> examples = new ExampleReader(tokenizer, config, Optional.empty()).read(file, rejected);
        assertEquals(
                List.of("data.jsonl:1", "named"),
                examples.stream().map(Example::id).toList());
        assertEquals(3, rejected.count());
        assertTrue(rejected.messages().get(0).contains("line 2: field 'output' is missing"));
        assertTrue(rejected.messages().get(1).contains("within the 1 characters"));
    }

    @Test
    void whatIsTooLongIsCutAndReportedAndACutIsNoEnd() {
        Example fits = Example.of("fits", new int[] {1, 3}, 4, 2);
        Example cut = Example.of("cut", new int[] {1, 3}, 4, 5, 6, 2);
        Example dropped = Example.of("dropped", new int[] {1, 3, 4, 5}, 6, 2);
        Example masked = new Example(
                "masked", new int[] {1}, new int[] {4, 5, 6, 7, 2}, new boolean[] {false, false, false, false, true});
        ExampleSet set = ExampleSet.within(List.of(fits, cut, dropped, masked), 4);
        assertEquals(List.of("cut"), set.cut());
        assertEquals(List.of("dropped", "masked"), set.dropped());
        assertArrayEquals(new int[] {4, 5}, set.examples().get(1).response());
        assertEquals(4, set.learnedTokens());
        assertEquals("2 examples, 4 tokens to learn, cut: 1 (cut), left out: 2 (dropped, masked)", set.report());
    }

    private Example plain(String json) {
        return new ExampleReader(tokenizer, config, Optional.empty()).example("x", Json.parse(json.replace('\'', '"')));
    }

    private String learned(Example example) {
        return decoded(example, true);
    }

    private String notLearned(Example example) {
        return decoded(example, false);
    }

    private String decoded(Example example, boolean wanted) {
        List<Integer> tokens = new ArrayList<>();
        IntStream.range(0, example.response().length)
                .filter(i -> example.learned()[i] == wanted)
                .forEach(i -> tokens.add(example.response()[i]));
        return tokenizer.decode(tokens.stream().mapToInt(i -> i).toArray(), false);
    }
}
