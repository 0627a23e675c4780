package org.lemmalab.llm;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import org.lemmalab.transformer.CheckpointWriter;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.WordTokenizer;

/** A checkpoint with random weights, which says anything at all. */
public final class TinyCheckpoint {
    private TinyCheckpoint() {}

    /** Writes the folder {@code tiny}; its model reads and writes at most {@code context} tokens. */
    public static Path write(Path parent, int context) {
        WordTokenizer tokenizer = WordTokenizer.fromCorpus(
                List.of("Ann has 12 pears. She gives 3 pears to Ben.\nHow many pears has Ann?"), 300);
        ModelConfig.Size size = new ModelConfig.Size(tokenizer.size(), 16, 24, 2, 2, 1, 8, context);
        ModelConfig config = ModelConfig.llama(size, false, tokenizer.specialTokens());
        Path folder = parent.resolve("tiny");
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Decoder.random(manager, config, 0.3, 5)) {
            CheckpointWriter.float32().write(folder, decoder, tokenizer.files());
        }
        return folder;
    }
}
