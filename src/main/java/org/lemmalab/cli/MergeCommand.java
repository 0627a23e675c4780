package org.lemmalab.cli;

import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lemmalab.io.LabException;
import org.lemmalab.training.LoraAdapters;
import org.lemmalab.transformer.Checkpoint;
import org.lemmalab.transformer.CheckpointWriter;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lab merge --model DIR --adapter DIR --output DIR}. */
@Command(
        name = "merge",
        description = "Add LoRA adapters (PEFT's format) to a model's own matrices.",
        mixinStandardHelpOptions = true)
final class MergeCommand implements Callable<Integer> {
    @Option(names = "--model", required = true, paramLabel = "DIR", description = "The checkpoint folder.")
    private Path model;

    @Option(names = "--adapter", required = true, paramLabel = "DIR", description = "The adapter folder.")
    private Path adapter;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "The folder to be.")
    private Path output;

    @Option(names = "--stored", description = "Element type of the result: ${COMPLETION-CANDIDATES} (default FLOAT32).")
    private Precision stored = Precision.FLOAT32;

    @Override
    public Integer call() {
        if (Files.exists(output)) {
            throw new LabException(output + ": expected a folder that is not there yet, found one");
        }
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Checkpoint.open(model).decoder(manager, Precision.FLOAT32)) {
            LoraAdapters.read(adapter, manager).merge(decoder);
            new CheckpointWriter(stored, CheckpointWriter.DEFAULT_SHARD)
                    .write(output, decoder, TrainCommand.tokenizerFiles(model));
        }
        System.out.println("merged: " + output);
        return 0;
    }
}
