package org.lemmalab.training.export;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.training.Conversation;
import org.lemmalab.training.LoraAdapters;
import org.lemmalab.training.LoraSettings;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.training.TrainingSettings.Batching.Layout;

/**
 * For LLaMA-Factory, with which the paper trained: {@code data/train.jsonl} with {@code data/dataset_info.json}, {@code train.yaml}
 * and DeepSpeed's {@code ds_z2.json} (ZeRO stage 2: gradients and optimiser states are spread over the GPUs).
 */
public final class LlamaFactoryExport implements Exporter {
    private static final String DATA_SET = "lemma_lab";
    private static final String COMMAND = "FORCE_TORCHRUN=1 llamafactory-cli train train.yaml";

    @Override
    public ExportReport write(ExportRequest request, Path folder, RejectedLines rejected) {
        ToolSchema schema = ToolSchema.llamaFactory();
        Map<String, Object> settings = settings(request);
        schema.check("train.yaml", settings);
        boolean alpaca = ExportFolder.allShort(request.data());
        Map<String, Object> info = alpaca ? alpacaInfo() : messagesInfo();
        ToolSchema.dataSetInfo().check("dataset_info.json", info);
        Map<String, Object> zero = zero2();
        ToolSchema.deepSpeed().check("ds_z2.json", zero);

        ExportFolder out = new ExportFolder(folder);
        ExportFolder.Written written = out.data(
                request,
                rejected,
                alpaca
                        ? LlamaFactoryExport::alpaca
                        : conversation -> Map.of("messages", ExportFolder.messages(conversation)));
        out.json(ExportFolder.DATA + "/dataset_info.json", Map.of(DATA_SET, info));
        out.json("ds_z2.json", zero);
        out.yaml("train.yaml", schema.version() + "; in this folder: " + COMMAND, settings);
        return new ExportReport(written.examples(), written.unmasked(), schema.version(), COMMAND, out.files());
    }

    private static Map<String, Object> settings(ExportRequest request) {
        TrainingSettings settings = request.settings();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("model_name_or_path", request.model());
        all.put("stage", "sft");
        all.put("do_train", true);
        all.put("finetuning_type", settings.lora().isPresent() ? "lora" : "full");
        settings.lora().ifPresent(lora -> lora(all, lora));
        all.put("dataset_dir", ExportFolder.DATA);
        all.put("dataset", DATA_SET);
        if (!request.template().equals(ExportRequest.MODEL)) {
            all.put("template", request.template());
        }
        all.put("cutoff_len", settings.batching().cutoff());
        if (settings.batching().layout() == Layout.PACKED) {
            all.put("packing", true);
            all.put("neat_packing", true);
        }
        all.put("deepspeed", "ds_z2.json");
        // The tool recomputes layers unless it is told not to.
        all.put("disable_gradient_checkpointing", !settings.gradientCheckpointing());
        all.put("output_dir", "output");
        all.putAll(CommonSettings.of(settings));
        all.put("warmup_ratio", settings.schedule().warmupRatio());
        all.put("plot_loss", true);
        return all;
    }

    private static void lora(Map<String, Object> all, LoraSettings lora) {
        all.put("lora_rank", lora.rank());
        all.put("lora_alpha", CommonSettings.alpha(lora));
        all.put("lora_dropout", lora.dropout());
        all.put("lora_target", String.join(",", LoraAdapters.moduleNames(lora)));
    }

    private static Map<String, Object> alpaca(Conversation conversation) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("instruction", conversation.turns().get(0).text());
        line.put("input", "");
        line.put("output", conversation.turns().get(1).text());
        return line;
    }

    /** A column that is not named has no counterpart in the data, so all three are. */
    private static Map<String, Object> alpacaInfo() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("file_name", "train.jsonl");
        info.put("formatting", "alpaca");
        info.put("columns", Map.of("prompt", "instruction", "query", "input", "response", "output"));
        return info;
    }

    private static Map<String, Object> messagesInfo() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("file_name", "train.jsonl");
        info.put("formatting", "sharegpt");
        info.put("columns", Map.of("messages", "messages"));
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put("role_tag", "role");
        tags.put("content_tag", "content");
        tags.put("user_tag", "user");
        tags.put("assistant_tag", "assistant");
        tags.put("system_tag", "system");
        info.put("tags", tags);
        return info;
    }

    /** What is "auto" is taken from {@code train.yaml}. */
    private static Map<String, Object> zero2() {
        Map<String, Object> zero = new LinkedHashMap<>();
        zero.put("train_batch_size", "auto");
        zero.put("train_micro_batch_size_per_gpu", "auto");
        zero.put("gradient_accumulation_steps", "auto");
        zero.put("gradient_clipping", "auto");
        zero.put("zero_allow_untested_optimizer", true);
        zero.put("bf16", Map.of("enabled", "auto"));
        Map<String, Object> stage = new LinkedHashMap<>();
        stage.put("stage", 2);
        stage.put("overlap_comm", true);
        stage.put("contiguous_gradients", true);
        stage.put("reduce_scatter", true);
        stage.put("allgather_partitions", true);
        zero.put("zero_optimization", stage);
        return zero;
    }
}
