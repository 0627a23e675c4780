package org.lemmalab.corpus.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.lemmalab.corpus.DataStatistics;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.corpus.TrainingExample;
import org.lemmalab.corpus.recipe.CorpusRun;
import org.lemmalab.corpus.recipe.ProblemContext;
import org.lemmalab.corpus.recipe.Recipe;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Provenance;

/**
 * Writes a corpus into a folder: {@code train.jsonl} with the examples, {@code facts.jsonl} with what each of them is, and {@code
 * manifest.json} with recipe, statistics, reasons of refusal and provenance. Each file takes its name when it is whole.
 *
 * @param folder where it goes, made if missing
 * @param format how an example stands on a line
 * @param form the prompt around its instruction
 */
public record CorpusFolder(Path folder, CorpusFormat format, PromptForm form) {
    /** Name of the file of examples. */
    public static final String TRAIN = "train.jsonl";

    private static final String FACTS = "facts.jsonl";
    private static final String MANIFEST = "manifest.json";

    /**
     * What was written.
     *
     * @param report counts and reasons
     * @param statistics the size of the corpus
     */
    public record Written(CorpusRun.Report report, DataStatistics statistics) {}

    /**
     * Carries a recipe out and writes what it makes.
     *
     * @param recipe the recipe
     * @param run the recipe's run
     * @param materials the problems
     * @param counter counts what is written
     * @param provenance what it is made from
     * @param progress takes the number of problems done
     * @return counts, reasons and statistics
     * @throws LabException if a file cannot be written
     */
    public Written write(
            Recipe recipe,
            CorpusRun run,
            List<ProblemContext> materials,
            DataStatistics.Counter counter,
            Provenance provenance,
            LongConsumer progress) {
        Path examples = folder.resolve(TRAIN + ".part");
        Path facts = folder.resolve(FACTS + ".part");
        try {
            Files.createDirectories(folder);
            CorpusRun.Report report;
            try (BufferedWriter lines = Files.newBufferedWriter(examples);
                    BufferedWriter notes = Files.newBufferedWriter(facts)) {
                report = run.run(
                        materials,
                        example -> {
                            counter.add(example);
                            put(lines, format.line(example, form));
                            put(notes, note(example));
                        },
                        progress);
            }
            settle(examples);
            settle(facts);
            Written written = new Written(report, counter.statistics());
            manifest(recipe, written, provenance);
            return written;
        } catch (IOException | UncheckedIOException e) {
            throw new LabException(folder + ": the corpus cannot be written: " + e.getMessage(), e);
        }
    }

    private void manifest(Recipe recipe, Written written, Provenance provenance) throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("recipe", recipe.name());
        manifest.put("title", recipe.title());
        manifest.put("description", recipe.description());
        manifest.put("format", format.label());
        manifest.put("prompt_form", form.label());
        manifest.put("inference", recipe.inference());
        manifest.put("statistics", written.statistics());
        manifest.put("report", written.report());
        manifest.put("train_sha256", Hashes.sha256(folder.resolve(TRAIN)));
        manifest.put("provenance", provenance);
        Path part = folder.resolve(MANIFEST + ".part");
        Files.writeString(part, Json.pretty(manifest) + "\n");
        settle(part);
    }

    private static Map<String, Object> note(TrainingExample example) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("id", example.id());
        note.put("facts", example.facts());
        return note;
    }

    private static void put(BufferedWriter writer, Object line) {
        try {
            writer.write(Json.line(line));
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void settle(Path part) throws IOException {
        String name = part.getFileName().toString();
        Path whole = part.resolveSibling(name.substring(0, name.length() - ".part".length()));
        Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
