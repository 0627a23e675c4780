package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.corpus.SolutionGenerator;
import org.lemmalab.evaluation.Dialogue;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.synthetic.plan.StoryTeacher;
import org.lemmalab.synthetic.student.SyntheticDialogues;
import org.lemmalab.synthetic.wordproblem.Decontamination;
import org.lemmalab.synthetic.wordproblem.ErrorCorrection;
import org.lemmalab.synthetic.wordproblem.FollowUp;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;

/** Made problems: stories and relations to learn from, both and their harder variants to be measured on. */
public final class SyntheticProblems implements StudyProblems {
    private static final long TRAINING_SEED = 7_000;
    private static final long TEST_SEED = 7;
    private static final long DEVELOPMENT_SEED = 8;
    private static final int MOST_TOKENS = 320;
    private static final List<WordProblemSet> LEARNT = List.of(WordProblemSet.RELATIONS, WordProblemSet.STORIES);

    private final Split split;
    private final Map<String, WordProblem> made = new HashMap<>();
    private final Map<String, WordProblem> known = new ConcurrentHashMap<>();

    /**
     * @param split what is measured on: {@code TEST} to report, {@code DEVELOPMENT} to choose settings by
     */
    public SyntheticProblems(Split split) {
        if (split == Split.TRAIN) {
            throw new LabException("study: expected test or development to measure on, found train");
        }
        this.split = split;
    }

    @Override
    public String title() {
        return "made problems" + (split == Split.TEST ? "" : " (" + split.title() + ")");
    }

    @Override
    public Map<String, String> identity() {
        return Map.of(
                "problems", "made",
                "split", split.title(),
                "training_seed", String.valueOf(TRAINING_SEED),
                "test_seed", String.valueOf(TEST_SEED));
    }

    /** Relations and stories in turn, so that the first ones are of both. */
    @Override
    public List<Problem> training(long seed, int count) {
        List<List<WordProblem>> sets = LEARNT.stream()
                .map(set -> set.generate((count + 1) / LEARNT.size(), Split.TRAIN, TRAINING_SEED + seed))
                .toList();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            WordProblem problem = sets.get(i % LEARNT.size()).get(i / LEARNT.size());
            made.put(problem.problem().id(), problem);
            known.put(problem.problem().id(), problem);
            problems.add(problem.problem());
        }
        return problems;
    }

    @Override
    public List<StudySet> sets(int inDistribution, int others) {
        List<StudySet> sets = new ArrayList<>();
        LEARNT.forEach(set -> sets.add(set(set, inDistribution)));
        Arrays.stream(WordProblemSet.values())
                .filter(set -> !set.isInDistribution())
                .forEach(set -> sets.add(set(set, others)));
        return sets;
    }

    /** The same for all seeds. */
    @Override
    public List<StudySet> development(long seed, int count) {
        return LEARNT.stream()
                .map(set -> set(set, set.generate(count, Split.DEVELOPMENT, DEVELOPMENT_SEED)))
                .toList();
    }

    private StudySet set(WordProblemSet set, int count) {
        return set(set, set.generate(count, split, TEST_SEED));
    }

    private StudySet set(WordProblemSet set, List<WordProblem> problems) {
        Decontamination.of(made.values(), problems).require();
        problems.forEach(problem -> known.put(problem.problem().id(), problem));
        return new StudySet(
                set.title(),
                set.isInDistribution(),
                problems.stream().map(WordProblem::problem).toList());
    }

    @Override
    public List<Dialogue> followUps(int count) {
        return FollowUp.generate(count, split, TEST_SEED).stream()
                .map(SyntheticDialogues::of)
                .toList();
    }

    @Override
    public List<Dialogue> errorCorrections(int count) {
        return ErrorCorrection.generate(count, split, TEST_SEED).stream()
                .map(SyntheticDialogues::of)
                .toList();
    }

    @Override
    public PromptForm form() {
        return PromptForm.BARE;
    }

    @Override
    public int mostTokens() {
        return MOST_TOKENS;
    }

    @Override
    public Teacher teacher() {
        return StoryTeacher.of(known);
    }

    @Override
    public SolutionGenerator author(List<Problem> problems) {
        Map<String, WordProblem> known = new HashMap<>();
        problems.forEach(problem -> known.put(problem.id(), made.get(problem.id())));
        return new SyntheticSolutionGenerator(known);
    }
}
