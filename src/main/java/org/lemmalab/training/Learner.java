package org.lemmalab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.CheckpointWriter;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.LowRankAdapters;
import org.lemmalab.transformer.Precision;
import org.lemmalab.transformer.TokenBatch;

/** What is trained: the whole decoder, or adapters beside it. */
sealed interface Learner extends AutoCloseable {
    /** The arrays that change, by name. */
    Map<String, NDArray> parameters();

    /** Negative log-likelihood of each learnt token [N], with gradients. */
    NDArray losses(TokenBatch batch);

    /** Adds gradients, computing layers twice instead of keeping them; the losses [N] without gradients. */
    NDArray accumulate(TokenBatch batch, double scale, long seed);

    /** Writes the parameters into a folder that is not there yet, in the format that others read. */
    void write(Path folder, Precision stored);

    /** Reads what {@link #write} wrote. */
    Map<String, NDArray> read(Path folder, NDManager scope);

    /** Ends the training: gradients flow no more, adapters are released. */
    @Override
    void close();

    /** The name of the folder with the finished result. */
    String resultName();

    static Learner of(Decoder decoder, TrainingSettings settings, Map<String, String> tokenizer) {
        decoder.requireGradients(settings.lora().isEmpty());
        if (settings.lora().isEmpty()) {
            return new Whole(decoder, tokenizer);
        }
        LoraSettings lora = settings.lora().get();
        Map<String, NDArray> pairs = LoraAdapters.initial(decoder, lora, settings.seed());
        pairs.values().forEach(matrix -> matrix.setRequiresGradient(true));
        return new Adapted(decoder, lora, new LowRankAdapters(decoder, pairs, lora.scale(), lora.dropout()));
    }

    /** Full fine-tuning. */
    record Whole(Decoder decoder, Map<String, String> tokenizer) implements Learner {
        @Override
        public Map<String, NDArray> parameters() {
            return decoder.parameters();
        }

        @Override
        public NDArray losses(TokenBatch batch) {
            return decoder.losses(batch);
        }

        @Override
        public NDArray accumulate(TokenBatch batch, double scale, long seed) {
            return decoder.accumulate(batch, scale);
        }

        @Override
        public void write(Path folder, Precision stored) {
            new CheckpointWriter(stored, CheckpointWriter.DEFAULT_SHARD).write(folder, decoder, tokenizer);
        }

        @Override
        public Map<String, NDArray> read(Path folder, NDManager scope) {
            return new LinkedHashMap<>(
                    Checkpoint.open(folder).decoder(scope, Precision.FLOAT32).parameters());
        }

        @Override
        public String resultName() {
            return "model";
        }

        @Override
        public void close() {
            decoder.requireGradients(false);
        }
    }

    /** Low-rank adaptation. */
    record Adapted(Decoder decoder, LoraSettings lora, LowRankAdapters adapters) implements Learner {
        @Override
        public Map<String, NDArray> parameters() {
            return adapters.pairs();
        }

        @Override
        public NDArray losses(TokenBatch batch) {
            return decoder.losses(batch, adapters);
        }

        @Override
        public NDArray accumulate(TokenBatch batch, double scale, long seed) {
            return decoder.accumulate(batch, adapters, scale, seed);
        }

        @Override
        public void write(Path folder, Precision stored) {
            LoraAdapters.write(folder, lora, adapters.pairs());
        }

        @Override
        public Map<String, NDArray> read(Path folder, NDManager scope) {
            return LoraAdapters.read(folder, scope).pairs();
        }

        @Override
        public String resultName() {
            return "adapter";
        }

        @Override
        public void close() {
            adapters.close();
        }
    }
}
