package org.lemmalab.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lemmalab.evaluation.trajectory.TrajectoryJudge;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.Provenance;
import org.lemmalab.io.Seeds;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.TextModel;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.synthetic.trajectory.RelationJudge;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.training.Example;
import org.lemmalab.training.SupervisedTrainer;
import org.lemmalab.training.TrainingListener;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.training.TrainingSettings.Batching;
import org.lemmalab.training.TrainingSettings.Batching.Layout;
import org.lemmalab.transformer.LocalModel;

/**
 * Learning from errors in a minute: a small student tries synthetic relations problems, its errors (and injected ones where it made none) become
 * triplets, it is fine-tuned on them, and is asked problems that it never saw, before and after. LEMMA's recipe (paper Secs. 3.3, 3.4)
 * at a size to look at; what a recipe is worth takes more problems and more seeds than this.
 */
public final class SelfCorrectionStudy {
    private static final long SEED = 1;
    static final WordProblemSet SET = WordProblemSet.RELATIONS;
    private static final double TEMPERATURE = 0.7;
    private static final int CUTOFF = 512;

    private final StudentFolder student;
    private final boolean isTrained;
    private final Scale scale;
    private final Path work = StudentFolder.temporary();
    private final TripletMaker maker = TripletMaker.ofMade(SEED);
    private final Map<String, List<WrittenTrajectory>> written = new LinkedHashMap<>();
    private Optional<Path> tuned = Optional.empty();
    private int learnt;

    /**
     * How much is done.
     *
     * @param problems that the student tries for its errors
     * @param steps of the fine-tuning
     * @param asked held-out problems
     */
    public record Scale(int problems, int steps, int asked) {
        /** Some twenty seconds on two cores. */
        public static final Scale QUICK = new Scale(100, 30, 30);

        /** Two minutes or so. */
        public static final Scale FULL = new Scale(300, 400, 100);
    }

    /**
     * What was measured.
     *
     * @param name a name for files
     * @param written what was written about the held-out problems, by model
     * @param provenance what it was made from
     */
    public record Result(String name, Map<String, List<WrittenTrajectory>> written, Provenance provenance) {}

    private SelfCorrectionStudy(StudentFolder student, boolean isTrained, Scale scale) {
        this.student = student;
        this.isTrained = isTrained;
        this.scale = scale;
    }

    /**
     * @param student a checkpoint folder that has learnt made word problems; where it is empty an untrained one is made
     * @param scale how much is done
     * @return the study
     */
    public static SelfCorrectionStudy of(Optional<Path> student, Scale scale) {
        Path folder = ConnectionStudy.student(student, StudentFolder.temporary());
        return new SelfCorrectionStudy(StudentFolder.given(folder), student.isPresent(), scale);
    }

    /**
     * @return the student before it is fine-tuned
     */
    public Path student() {
        return student.folder();
    }

    /**
     * Lets the student try problems of the training split once each, at temperature 0.7 as in the paper, and makes triplets of its first
     * errors; a problem that it solved gets an injected error of a type drawn by the seed. Each error is corrected in both ways where the
     * teacher can.
     *
     * @param style what stands between error and correction
     * @return the triplets
     */
    public List<Triplet> triplets(ConnectionStyle style) {
        List<Problem> problems = problems(Split.TRAIN, scale.problems, SEED);
        List<String> texts = ask(student.folder(), problems, TEMPERATURE);
        List<Triplet> triplets = new ArrayList<>();
        try (TextModel model = LocalModel.open(student.folder())) {
            Connection connection = maker.connection(style, Optional.of(model));
            for (int i = 0; i < problems.size(); i++) {
                Problem problem = problems.get(i);
                maker.own(problem, StudentFormat.read(texts.get(i)))
                        .or(() -> injected(problem))
                        .ifPresent(attempt -> triplets.addAll(corrected(problem, attempt, connection)));
            }
        }
        return triplets;
    }

    /** Made relations. */
    static List<Problem> problems(Split split, int number, long seed) {
        return SET.generate(number, split, seed).stream()
                .map(WordProblem::problem)
                .toList();
    }

    private Optional<ErroneousAttempt> injected(Problem problem) {
        List<ErrorType> types = List.copyOf(maker.injector().injectable(problem));
        return Seeds.shuffled(types, Seeds.random(SEED, "type", problem.id())).stream()
                .flatMap(type -> maker.injected(problem, type).asOptional().stream())
                .findFirst();
    }

    private List<Triplet> corrected(Problem problem, ErroneousAttempt attempt, Connection connection) {
        return Stream.of(Strategy.values())
                .flatMap(strategy -> maker
                        .triplet(student.folder().getFileName().toString(), problem, attempt, strategy, connection)
                        .asOptional()
                        .stream())
                .toList();
    }

    /**
     * Fine-tunes the student, all parameters, on whole revised texts: error, reflection, correction and answer.
     *
     * @param triplets the triplets
     * @param listener is told of the steps
     * @return the fine-tuned student's checkpoint folder
     */
    public Path fineTune(List<Triplet> triplets, TrainingListener listener) {
        List<Example> examples = student.read((reader, tokenizer) -> triplets.stream()
                .map(triplet -> reader.example(triplet.id(), line(triplet)))
                .filter(example -> example.length() <= CUTOFF)
                .toList());
        learnt = examples.size();
        Path folder = work.resolve("tuned-" + written.size() + "-" + learnt);
        student.withDecoder(decoder -> new SupervisedTrainer(decoder, settings())
                .withTokenizer(student.tokenizerFiles())
                .withListener(listener)
                .train(examples, folder));
        tuned = Optional.of(folder.resolve("model"));
        return tuned.get();
    }

    private static JsonNode line(Triplet triplet) {
        return Json.mapper()
                .valueToTree(Map.of(
                        "instruction",
                        triplet.problem().question(),
                        "output",
                        triplet.revision().text()));
    }

    private TrainingSettings settings() {
        return TrainingSettings.DEFAULT
                .withEpochs(Integer.MAX_VALUE)
                .withMaxSteps(scale.steps)
                .withSeed(SEED)
                .withOptimizer(TrainingSettings.Optimizer.withRate(2e-3))
                .withBatching(new Batching(16, 1, CUTOFF, Layout.BUCKETED));
    }

    /**
     * Asks a model the held-out problems, greedily.
     *
     * @param name of the model, for people
     * @param model a checkpoint folder
     * @return what it wrote, judged
     */
    public List<WrittenTrajectory> ask(String name, Path model) {
        List<Problem> problems = problems(Split.TEST, scale.asked, SEED);
        written.put(name, written(model, problems, RelationJudge.with(maker.teacher())));
        return written.get(name);
    }

    /** What a model writes about problems, greedily, judged. */
    static List<WrittenTrajectory> written(Path model, List<Problem> problems, TrajectoryJudge judge) {
        List<String> texts = ask(model, problems, 0);
        return IntStream.range(0, problems.size())
                .mapToObj(i -> WrittenTrajectory.of(judge, problems.get(i), texts.get(i)))
                .toList();
    }

    private static List<String> ask(Path model, List<Problem> problems, double temperature) {
        List<CompletionRequest> requests = new ArrayList<>();
        for (int i = 0; i < problems.size(); i++) {
            SamplingSettings settings = temperature == 0
                    ? SamplingSettings.greedy(2 * StudentFormat.MOST_TOKENS)
                    : SamplingSettings.sampling(temperature, StudentFormat.MOST_TOKENS, SEED + i);
            requests.add(StudentFormat.request(problems.get(i), settings));
        }
        try (LocalModel opened = LocalModel.open(model)) {
            return opened.complete(requests).stream()
                    .map((Reply reply) -> reply.completions().get(0).text())
                    .toList();
        }
    }

    /**
     * @return what was written so far, with what it was made from
     */
    public Result result() {
        Map<String, String> settings = Map.of(
                "experiment",
                "quickstart",
                "scale",
                scale.toString(),
                "student",
                isTrained ? "small" : "untrained",
                "teacher",
                maker.teacher().name(),
                "examples",
                String.valueOf(learnt),
                "training",
                tuned.isPresent() ? Json.line(settings()) : "none");
        Map<String, String> hashes = Map.of("student", Hashes.sha256(student().resolve("model.safetensors")));
        return new Result("quickstart", new LinkedHashMap<>(written), Provenance.of(SEED, settings, hashes));
    }
}
