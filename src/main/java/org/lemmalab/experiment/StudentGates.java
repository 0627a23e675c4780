package org.lemmalab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lemmalab.evaluation.statistics.Bootstrap;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory;
import org.lemmalab.evaluation.trajectory.TrajectoryJudge;
import org.lemmalab.experiment.Gate.Bounds;
import org.lemmalab.io.Folders;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.Json;
import org.lemmalab.io.Provenance;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.plan.StoryTeacher;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.synthetic.trajectory.RelationJudge;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.training.Example;
import org.lemmalab.training.Schedule;
import org.lemmalab.training.SupervisedTrainer;
import org.lemmalab.training.TrainingSettings;
import org.lemmalab.training.TrainingSettings.Batching;
import org.lemmalab.training.TrainingSettings.Optimizer;
import org.lemmalab.transformer.LocalModel;

/**
 * Whether learning from errors is a fair question for a base student, measured from its files on the development split: it has learnt
 * what plain right text can teach it, it works out equations whose operands are right, it solves some problems and not others, and it
 * mostly can do the steps that it got wrong.
 */
public final class StudentGates {
    /** The sets that the student was trained on. */
    static final List<WordProblemSet> SETS = List.of(WordProblemSet.RELATIONS, WordProblemSet.STORIES);

    private static final int ROWS = 8;
    private static final int ROW_TOKENS = 256;

    /** Examples that fill about one step's rows. */
    private static final int EXAMPLES_A_STEP = 15;

    /** Text that no student was trained on: apart from the seeds of {@code lab student train}. */
    private static final long OF_FRESH_TEXT = 0xF2E5L << 20;

    private final Path student;
    private final GateSettings settings;
    private final Consumer<String> progress;
    private final Bootstrap bootstrap;

    /**
     * What was found.
     *
     * @param gates one for each condition and set
     * @param provenance settings and the student's hash
     */
    public record Result(List<Gate> gates, Provenance provenance) {
        /** Copies the list. */
        public Result {
            gates = List.copyOf(gates);
        }

        /**
         * @return whether every gate is passed
         */
        public boolean pass() {
            return gates.stream().allMatch(Gate::passes);
        }
    }

    private StudentGates(Path student, GateSettings settings, Consumer<String> progress) {
        this.student = student;
        this.settings = settings;
        this.progress = progress;
        this.bootstrap = Bootstrap.standard(settings.seed());
    }

    /**
     * @param student a Hugging Face checkpoint folder
     * @param settings how much is done
     * @param progress is told what is done next
     * @return the gates
     */
    public static Result measure(Path student, GateSettings settings, Consumer<String> progress) {
        return new StudentGates(student, settings, progress).measure();
    }

    private Result measure() {
        Map<WordProblemSet, List<WordProblem>> made = new LinkedHashMap<>();
        SETS.forEach(set -> made.put(set, set.generate(settings.problems(), Split.DEVELOPMENT, settings.seed())));
        Map<WordProblemSet, List<Problem>> problems = new LinkedHashMap<>();
        made.forEach((set, each) ->
                problems.put(set, each.stream().map(WordProblem::problem).toList()));
        Map<WordProblemSet, List<JudgedTrajectory>> before;
        TrajectoryJudge judge = judge(made);
        List<Gate> later = new ArrayList<>();
        try (LocalModel model = LocalModel.open(student)) {
            progress.accept("greedy solutions of " + settings.problems() + " problems a set");
            GreedySolutions asked = new GreedySolutions(model, judge);
            before = asked.of(problems);
            before.forEach((set, judged) -> later.add(arithmetic(set, made.get(set), judged)));
            before.forEach((set, judged) -> later.add(accuracy(set, judged)));
            progress.accept("steps that went wrong, tried again");
            for (WordProblemSet set : SETS) {
                List<Boolean> recovered = new ErrorRecovery(asked, settings).of(problems.get(set), before.get(set));
                later.add(share(Bounds.RECOVERABLE, set, recovered));
            }
        }
        List<Gate> gates = saturated(judge, problems, before);
        gates.addAll(later);
        return new Result(gates, provenance());
    }

    private static TrajectoryJudge judge(Map<WordProblemSet, List<WordProblem>> made) {
        Map<String, WordProblem> known = made.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(each -> each.problem().id(), Function.identity()));
        return RelationJudge.with(StoryTeacher.of(known));
    }

    private List<Gate> saturated(
            TrajectoryJudge judge,
            Map<WordProblemSet, List<Problem>> problems,
            Map<WordProblemSet, List<JudgedTrajectory>> before) {
        Path work = StudentFolder.temporary();
        try (LocalModel model = LocalModel.open(tuned(work))) {
            progress.accept("greedy solutions after more plain SFT");
            Map<WordProblemSet, List<JudgedTrajectory>> after = new GreedySolutions(model, judge).of(problems);
            List<Gate> gates = new ArrayList<>();
            for (WordProblemSet set : SETS) {
                double[][] now = {right(after.get(set))};
                double[][] then = {right(before.get(set))};
                gates.add(Gate.of(
                        Bounds.SATURATED,
                        set.title(),
                        Optional.of(bootstrap.difference(now, then)),
                        settings.problems()));
            }
            return gates;
        } finally {
            Folders.remove(work);
        }
    }

    /** The student after more plain fine-tuning on right solutions, all its parameters. */
    private Path tuned(Path work) {
        progress.accept(settings.steps() + " steps of plain SFT on fresh text of the training split");
        StudentFolder folder = StudentFolder.given(student);
        List<Example> examples = examples(folder);
        return folder.withDecoder(decoder -> new SupervisedTrainer(decoder, training())
                .withTokenizer(folder.tokenizerFiles())
                .train(examples, work)
                .folder());
    }

    private TrainingSettings training() {
        return TrainingSettings.DEFAULT
                .withEpochs(Integer.MAX_VALUE)
                .withMaxSteps(settings.steps())
                .withBatching(new Batching(ROWS, 1, ROW_TOKENS, Batching.Layout.PACKED))
                .withOptimizer(new Optimizer(settings.rate(), 0.01, 0.9, 0.99, 1e-8, 1))
                .withSchedule(new Schedule(Schedule.Shape.LINEAR, 0.05))
                .withSeed(settings.seed());
    }

    private List<Example> examples(StudentFolder folder) {
        int count = settings.steps() * EXAMPLES_A_STEP / SETS.size() + 1;
        Random random = new Random(settings.seed() ^ OF_FRESH_TEXT);
        return folder.read((reader, tokenizer) -> SETS.stream()
                .flatMap(set -> set.generate(count, Split.TRAIN, settings.seed() ^ OF_FRESH_TEXT).stream())
                .map(made -> reader.example(
                        made.problem().id(),
                        Json.mapper()
                                .valueToTree(Map.of(
                                        "instruction",
                                        made.problem().question(),
                                        "output",
                                        StudentFormat.response(
                                                made.solution(random),
                                                made.problem().goldAnswer())))))
                .toList());
    }

    private Gate arithmetic(WordProblemSet set, List<WordProblem> made, List<JudgedTrajectory> judged) {
        List<WorkedEquations> worked = IntStream.range(0, made.size())
                .mapToObj(i -> WorkedEquations.of(judged.get(i), made.get(i)))
                .toList();
        double[][] holding = {
            worked.stream().mapToDouble(WorkedEquations::holding).toArray()
        };
        double[][] all = {worked.stream().mapToDouble(WorkedEquations::count).toArray()};
        long count = worked.stream().mapToLong(WorkedEquations::count).sum();
        return Gate.of(Bounds.ARITHMETIC, set.title(), bootstrap.ratio(holding, all), count);
    }

    private Gate accuracy(WordProblemSet set, List<JudgedTrajectory> judged) {
        return share(
                Bounds.ACCURACY,
                set,
                judged.stream().map(JudgedTrajectory::isRight).toList());
    }

    private Gate share(Bounds bounds, WordProblemSet set, List<Boolean> outcomes) {
        double[] values = outcomes.stream().mapToDouble(yes -> yes ? 1 : 0).toArray();
        return Gate.of(
                bounds,
                set.title(),
                values.length == 0 ? Optional.empty() : Optional.of(bootstrap.mean(values)),
                values.length);
    }

    private static double[] right(List<JudgedTrajectory> judged) {
        return judged.stream()
                .mapToDouble(trajectory -> trajectory.isRight() ? 1 : 0)
                .toArray();
    }

    private Provenance provenance() {
        return Provenance.of(
                settings.seed(),
                Map.of("settings", settings.toString(), "split", Split.DEVELOPMENT.title()),
                Map.of("student", Hashes.sha256(student.resolve("model.safetensors"))));
    }
}
