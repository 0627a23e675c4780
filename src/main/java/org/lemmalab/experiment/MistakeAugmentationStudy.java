package org.lemmalab.experiment;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.lemmalab.experiment.ErrorPool.Entry;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Provenance;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.mistake.AnalysisRunner;
import org.lemmalab.mistake.Augmenter;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.mistake.InjectionScore;
import org.lemmalab.mistake.LabelledAttempt;
import org.lemmalab.mistake.MistakeAugmentation;
import org.lemmalab.mistake.MistakeAugmentation.Sources;
import org.lemmalab.mistake.MistakeAugmentation.TypeChoice;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.mistake.ProgramInjector;
import org.lemmalab.mistake.Share;
import org.lemmalab.mistake.TypeCounts;
import org.lemmalab.mistake.TypeDistribution;
import org.lemmalab.mistake.TypeSampler;
import org.lemmalab.mistake.VerifiedInjector;
import org.lemmalab.problem.Gsm8k;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.problem.Samples;
import org.lemmalab.solution.Attempts;

/**
 * Mistake augmentation (paper Sec. 3.3; the data side of Tab. 5 and 11): which errors can be injected into problems, and what each
 * switch does to the pool of errors.
 *
 * <p>With a data folder, errors are injected into a sample of GSM8K's training problems. The pools need students' own errors on the same
 * questions, and published attempts exist only on GSM8K's test questions: pools are made there, of the attempts of four models.
 * Without a data folder both parts use the project's samples. Nothing is trained on either.
 */
public final class MistakeAugmentationStudy {
    private static final long SEED = 1;
    private static final String TRAINING = "gsm8k/train.jsonl";
    private static final String ATTEMPTED = "gsm8k/example_model_solutions.jsonl";

    private final Scale scale;
    private final Input input;

    /**
     * How much is done on real data; the samples are always used whole.
     *
     * @param injected training problems that one error of each type is asked for in
     * @param augmented attempted problems that pools are made of
     */
    public record Scale(int injected, int augmented) {
        /** Some twenty seconds on two cores. */
        public static final Scale QUICK = new Scale(1000, 300);

        /** All training problems and all attempted ones; a minute or two. */
        public static final Scale FULL = new Scale(7473, 1319);
    }

    /** What is read: problems to bring errors into, attempted problems, and the attempts. */
    private record Input(
            String name,
            String injectedSet,
            String pooledSet,
            List<Problem> injected,
            List<Problem> attempted,
            List<LabelledAttempt> attempts,
            Map<String, String> hashes) {}

    /**
     * What was measured.
     *
     * @param name a name for files: {@code mistake-augmentation}, or {@code mistake-augmentation-samples}
     * @param injectedSet what errors were injected into, for people
     * @param pooledSet what the pools are of, for people
     * @param injected errors as injected, one of each type asked for in each problem
     * @param kept the same where only errors that pass the check are kept
     * @param rejections why others did not pass it, with counts
     * @param typesPossible how many problems take how many types, before the check
     * @param pools one for each switch
     * @param drawn injected types beside those asked for, by distribution
     * @param provenance what the result was made from
     */
    public record Result(
            String name,
            String injectedSet,
            String pooledSet,
            InjectionScore injected,
            InjectionScore kept,
            Map<String, Long> rejections,
            Map<Integer, Long> typesPossible,
            List<ErrorPool> pools,
            List<DrawnTypes> drawn,
            Provenance provenance) {}

    /**
     * An injected error beside its problem, for showing.
     *
     * @param problem question and gold solution
     * @param injection the error
     */
    public record Example(Problem problem, Injection injection) {}

    private MistakeAugmentationStudy(Scale scale, Input input) {
        this.scale = scale;
        this.input = input;
    }

    /**
     * Runs the study.
     *
     * @param data the data folder; the samples are used where it is empty or lacks the files
     * @param scale how much is done on real data
     * @param progress takes the number of students' attempts analysed so far
     * @return what was measured
     */
    public static Result run(Optional<Path> data, Scale scale, LongConsumer progress) {
        Optional<Path> training = existing(data, TRAINING);
        Optional<Path> attempted = existing(data, ATTEMPTED);
        Input input = training.isPresent() && attempted.isPresent()
                ? real(training.get(), attempted.get(), scale, progress)
                : samples(progress);
        return new MistakeAugmentationStudy(scale, input).measured();
    }

    /**
     * A few injected errors to look at, in the project's samples: no type and no problem twice, none in the first step.
     *
     * @param atMost how many
     * @return the examples in a fixed order
     */
    public static List<Example> sampleExamples(int atMost) {
        List<Problem> problems = sampleProblems();
        VerifiedInjector injector = VerifiedInjector.ofPrograms();
        List<Example> examples = new ArrayList<>();
        Set<ErrorType> left = EnumSet.allOf(ErrorType.class);
        for (Problem problem : problems) {
            Optional<Injection> found = left.stream()
                    .flatMap(type -> injector.inject(problem, type, SEED).asOptional().stream())
                    .filter(injection -> injection.firstWrongStep() > 1)
                    .findFirst();
            found.filter(injection -> examples.size() < atMost).ifPresent(injection -> {
                examples.add(new Example(problem, injection));
                left.remove(injection.type());
            });
        }
        return examples;
    }

    static List<Problem> sampleProblems() {
        return List.copyOf(ProblemSet.read(Samples.problems(), RejectedLines.refusing())
                .byId()
                .values());
    }

    private static Input real(Path training, Path attemptFile, Scale scale, LongConsumer progress) {
        List<Problem> problems = new ArrayList<>();
        Gsm8k.read(training, problems::add, RejectedLines.refusing());
        Set<Problem> attempted = new LinkedHashSet<>();
        List<LabelledAttempt> attempts = analysed(
                sink -> Attempts.gsm8kExamples(
                        attemptFile,
                        attempt -> {
                            attempted.add(attempt.problem());
                            sink.accept(attempt);
                        },
                        RejectedLines.refusing()),
                progress);
        List<Problem> injected = chosen(problems, scale.injected);
        List<Problem> augmented = chosen(List.copyOf(attempted), scale.augmented);
        return new Input(
                "mistake-augmentation",
                injected.size() + " training problems of GSM8K",
                augmented.size() + " test questions of GSM8K, published attempts of four models",
                injected,
                augmented,
                attempts,
                Map.of(TRAINING, Hashes.sha256(training), ATTEMPTED, Hashes.sha256(attemptFile)));
    }

    private static Input samples(LongConsumer progress) {
        Path attemptFile = Samples.attempts();
        ProblemSet problems = ProblemSet.read(Samples.problems(), RejectedLines.refusing());
        List<LabelledAttempt> attempts = analysed(
                sink -> Attempts.read(attemptFile, problems, sink::accept, RejectedLines.refusing()), progress);
        return new Input(
                "mistake-augmentation-samples",
                "the sample problems",
                "the sample problems, attempts of three imagined students",
                sampleProblems(),
                sampleProblems(),
                attempts,
                Map.of(
                        "samples/problems.jsonl",
                        Hashes.sha256(Samples.problems()),
                        "samples/attempts.jsonl",
                        Hashes.sha256(attemptFile)));
    }

    private static List<LabelledAttempt> analysed(AnalysisRunner.Source source, LongConsumer progress) {
        List<LabelledAttempt> attempts = new ArrayList<>();
        AnalysisRunner.onAllCores(new ProgramAnalyst()).run(source, attempts::add, progress);
        return attempts;
    }

    private static List<Problem> chosen(List<Problem> problems, int number) {
        List<Problem> shuffled = new ArrayList<>(problems);
        Collections.shuffle(shuffled, new Random(SEED));
        return shuffled.subList(0, Math.min(number, shuffled.size()));
    }

    private Result measured() {
        VerifiedInjector verified = VerifiedInjector.ofPrograms();
        InjectionScore injected = InjectionScore.of(new ProgramInjector(), new ProgramAnalyst(), input.injected, SEED);
        InjectionScore kept = InjectionScore.of(verified, new ProgramAnalyst(), input.injected, SEED);
        Map<TypeChoice, Augmented> augmented = new EnumMap<>(TypeChoice.class);
        for (TypeChoice choice : TypeChoice.values()) {
            augmented.put(choice, augmented(MistakeAugmentation.standard(SEED).withTypes(choice)));
        }
        return new Result(
                input.name,
                input.injectedSet,
                input.pooledSet,
                injected,
                kept,
                verified.rejections(),
                typesPossible(),
                pools(augmented),
                augmented.values().stream().map(Augmented::drawn).toList(),
                provenance());
    }

    private Provenance provenance() {
        Map<String, String> settings = Map.of(
                "experiment",
                "T5/T11, data side",
                "scale",
                input.name.endsWith("samples") ? "all samples" : scale.toString(),
                "injector",
                "ProgramInjector, checked by ProgramAnalyst",
                "augmentation",
                MistakeAugmentation.standard(SEED).toString());
        return Provenance.of(SEED, settings, input.hashes);
    }

    private Map<Integer, Long> typesPossible() {
        ProgramInjector injector = new ProgramInjector();
        Map<Integer, Long> counts = new TreeMap<>();
        input.injected.parallelStream()
                .map(problem -> injector.injectable(problem).size())
                .toList()
                .forEach(types -> counts.merge(types, 1L, Long::sum));
        return counts;
    }

    /** What is injected into the attempted problems under one choice of types. */
    private record Augmented(List<Entry> errors, Share kept, DrawnTypes drawn) {}

    /** What is injected into one problem, and the types that can be. */
    private record Made(Problem problem, Set<ErrorType> possible, List<Entry> errors) {}

    private Augmented augmented(MistakeAugmentation settings) {
        VerifiedInjector injector = VerifiedInjector.ofPrograms();
        TypeSampler sampler = new TypeSampler(TypeCounts.of(input.attempts), settings);
        Augmenter augmenter = new Augmenter(injector, sampler, settings);
        List<Made> made = input.attempted.parallelStream()
                .map(problem -> new Made(problem, injector.injectable(problem), into(problem, augmenter)))
                .toList();
        List<Entry> errors = made.stream().flatMap(each -> each.errors.stream()).toList();
        long rejected = injector.rejections().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new Augmented(
                errors,
                new Share(errors.size(), Math.max(1, errors.size() + rejected)),
                drawn(settings.types(), sampler, made));
    }

    private static List<Entry> into(Problem problem, Augmenter augmenter) {
        return augmenter.into(problem).stream()
                .flatMap(outcome -> outcome.asOptional().stream())
                .map(injection -> Entry.of(problem.id(), injection))
                .toList();
    }

    private static DrawnTypes drawn(TypeChoice choice, TypeSampler sampler, List<Made> made) {
        Map<ErrorType, Double> requested = new EnumMap<>(ErrorType.class);
        Map<ErrorType, Double> possible = new EnumMap<>(ErrorType.class);
        Map<ErrorType, Long> drawn = new EnumMap<>(ErrorType.class);
        for (Made each : made) {
            int errors = each.errors.size();
            each.errors.forEach(error -> drawn.merge(error.type(), 1L, Long::sum));
            TypeDistribution wanted = sampler.requested(each.problem.id());
            add(wanted.shares(), errors, requested);
            wanted.restrictedTo(each.possible).ifPresent(left -> add(left.shares(), errors, possible));
        }
        return new DrawnTypes(title(choice), requested, possible, drawn);
    }

    private static void add(Map<ErrorType, Double> shares, int times, Map<ErrorType, Double> sums) {
        shares.forEach((type, share) -> sums.merge(type, share * times, Double::sum));
    }

    private List<ErrorPool> pools(Map<TypeChoice, Augmented> augmented) {
        Set<String> ids = new LinkedHashSet<>();
        input.attempted.forEach(problem -> ids.add(problem.id()));
        List<Entry> own = input.attempts.stream()
                .filter(attempt -> ids.contains(attempt.attempt().problemId()))
                .flatMap(attempt -> Entry.of(attempt).stream())
                .toList();
        MistakeAugmentation standard = MistakeAugmentation.standard(SEED);
        List<ErrorPool> pools = new ArrayList<>();
        augmented.forEach((choice, made) -> pools.add(new ErrorPool(
                "both, " + title(choice), standard.withTypes(choice).pool(own, made.errors), Optional.of(made.kept))));
        Augmented teacher = augmented.get(TypeChoice.PER_QUESTION);
        MistakeAugmentation ownOnly = standard.withSources(Sources.STUDENT_ONLY);
        int full = pools.get(0).errors().size();
        pools.add(new ErrorPool(
                "injected only",
                standard.withSources(Sources.TEACHER_ONLY).pool(own, teacher.errors),
                Optional.of(teacher.kept)));
        pools.add(new ErrorPool("own only", ownOnly.pool(own, teacher.errors), Optional.empty()));
        pools.add(new ErrorPool(
                "own only, size-matched", ownOnly.sizeMatched(full).pool(own, teacher.errors), Optional.empty()));
        return pools;
    }

    private static String title(TypeChoice choice) {
        return switch (choice) {
            case PER_QUESTION -> "types of the question";
            case OVERALL -> "types overall";
            case UNIFORM -> "types uniform";
        };
    }

    private static Optional<Path> existing(Optional<Path> data, String name) {
        return data.map(folder -> folder.resolve(name)).filter(Files::isRegularFile);
    }
}
