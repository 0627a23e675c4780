package org.lemmalab.experiment.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.lemmalab.corpus.recipe.Inference;
import org.lemmalab.corpus.recipe.RecipeContext;
import org.lemmalab.evaluation.Dialogue;
import org.lemmalab.experiment.study.StudyMethod.Part;
import org.lemmalab.experiment.study.StudyMethod.Samples;
import org.lemmalab.experiment.study.StudyMethod.Triplets;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.TextModel;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.solution.Attempt;
import org.lemmalab.transformer.LocalModel;

/**
 * What the experiments share: students, problems, a teacher and a store. Everything that is asked for is made once, found again later,
 * and hangs on seeds alone.
 */
public final class Study implements AutoCloseable {
    /** Errors, solutions or problems a recipe asks for where that is open. */
    private static final int PER_PROBLEM = 4;

    private static final String TUNED = "tuned";

    private final List<BaseStudent> bases;
    private final StudyProblems problems;
    private final StudyBudget budget;
    private final StudyTeachers teachers;
    private final StudyStore store;
    private final Consumer<String> told;
    private final Map<Long, List<Problem>> training = new HashMap<>();
    private final OpenModel open = new OpenModel();
    private List<StudySet> sets = List.of();

    /**
     * @param bases the students, the main one first
     * @param problems what they learn and are asked
     * @param budget how much is done
     * @param teachers who teaches
     * @param store where it is kept
     * @param told is told what is being made, in words
     */
    public Study(
            List<BaseStudent> bases,
            StudyProblems problems,
            StudyBudget budget,
            StudyTeachers teachers,
            StudyStore store,
            Consumer<String> told) {
        this.bases = List.copyOf(bases);
        this.problems = problems;
        this.budget = budget;
        this.teachers = teachers;
        this.store = store;
        this.told = told;
        if (this.bases.isEmpty()) {
            throw new LabException("study: expected a student, found none");
        }
        List<String> names = this.bases.stream().map(BaseStudent::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new LabException(
                    "study: expected students of different names, by which tables tell them apart, found " + names);
        }
    }

    /**
     * @return the students, the main one first
     */
    public List<BaseStudent> bases() {
        return bases;
    }

    /**
     * @return how much is done
     */
    public StudyBudget budget() {
        return budget;
    }

    /**
     * @return what the students learn and are asked
     */
    public StudyProblems problems() {
        return problems;
    }

    /**
     * @return who teaches
     */
    public StudyTeachers teachers() {
        return teachers;
    }

    /**
     * @return where everything is kept
     */
    public StudyStore store() {
        return store;
    }

    /**
     * @param method a method
     * @return the seeds that it is run with, from 1
     */
    public List<Long> seeds(StudyMethod method) {
        int count = method.isMain() ? budget.seeds() : budget.sideSeeds();
        return LongStream.rangeClosed(1, count).boxed().toList();
    }

    /**
     * @param seed of a run
     * @return its problems to learn from
     */
    public List<Problem> training(long seed) {
        return training.computeIfAbsent(seed, each -> problems.training(each, budget.trainingProblems()));
    }

    /**
     * @return what is measured on, those sets in distribution first
     */
    public List<StudySet> sets() {
        if (sets.isEmpty()) {
            training(1);
            sets = problems.sets(budget.testProblems(), budget.otherProblems());
        }
        return sets;
    }

    /**
     * @return the sets in distribution
     */
    public List<StudySet> ownSets() {
        return sets().stream().filter(StudySet::isInDistribution).toList();
    }

    /**
     * @param subject a student
     * @param some sets
     * @return what of them it is asked: all of it by the main students, the first problems by others
     */
    List<StudySet> asked(StudyArm subject, List<StudySet> some) {
        return subject.isMain() ? some : common(some);
    }

    /**
     * @param some sets
     * @return what of them every student is asked
     */
    List<StudySet> common(List<StudySet> some) {
        return some.stream().map(set -> set.first(budget.sideProblems())).toList();
    }

    /**
     * @param subject a student
     * @param some sets
     * @return its greedy answers to what of each set every student is asked
     */
    List<List<Answer>> commonAnswers(StudyArm subject, List<StudySet> some) {
        List<StudySet> whole = asked(subject, some);
        return StudySet.cut(answers(subject, whole, SamplingPlan.GREEDY), whole).stream()
                .map(own -> own.stream().limit(budget.sideProblems()).toList())
                .toList();
    }

    /**
     * @param base a student
     * @param seed of the run
     * @param kind as many of each problem, or more of hard ones
     * @return its graded solutions of the training problems
     */
    public Artefact samples(BaseStudent base, long seed, Samples kind) {
        Map<String, Object> inputs = inputs(base, seed);
        inputs.put("count", budget.trainingProblems());
        inputs.put("samples", budget.samples());
        inputs.put("temperature", SamplingPlan.TEMPERATURE);
        inputs.put("drawn", kind);
        return store.artefact("samples", inputs, folder -> {
            told.accept("samples of " + base.name() + ", " + kind + ", seed " + seed);
            AnswerGenerator asking = asking(open.of(base.identity(), base.opener()), Inference.PLAIN);
            if (kind == Samples.UNIFORM) {
                SampleMaker.uniform(asking, training(seed), budget.samples(), seed, folder);
            } else {
                Path first = samples(base, seed, Samples.UNIFORM).folder();
                SampleMaker.hard(asking, training(seed), budget.samples(), seed, first, folder);
            }
        });
    }

    /**
     * @param base a student
     * @param seed of the run
     * @param kind which triplets
     * @return triplets of the training problems
     */
    public Artefact triplets(BaseStudent base, long seed, Triplets kind) {
        Teacher teacher = teacher(kind);
        Artefact samples = samples(base, seed, Samples.UNIFORM);
        Map<String, Object> inputs = new TreeMap<>(StudyTeachers.identity(teacher));
        inputs.put("samples", samples.reference());
        inputs.put("seed", seed);
        inputs.put("triplets", kind == Triplets.OTHER_TEACHER ? Triplets.STANDARD : kind);
        inputs.put("errors", List.of(TripletMaker.TEACHER_ERRORS, TripletMaker.STUDENT_ERRORS, TripletMaker.K_MAX));
        return store.artefact("triplets", inputs, folder -> {
            Path attempts = samples.folder();
            told.accept("triplets of " + base.name() + ", " + kind + ", seed " + seed);
            int cores = Runtime.getRuntime().availableProcessors();
            int workers = kind == Triplets.OTHER_TEACHER ? teachers.otherWorkers() : cores;
            TripletMaker maker = new TripletMaker(teacher, workers, kind, seed);
            if (kind == Triplets.MODEL_AWARE) {
                open.close();
                maker.make(training(seed), attempts, folder, base.opener().get(), problems.form());
            } else {
                maker.make(training(seed), attempts, folder);
            }
        });
    }

    private Teacher teacher(Triplets kind) {
        return kind == Triplets.OTHER_TEACHER
                ? teachers.other().orElseThrow(() -> new LabException("study: expected another teacher, found none"))
                : teachers.main();
    }

    /**
     * @param subject a student to be tuned
     * @return its corpus
     */
    public Artefact corpus(StudyArm subject) {
        List<Part> parts = subject.method().parts();
        List<Artefact> made = parts.stream().map(part -> corpus(subject, part)).toList();
        if (made.size() == 1) {
            return made.get(0);
        }
        Map<String, Object> inputs = new TreeMap<>();
        inputs.put("parts", made.stream().map(Artefact::reference).toList());
        inputs.put("shares", parts.stream().map(Part::share).toList());
        inputs.put("seed", subject.seed());
        return store.artefact("corpus", inputs, folder -> {
            List<Corpus> corpora =
                    made.stream().map(each -> Corpus.read(each.folder())).toList();
            CorpusMaker.mix(corpora, parts.stream().map(Part::share).toList(), subject.seed(), folder);
        });
    }

    private Artefact corpus(StudyArm subject, Part part) {
        BaseStudent base = subject.base();
        long seed = subject.seed();
        Artefact samples = samples(base, seed, part.samples());
        Artefact triplets = triplets(base, seed, part.triplets());
        int count = (int) Math.round(subject.dataShare() * budget.trainingProblems());
        Map<String, Object> inputs = new TreeMap<>(part.identity());
        inputs.putAll(StudyTeachers.identity(teacher(part.triplets())));
        inputs.remove("share");
        inputs.put("samples", samples.reference());
        inputs.put("triplets", triplets.reference());
        inputs.put("seed", seed);
        inputs.put("problems", count);
        inputs.put("per_problem", PER_PROBLEM);
        return store.artefact("corpus", inputs, folder -> {
            List<Problem> some = training(seed).subList(0, count);
            RecipeContext staff = new RecipeContext(teacher(part.triplets()), problems.author(some), seed, PER_PROBLEM);
            List<Attempt> attempts = SampleMaker.read(samples.folder(), training(seed));
            List<Triplet> all = TripletMaker.read(triplets.folder());
            told.accept("corpus of " + part.recipe().title() + " for " + base.name() + ", seed " + seed);
            try (TokenCount tokens = TokenCount.of(base)) {
                CorpusMaker maker = new CorpusMaker(
                        problems.form(), tokens.counter(part.recipe().title()));
                maker.make(part.recipe(), staff, some, attempts, all, folder);
            }
        });
    }

    /**
     * @param subject a student to be tuned
     * @return why its recipe makes nothing of these problems; empty where it does
     */
    public Optional<String> missing(StudyArm subject) {
        if (subject.method().isBase()) {
            return Optional.empty();
        }
        boolean asksOther =
                subject.method().parts().stream().anyMatch(part -> part.triplets() == Triplets.OTHER_TEACHER);
        return asksOther && teachers.other().isEmpty()
                ? Optional.of("there is no other teacher; --teacher URL names one")
                : Corpus.read(corpus(subject).folder()).missing();
    }

    /**
     * @param subject a student to be tuned
     * @return the tokens that it reads, prompts included
     */
    public long trainingTokens(StudyArm subject) {
        return Math.max(1, Math.round(subject.tokenShare() * budget.trainingTokens()));
    }

    /**
     * @param subject a student to be tuned
     * @return the tuned student, in the folder {@code model}
     */
    public Artefact tuned(StudyArm subject) {
        Artefact corpus = corpus(subject);
        Map<String, Object> inputs = new TreeMap<>();
        inputs.put("base", subject.base().identity());
        inputs.put("corpus", corpus.reference());
        long tokens = trainingTokens(subject);
        inputs.put("tokens", tokens);
        double rate = subject.rate().orElse(budget.rate());
        inputs.put("rate", rate);
        inputs.put("seed", subject.seed());
        return store.artefact(TUNED, inputs, folder -> {
            Path base = subject.base().trainable();
            Path train = Corpus.read(corpus.folder()).train();
            told.accept("training of " + subject);
            open.close();
            new StudentTuner(tokens, rate, subject.seed()).tune(base, train, folder);
        });
    }

    /**
     * @param subject a student, tuned or as it is
     * @param asked sets; those that it has not answered yet are asked together
     * @param drawing how
     * @return its answers, one of each problem in the order of the sets
     */
    public List<Answer> answers(StudyArm subject, List<StudySet> asked, SamplingPlan drawing) {
        Map<String, Object> inputs = asked(subject, drawing);
        AnswerBatch batch = new AnswerBatch();
        List<Artefact> artefacts = new ArrayList<>();
        for (StudySet set : asked) {
            inputs.put("set", set.hash());
            artefacts.add(store.artefact("answers", inputs, folder -> {
                if (batch.isEmpty()) {
                    AnswerGenerator asking = asking(subject);
                    told.accept("answers of " + subject);
                    batch.ask(asking, batch.missing(asked, artefacts), drawing);
                }
                write(folder, batch.of(set));
            }));
        }
        return artefacts.stream()
                .flatMap(each -> Answer.read(each.folder().resolve("answers.jsonl")).stream())
                .toList();
    }

    /**
     * @param subject a student, tuned or as it is
     * @param name of the conversations, for records
     * @param dialogues conversations
     * @return its greedy answers: a list a turn, each in the order of the conversations
     */
    public List<List<Answer>> dialogues(StudyArm subject, String name, List<Dialogue> dialogues) {
        Map<String, Object> inputs = asked(subject, SamplingPlan.GREEDY);
        inputs.put("dialogues", dialogues);
        Artefact artefact = store.artefact("answers", inputs, folder -> {
            AnswerGenerator asking = asking(subject);
            told.accept("answers of " + subject + ", " + name);
            List<Answer> all = new ArrayList<>();
            DialogueRunner.hold(asking, dialogues).forEach(all::addAll);
            write(folder, all);
        });
        return DialogueRunner.turns(Answer.read(artefact.folder().resolve("answers.jsonl")), dialogues.size());
    }

    private Map<String, Object> asked(StudyArm subject, SamplingPlan drawing) {
        Map<String, Object> inputs = new TreeMap<>(drawing.identity());
        boolean isBase = subject.method().isBase();
        inputs.put(
                "student", isBase ? subject.base().identity() : tuned(subject).reference());
        inputs.put("inference", subject.method().inference());
        inputs.put("form", problems.form());
        inputs.put("most_tokens", problems.mostTokens());
        return inputs;
    }

    private static void write(Path folder, List<Answer> answers) {
        StudyFiles.lines(folder.resolve("answers.jsonl"), answers);
    }

    private AnswerGenerator asking(StudyArm subject) {
        if (subject.method().isBase()) {
            return asking(open.of(subject.base().identity(), subject.base().opener()), Inference.PLAIN);
        }
        Path model = tuned(subject).folder().resolve(StudentTuner.MODEL);
        return asking(
                open.of(model.toString(), () -> LocalModel.open(model)),
                subject.method().inference());
    }

    private AnswerGenerator asking(TextModel model, Inference inference) {
        return new AnswerGenerator(model, problems.form(), inference, problems.mostTokens());
    }

    private Map<String, Object> inputs(BaseStudent base, long seed) {
        Map<String, Object> inputs = new TreeMap<>(problems.identity());
        inputs.put("base", base.identity());
        inputs.put("seed", seed);
        inputs.put("form", problems.form());
        inputs.put("most_tokens", problems.mostTokens());
        return inputs;
    }

    /** Removes the tuned students; their answers stay, and a student that is asked anew is tuned anew. */
    public void prune() {
        open.close();
        store.removeAll(TUNED);
    }

    @Override
    public void close() {
        open.close();
    }
}
