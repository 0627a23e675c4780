package org.lemmalab.training.export;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lemmalab.io.LabException;
import org.lemmalab.training.LoraSettings;
import org.lemmalab.training.Schedule;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.transformer.Precision;

/** What both tools call the same, since both hand it to transformers' trainer. */
final class CommonSettings {
    private CommonSettings() {}

    static Map<String, Object> of(TrainingSettings settings) {
        Map<String, Object> all = new LinkedHashMap<>();
        TrainingSettings.Batching batching = settings.batching();
        all.put("per_device_train_batch_size", batching.rows());
        all.put("gradient_accumulation_steps", batching.accumulation());
        if (settings.maxSteps() > 0) {
            all.put("max_steps", settings.maxSteps());
        } else {
            all.put("num_train_epochs", (double) settings.epochs());
        }
        TrainingSettings.Optimizer optimizer = settings.optimizer();
        all.put("learning_rate", optimizer.learningRate());
        all.put("lr_scheduler_type", shape(settings.schedule()));
        all.put("optim", "adamw_torch");
        all.put("weight_decay", optimizer.weightDecay());
        all.put("adam_beta1", optimizer.beta1());
        all.put("adam_beta2", optimizer.beta2());
        all.put("adam_epsilon", optimizer.epsilon());
        all.put("max_grad_norm", optimizer.maxGradientNorm());
        all.put("bf16", settings.precision() == Precision.BFLOAT16);
        all.put("seed", Math.toIntExact(settings.seed() & 0x7fffffff));
        saving(all, settings.saving());
        all.put("logging_steps", 10);
        all.put("report_to", "none");
        return all;
    }

    private static void saving(Map<String, Object> all, TrainingSettings.Saving saving) {
        if (saving.everySteps() == 0) {
            all.put("save_strategy", "no");
        } else {
            all.put("save_strategy", "steps");
            all.put("save_steps", saving.everySteps());
            all.put("save_total_limit", saving.keep());
        }
    }

    private static String shape(Schedule schedule) {
        return switch (schedule.shape()) {
            case COSINE -> "cosine";
            case LINEAR -> "linear";
            case CONSTANT -> "constant_with_warmup";
        };
    }

    /** Both tools take a whole number. */
    static int alpha(LoraSettings lora) {
        if (lora.alpha() != Math.rint(lora.alpha())) {
            throw new LabException("lora: alpha: expected a whole number to export, found " + lora.alpha());
        }
        return (int) lora.alpha();
    }
}
