package org.lemmalab.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lemmalab.io.Extensions;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.mistake.AnalystProvider;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.mistake.prompted.MixedAnalyst;
import org.lemmalab.mistake.prompted.PromptedAnalyst;
import org.lemmalab.mistake.prompted.PromptedSettings;
import org.lemmalab.mistake.prompted.TeachingModel;
import org.lemmalab.reflection.PromptedTeacher;
import org.lemmalab.reflection.TeacherPrompts;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who analyses: the program, or a model that is asked. */
final class TeacherOptions {
    private static final String PROGRAM = "program";
    private static final String PROMPTED = "prompted";
    private static final String MIXED = "mixed";
    private static final List<String> OWN = List.of(PROGRAM, PROMPTED, MIXED);

    @Option(
            names = "--teacher",
            defaultValue = PROGRAM,
            paramLabel = "NAME",
            description =
                    "program, prompted, mixed, or the name of an analyst that a jar on the class path brings (default: ${DEFAULT-VALUE}).")
    private String kind;

    @Option(
            names = "--least-confidence",
            paramLabel = "P",
            description =
                    "Of the program, alone or in 'mixed': the probability, from 0 to 1, below which it names no step and says that it does not"
                            + " know; 0 names one in every attempt with a wrong answer (default: 0.75).")
    private Double leastConfidence;

    @Option(
            names = "--votes",
            paramLabel = "K",
            defaultValue = "1",
            description =
                    "Replies of a prompted teacher to each attempt; the most frequent verdict counts (default: 1).")
    private int votes;

    @Option(names = "--temperature", description = "Of a prompted teacher (default: 0 for one reply, 0.7 for several).")
    private Double temperature;

    @Option(
            names = "--max-tokens",
            defaultValue = "1024",
            description = "The most tokens of a reply; one that reaches them is a failure (default: ${DEFAULT-VALUE}).")
    private int maxTokens;

    @Option(names = "--seed", defaultValue = "0", description = "Decides a prompted teacher's draws (default: 0).")
    private long seed;

    @Mixin
    private ModelOptions models;

    /** A teacher that is open; its origin goes onto every line that it labels. Closing it closes its model. */
    record Open(
            String name, Analyst analyst, int workers, Map<String, String> origin, Optional<ModelOptions.Open> model)
            implements AutoCloseable {
        @Override
        public void close() {
            model.ifPresent(ModelOptions.Open::close);
        }
    }

    Open open() {
        boolean asksAModel = kind.equals(PROMPTED) || kind.equals(MIXED);
        if (!asksAModel && models.isNamed()) {
            throw new LabException(
                    "--teacher: expected 'prompted' or 'mixed' where a model is named, found '" + kind + "'");
        }
        if (leastConfidence != null && !kind.equals(PROGRAM) && !kind.equals(MIXED)) {
            throw new LabException(
                    "--least-confidence: expected the teacher 'program' or 'mixed', found '" + kind + "'");
        }
        return switch (kind) {
            case PROGRAM ->
                offline(
                        PROGRAM,
                        ProgramAnalyst.withLeastConfidence(least()),
                        Map.of("analyst", PROGRAM, "least_confidence", String.valueOf(least())));
            case MIXED -> mixed();
            case PROMPTED -> prompted();
            default -> offline(kind, provided(), Map.of("analyst", kind));
        };
    }

    private static Open offline(String name, Analyst analyst, Map<String, String> origin) {
        return new Open(name, analyst, Runtime.getRuntime().availableProcessors(), origin, Optional.empty());
    }

    private Analyst provided() {
        List<AnalystProvider> others = Extensions.of(AnalystProvider.class);
        List<String> names = Extensions.joined(
                OWN, others.stream().map(AnalystProvider::name).toList(), name -> name);
        return others.stream()
                .filter(provider -> provider.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new LabException(
                        "--teacher: expected one of " + String.join(", ", names) + ", found '" + kind + "'"))
                .analyst();
    }

    private Open prompted() {
        TeacherPrompts prompts = TeacherPrompts.bundled();
        PromptedSettings settings = settings();
        ModelOptions.Open model = models.open(prompts.analyse().hash());
        PromptedTeacher teacher = PromptedTeacher.over(model.model(), models.price(), settings);
        return new Open(
                teacher.name(),
                teacher,
                models.workers(),
                origin(teacher.name(), prompts.analyse()),
                Optional.of(model));
    }

    private double least() {
        return leastConfidence == null ? ProgramAnalyst.LEAST_CONFIDENCE : leastConfidence;
    }

    /** The program where its evidence is direct; the model is asked for the rest and is shown what the program found. */
    private Open mixed() {
        PromptTemplate prompt = PromptedAnalyst.EVIDENCE_PROMPT;
        ModelOptions.Open model = models.open(prompt.hash());
        TeachingModel teaching = new TeachingModel(model.model(), models.price(), settings());
        MixedAnalyst analyst =
                new MixedAnalyst(ProgramAnalyst.withLeastConfidence(least()), PromptedAnalyst.withEvidence(teaching));
        String name = "mixed: program and " + model.model().name();
        Map<String, String> origin = origin(name, prompt);
        origin.put("least_confidence", String.valueOf(least()));
        return new Open(name, analyst, models.workers(), origin, Optional.of(model));
    }

    private Map<String, String> origin(String analyst, PromptTemplate prompt) {
        Map<String, String> origin = new TreeMap<>();
        origin.put("analyst", analyst);
        origin.put("prompt", prompt.name() + " " + prompt.version());
        origin.put("prompt_hash", prompt.hash());
        origin.put("votes", String.valueOf(votes));
        origin.put("analysis_temperature", String.valueOf(settings().analysisTemperature()));
        origin.put("seed", String.valueOf(seed));
        return origin;
    }

    private PromptedSettings settings() {
        return temperature == null
                ? PromptedSettings.STANDARD
                        .withAnalyses(votes)
                        .withMaxNewTokens(maxTokens)
                        .withSeed(seed)
                : new PromptedSettings(votes, temperature, temperature, maxTokens, seed);
    }
}
