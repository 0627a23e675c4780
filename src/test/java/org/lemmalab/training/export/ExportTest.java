package org.lemmalab.training.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.training.Conversation;
import org.lemmalab.training.LoraSettings;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.training.TrainingSettings.Batching;
import org.lemmalab.training.export.ExportRequest.Masks;

/** What is written for other tools, read back as those tools read it. */
class ExportTest {
    private static final String SHORT = """
            {"instruction":"How many?","output":"Tom has 5."}
            {"instruction":"How many","input":"apples?","output":"3","id":"named"}
            """;
    private static final String CHAT = """
            {"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"How many?"},\
            {"role":"assistant","content":"5"},{"role":"user","content":"Sure?"},{"role":"assistant","content":"Yes, 5."}]}
            """;
    private static final String MASKED = """
            {"instruction":"How many?","output":"4. Wait, 5.","masked":[[0,2]]}
            """;

    @TempDir
    Path parent;

    @Test
    void thePapersSettingsForLlamaFactory() throws IOException {
        Path folder = parent.resolve("lf");
        ExportReport report = export(new LlamaFactoryExport(), SHORT, TrainingSettings.paper(), folder);
        assertEquals(2, report.examples());
        Map<String, Object> yaml = yaml(folder.resolve("train.yaml"));
        ToolSchema.llamaFactory().check("train.yaml", yaml);
        assertEquals("full", yaml.get("finetuning_type"));
        assertEquals(4, yaml.get("per_device_train_batch_size"));
        assertEquals(8, yaml.get("gradient_accumulation_steps"));
        assertEquals(1e-5, yaml.get("learning_rate"));
        assertEquals("cosine", yaml.get("lr_scheduler_type"));
        assertEquals(0.03, yaml.get("warmup_ratio"));
        assertEquals(3, yaml.get("num_train_epochs"));
        assertEquals(4096, yaml.get("cutoff_len"));
        assertEquals(true, yaml.get("bf16"));
        assertFalse(yaml.containsKey("packing"));
        assertTrue(Files.readString(folder.resolve("train.yaml")).contains("learning_rate: 0.00001\n"));
        Map<String, Object> zero = object(folder.resolve(yaml.get("deepspeed").toString()));
        ToolSchema.deepSpeed().check("ds_z2.json", zero);
        assertEquals(2, ((Map<?, ?>) zero.get("zero_optimization")).get("stage"));
    }

    @Test
    void llamaFactoryFindsItsColumnsInEveryLine() throws IOException {
        Path folder = parent.resolve("lf");
        export(new LlamaFactoryExport(), SHORT, TrainingSettings.paper(), folder);
        Map<String, Object> info = info(folder);
        ToolSchema.dataSetInfo().check("dataset_info.json", info);
        assertEquals("alpaca", info.get("formatting"));
        Path data = folder.resolve("data").resolve(info.get("file_name").toString());
        List<JsonNode> lines = JsonLines.readAll(data, line -> line);
        Map<?, ?> columns = (Map<?, ?>) info.get("columns");
        for (JsonNode line : lines) {
            columns.values()
                    .forEach(column -> assertTrue(line.path(column.toString()).isTextual(), column + ""));
        }
        assertEquals(turns(write(SHORT)), turns(data));
    }

    @Test
    void longerConversationsAreMessages() throws IOException {
        Path folder = parent.resolve("lf");
        export(new LlamaFactoryExport(), SHORT + CHAT, TrainingSettings.paper(), folder);
        Map<String, Object> info = info(folder);
        ToolSchema.dataSetInfo().check("dataset_info.json", info);
        assertEquals("sharegpt", info.get("formatting"));
        Map<?, ?> tags = (Map<?, ?>) info.get("tags");
        for (JsonNode line : JsonLines.readAll(folder.resolve("data/train.jsonl"), line -> line)) {
            JsonNode messages = line.get("messages");
            int first = messages.get(0)
                            .get(tags.get("role_tag").toString())
                            .asText()
                            .equals(tags.get("system_tag"))
                    ? 1
                    : 0;
            assertEquals(0, (messages.size() - first) % 2);
            for (int i = first; i < messages.size(); i++) {
                Object expected = tags.get((i - first) % 2 == 0 ? "user_tag" : "assistant_tag");
                assertEquals(expected, messages.get(i).get("role").asText());
            }
        }
        assertEquals(turns(write(SHORT + CHAT)), turns(folder.resolve("data/train.jsonl")));
    }

    @Test
    void thePapersSettingsForTrl() throws IOException {
        Path folder = parent.resolve("trl");
        export(new TrlExport(), SHORT + CHAT, TrainingSettings.paper(), folder);
        Map<String, Object> yaml = yaml(folder.resolve("sft.yaml"));
        ToolSchema.trl().check("sft.yaml", yaml);
        assertEquals(true, yaml.get("assistant_only_loss"));
        assertEquals(0.03, yaml.get("warmup_steps"));
        assertEquals(4096, yaml.get("max_length"));
        assertEquals(turns(write(SHORT + CHAT)), turns(folder.resolve("data/train.jsonl")));
        String template =
                Files.readString(folder.resolve(yaml.get("chat_template_path").toString()));
        assertTrue(template.matches("(?s).*\\{% generation %}.*eos_token.*\\{% endgeneration %}.*"), template);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHUFFLED", "BUCKETED", "PACKED"})
    void adaptersAndEveryLayoutAreAcceptedByBothTools(String layout) throws IOException {
        TrainingSettings settings = TrainingSettings.DEFAULT
                .withLora(new LoraSettings(4, 8, 0.1, List.of("query", "down")))
                .withGradientCheckpointing(true)
                .withMaxSteps(7)
                .withBatching(new Batching(2, 1, 64, Batching.Layout.valueOf(layout)))
                .withSaving(new TrainingSettings.Saving(5, 2, TrainingSettings.DEFAULT.precision()));
        export(new LlamaFactoryExport(), SHORT, settings, parent.resolve("lf"));
        export(new TrlExport(), SHORT, settings, parent.resolve("trl"));
        Map<String, Object> theirs = yaml(parent.resolve("lf/train.yaml"));
        assertEquals("q_proj,down_proj", theirs.get("lora_target"));
        assertEquals(false, theirs.get("disable_gradient_checkpointing"));
        assertEquals(layout.equals("PACKED"), theirs.containsKey("neat_packing"));
        Map<String, Object> others = yaml(parent.resolve("trl/sft.yaml"));
        assertEquals(List.of("q_proj", "down_proj"), others.get("lora_target_modules"));
        assertEquals(7, others.get("max_steps"));
        ToolSchema.trl().check("sft.yaml", others);
        ToolSchema.llamaFactory().check("train.yaml", theirs);
    }

    @Test
    void maskedSpansAreKeptApartUnlessTheyAreIgnoredOnPurpose() throws IOException {
        ExportRequest request =
                new ExportRequest(write(SHORT + MASKED), "m", TrainingSettings.paper(), "alpaca", Masks.REJECT);
        RejectedLines rejected = RejectedLines.counting();
        ExportReport kept = new TrlExport().write(request, parent.resolve("kept"), rejected);
        assertEquals(2, kept.examples());
        assertTrue(rejected.messages().get(0).contains("line 3: field 'masked'"), rejected.messages()::toString);
        ExportRequest all = new ExportRequest(request.data(), "m", request.settings(), "alpaca", Masks.IGNORE);
        ExportReport ignored = new LlamaFactoryExport().write(all, parent.resolve("all"), RejectedLines.refusing());
        assertEquals(3, ignored.examples());
        assertEquals(1, ignored.unmasked());
    }

    @Test
    void whatAToolWouldRefuseIsNamed() {
        Map<String, Object> wrong = new LinkedHashMap<>();
        wrong.put("learnin_rate", 1e-5);
        wrong.put("stage", "sftt");
        wrong.put("bf16", "yes");
        wrong.put("cutoff_len", 4096);
        LabException failure =
                assertThrows(LabException.class, () -> ToolSchema.llamaFactory().check("train.yaml", wrong));
        String message = failure.getMessage();
        assertTrue(message.startsWith("train.yaml: LLaMA-Factory 0.9.5 would refuse it"), message);
        assertTrue(message.contains("'learnin_rate'") && message.contains("'stage'"), message);
        assertTrue(message.contains("'bf16'") && !message.contains("cutoff_len"), message);
        Map<String, Object> zero = Map.of("zero_optimization", Map.of("stagee", 2));
        assertThrows(LabException.class, () -> ToolSchema.deepSpeed().check("ds.json", zero));
    }

    @Test
    void foldersInUseUnknownTemplatesAndEmptyDataAreRefused() throws IOException {
        Path data = write(SHORT);
        assertRefused(new LlamaFactoryExport(), data, "no-such-template", parent.resolve("a"), "'template'");
        assertRefused(new TrlExport(), data, "qwen", parent.resolve("b"), "expected alpaca or model");
        assertRefused(new TrlExport(), data, "model", parent, "expected an empty folder");
        Path empty = Files.writeString(parent.resolve("empty.jsonl"), "{\"instruction\":\"x\"}\n");
        assertRefused(new TrlExport(), empty, "model", parent.resolve("c"), "expected at least one example");
    }

    private static void assertRefused(Exporter exporter, Path data, String template, Path folder, String reason) {
        ExportRequest request = new ExportRequest(data, "m", TrainingSettings.paper(), template, Masks.REJECT);
        LabException failure =
                assertThrows(LabException.class, () -> exporter.write(request, folder, RejectedLines.counting()));
        assertTrue(failure.getMessage().contains(reason), failure.getMessage());
    }

    private ExportReport export(Exporter exporter, String lines, TrainingSettings settings, Path folder)
            throws IOException {
        return exporter.write(
                new ExportRequest(write(lines), "meta-llama/Llama-3.1-8B", settings, "alpaca", Masks.REJECT),
                folder,
                RejectedLines.refusing());
    }

    private Path write(String lines) throws IOException {
        return Files.writeString(parent.resolve("train.jsonl"), lines);
    }

    private static List<List<Conversation.Turn>> turns(Path file) {
        return JsonLines.readAll(file, Conversation::of).stream()
                .map(Conversation::turns)
                .toList();
    }

    /** Flat YAML whose values are JSON. */
    private static Map<String, Object> yaml(Path file) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                int colon = line.indexOf(": ");
                values.put(
                        line.substring(0, colon),
                        Json.mapper().convertValue(Json.parse(line.substring(colon + 2)), Object.class));
            }
        }
        return values;
    }

    private static Map<String, Object> info(Path folder) throws IOException {
        Map<String, Object> all = object(folder.resolve("data/dataset_info.json"));
        Object name = yaml(folder.resolve("train.yaml")).get("dataset");
        return map(all.get(name));
    }

    private static Map<String, Object> object(Path file) throws IOException {
        return map(Json.mapper().convertValue(Json.parse(Files.readString(file)), Object.class));
    }

    private static Map<String, Object> map(Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, inner) -> map.put(key.toString(), inner));
        return map;
    }
}
