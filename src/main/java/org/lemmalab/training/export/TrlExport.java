package org.lemmalab.training.export;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.training.LoraAdapters;
import org.lemmalab.training.LoraSettings;
import org.lemmalab.training.TrainingSettings;

/**
 * For TRL's supervised trainer: {@code data/train.jsonl} with {@code messages}, {@code sft.yaml}, and, for the paper's prompts, a
 * template that marks the answers, which alone are learnt. ZeRO stage 2 comes with the tool.
 */
public final class TrlExport implements Exporter {
    private static final String COMMAND = "trl sft --config sft.yaml --accelerate_config zero2";
    private static final String TEMPLATE = "chat_template.jinja";

    /** Prompts as section 5 of the paper has them; the end token belongs to the answer and is learnt. */
    private static final String ALPACA = """
            {%- if bos_token %}{{ bos_token }}{% endif -%}
            {%- for message in messages -%}
            {%- if message['role'] == 'assistant' -%}
            {% generation %}{{ message['content'] }}{{ eos_token }}{% endgeneration %}
            {%- elif message['role'] == 'user' -%}
            {{ '### Instruction:\\n' + message['content'] + '\\n\\n### Response:\\n' }}
            {%- else -%}
            {{ message['content'] + '\\n\\n' }}
            {%- endif -%}
            {%- endfor -%}
            """;

    @Override
    public ExportReport write(ExportRequest request, Path folder, RejectedLines rejected) {
        ToolSchema schema = ToolSchema.trl();
        Map<String, Object> settings = settings(request);
        schema.check("sft.yaml", settings);
        ExportFolder out = new ExportFolder(folder);
        ExportFolder.Written written =
                out.data(request, rejected, conversation -> Map.of("messages", ExportFolder.messages(conversation)));
        if (request.template().equals(ExportRequest.ALPACA)) {
            out.text(TEMPLATE, ALPACA);
        }
        out.yaml("sft.yaml", schema.version() + "; in this folder: " + COMMAND, settings);
        return new ExportReport(written.examples(), written.unmasked(), schema.version(), COMMAND, out.files());
    }

    private static Map<String, Object> settings(ExportRequest request) {
        TrainingSettings settings = request.settings();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("model_name_or_path", request.model());
        all.put("dtype", "float32");
        all.put("dataset_name", ExportFolder.DATA);
        template(all, request.template());
        all.put("assistant_only_loss", true);
        all.put("max_length", settings.batching().cutoff());
        switch (settings.batching().layout()) {
            case PACKED -> {
                all.put("packing", true);
                all.put("packing_strategy", "bfd");
            }
            case BUCKETED -> all.put("train_sampling_strategy", "group_by_length");
            case SHUFFLED -> all.put("packing", false);
        }
        all.put("gradient_checkpointing", settings.gradientCheckpointing());
        all.put("output_dir", "output");
        all.putAll(CommonSettings.of(settings));
        all.put("warmup_steps", warmup(settings.schedule().warmupRatio()));
        settings.lora().ifPresent(lora -> lora(all, lora));
        return all;
    }

    private static void template(Map<String, Object> all, String template) {
        switch (template) {
            case ExportRequest.ALPACA -> all.put("chat_template_path", TEMPLATE);
            case ExportRequest.MODEL -> all.remove("chat_template_path");
            default ->
                throw new LabException("export: template: expected " + ExportRequest.ALPACA + " or "
                        + ExportRequest.MODEL + " for TRL, found '" + template + "'");
        }
    }

    /** Below 1 the tool takes it for a share of all steps. */
    private static double warmup(double ratio) {
        if (ratio >= 1) {
            throw new LabException("schedule: warmup_ratio: expected a number below 1 to export, found " + ratio);
        }
        return ratio;
    }

    private static void lora(Map<String, Object> all, LoraSettings lora) {
        all.put("use_peft", true);
        all.put("lora_r", lora.rank());
        all.put("lora_alpha", CommonSettings.alpha(lora));
        all.put("lora_dropout", lora.dropout());
        all.put("lora_target_modules", LoraAdapters.moduleNames(lora));
    }
}
