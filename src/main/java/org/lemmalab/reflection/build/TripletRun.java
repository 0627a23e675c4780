package org.lemmalab.reflection.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.MistakeAugmentation;
import org.lemmalab.mistake.TypeCounts;
import org.lemmalab.mistake.TypeSampler;
import org.lemmalab.pipeline.Manifest;
import org.lemmalab.pipeline.ProgressListener;
import org.lemmalab.pipeline.RunFolder;
import org.lemmalab.pipeline.RunSettings;
import org.lemmalab.pipeline.Stage;
import org.lemmalab.pipeline.StageRun;
import org.lemmalab.reflection.filter.Decontamination;
import org.lemmalab.reflection.filter.LengthBounds;
import org.lemmalab.reflection.filter.NoGiveaway;
import org.lemmalab.reflection.filter.OneReflection;
import org.lemmalab.reflection.filter.RightAnswer;
import org.lemmalab.reflection.filter.SoundArithmetic;
import org.lemmalab.reflection.filter.TripletFilter;
import org.lemmalab.reflection.filter.WordForWord;

/**
 * Makes a set of triplets as a {@link TripletConfig} says. The same call resumes a run that was stopped. The folder gets {@code
 * triplets.jsonl}, {@code removed.jsonl} (with filter and reason), {@code summary.json} and the exports, and one folder a stage.
 *
 * @param config what is made
 * @param staff who makes it
 * @param files from what, and where to
 * @param settings how the stages are gone about
 */
public record TripletRun(TripletConfig config, TripletComponents staff, Places files, RunSettings settings) {
    /**
     * Where things are.
     *
     * @param problems JSON Lines of problems
     * @param attempts JSON Lines of a student's attempts
     * @param evaluation folder of evaluation sets, none of whose questions may come in
     * @param output the folder of the run
     */
    public record Places(Path problems, Optional<Path> attempts, Optional<Path> evaluation, Path output) {}

    /**
     * Makes the triplets.
     *
     * @param listener is told how far each stage has come
     * @return what was made
     * @throws LabException if an input cannot be read, or nothing can be made of it
     */
    public TripletSummary run(ProgressListener listener) {
        Tally tally = new Tally();
        Path tasks = files.output().resolve("tasks.jsonl");
        new Tasks(
                        files.problems(),
                        files.attempts(),
                        decontamination(),
                        config.corrections().readableGold())
                .write(tasks, tally);
        Path analysed = files.attempts().isPresent() ? analysed(tasks, listener, tally) : tasks;
        Path errors = errors(analysed, listener, tally);
        Path revised = revised(errors, listener, tally);
        return new Collection(config, files.output()).collect(revised, tally);
    }

    private Optional<Decontamination> decontamination() {
        int length = config.filters().contaminationWords();
        return length == 0 ? Optional.empty() : files.evaluation().map(folder -> Decontamination.in(folder, length));
    }

    private Path analysed(Path tasks, ProgressListener listener, Tally tally) {
        Map<String, String> identity = Map.of(
                "teacher", staff.teacher().name(),
                "prompts", Json.line(staff.teacher().promptHashes()),
                "analyses", String.valueOf(config.teacher().analyses()));
        return stage(new AttemptAnalyser(staff.teacher()).stage(identity), tasks, "analyse", listener, tally);
    }

    private Path errors(Path analysed, ProgressListener listener, Tally tally) {
        TypeCounts counts = typeCounts(analysed);
        boolean known = !counts.overall().isEmpty();
        MistakeAugmentation wanted = config.errors().augmentation(1, config.seed());
        TypeSampler types =
                new TypeSampler(counts, known ? wanted : wanted.withTypes(MistakeAugmentation.TypeChoice.UNIFORM));
        String typesFrom = known ? Hashes.sha256(analysed) : "uniform";
        ErrorMaker maker =
                new ErrorMaker(staff.injector(), types, typesFrom, config.errors(), staff.student(), config.seed());
        Path output = stage(maker.stage(staff.teacher().name()), analysed, "errors", listener, tally);
        Path errors = files.output().resolve("errors.jsonl");
        try (LineFile lines = LineFile.create(errors)) {
            each(output, record -> {
                tally.addAll(record.path("counts"));
                record.path("errors").forEach(lines::add);
            });
            if (lines.lines() == 0) {
                throw new NoErrorsException("triplets: expected errors to correct, found none; " + tally.counts());
            }
            lines.finish();
        }
        return errors;
    }

    private static TypeCounts typeCounts(Path analysed) {
        TypeCounts counts = TypeCounts.of(List.of());
        each(
                analysed,
                line -> Task.parse(line).wrong().forEach(labelled -> counts.add(labelled, OptionalDouble.empty())));
        return counts;
    }

    private Path revised(Path errors, ProgressListener listener, Tally tally) {
        String filters = Json.line(config.filters());
        Reviser reviser = new Reviser(staff.teacher(), staff.connection(), config.corrections(), filters(), filters);
        String link = Json.line(config.connection());
        return stage(reviser.stage(link), errors, "revise", listener, tally);
    }

    /** The filters that judge each triplet alone. */
    private List<TripletFilter> filters() {
        TripletConfig.Filters wanted = config.filters();
        List<TripletFilter> filters = new ArrayList<>(List.of(
                new WordForWord(),
                new RightAnswer(),
                new OneReflection(),
                new NoGiveaway(),
                new LengthBounds(wanted.leastReflectionWords(), wanted.mostReflectionWords(), wanted.mostWords())));
        if (wanted.soundArithmetic()) {
            filters.add(new SoundArithmetic());
        }
        return filters;
    }

    private <I> Path stage(
            Stage<I, ObjectNode> stage, Path input, String name, ProgressListener listener, Tally tally) {
        Path folder = files.output().resolve(name);
        Manifest manifest = new StageRun<>(stage, List.of(input), folder, settings).run(listener);
        if (manifest.counts().failed() > 0) {
            tally.add(name + " failed", manifest.counts().failed());
        }
        return new RunFolder(folder).output();
    }

    static void each(Path file, Consumer<JsonNode> consumer) {
        JsonLines.forEach(file, line -> line, consumer, RejectedLines.refusing());
    }
}
