package org.lemmalab.training.export;

import java.nio.file.Path;
import org.lemmalab.io.LabException;
import org.lemmalab.training.TrainingSettings;

/**
 * What is to be trained elsewhere.
 *
 * @param data examples, see {@link org.lemmalab.training.Conversation}
 * @param model the folder or the name of the model, as the other machine knows it
 * @param settings how to train; what is not the other tool's to decide is left out
 * @param template how the tool writes a conversation: {@code alpaca} as the paper's prompts, {@code model} the model's own, or
 *     another template that the tool knows
 * @param masks what is done about spans that are not to be learnt; neither tool knows such
 */
public record ExportRequest(Path data, String model, TrainingSettings settings, String template, Masks masks) {
    /** The paper's prompts. */
    public static final String ALPACA = "alpaca";

    /** The template that comes with the model's tokenizer. */
    public static final String MODEL = "model";

    /** What is done with an example that has masked spans. */
    public enum Masks {
        /** It is kept apart. */
        REJECT,
        /** It is written, and the spans are learnt like the rest. */
        IGNORE
    }

    /** Checks that all is there. */
    public ExportRequest {
        if (data == null || settings == null || masks == null) {
            throw new LabException("export: expected data, settings and masks, found one missing");
        }
        if (model == null || model.isBlank() || template == null || template.isBlank()) {
            throw new LabException(
                    "export: expected a model and a template, found '" + model + "', '" + template + "'");
        }
    }
}
