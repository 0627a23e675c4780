package org.lemmalab.experiment.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.corpus.SolutionGenerator;
import org.lemmalab.evaluation.Dialogue;
import org.lemmalab.evaluation.TestProblem;
import org.lemmalab.evaluation.TestSet;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.io.Seeds;
import org.lemmalab.problem.Gsm8k;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.synthetic.plan.PlanTeacher;
import org.lemmalab.synthetic.rewriting.ProgramSolutionGenerator;

/**
 * The paper's sets from the user's data folder: GSM8K's training questions to learn from, the sets that are named to be measured on, all
 * without worked examples before the question ({@code lab eval} gives those that the paper's runs give).
 */
public final class RealProblems implements StudyProblems {
    private static final String TRAINING = "gsm8k/train.jsonl";
    private static final int MOST_TOKENS = 1024;
    private static final List<TestSet> OWN = List.of(TestSet.GSM8K, TestSet.MATH);

    private final Path data;
    private final List<TestSet> sets;

    /**
     * @param data the data folder
     * @param sets what is measured on, at least one of GSM8K and MATH among them
     */
    public RealProblems(Path data, List<TestSet> sets) {
        this.data = data;
        this.sets = List.copyOf(sets);
        if (this.sets.stream().noneMatch(OWN::contains)) {
            throw new LabException("study: expected gsm8k or math among the sets, found " + sets);
        }
        for (TestSet set : this.sets) {
            if (!set.isIn(data)) {
                throw new LabException(data.resolve(set.file()) + ": the set " + set.label() + " is missing");
            }
        }
    }

    @Override
    public String title() {
        return sets.stream().map(TestSet::title).collect(Collectors.joining(", "));
    }

    @Override
    public Map<String, String> identity() {
        return Map.of(
                "problems", sets.stream().map(TestSet::label).collect(Collectors.joining(",")), "training", TRAINING);
    }

    @Override
    public List<Problem> training(long seed, int count) {
        return drawn(seed, count).subList(0, count);
    }

    /** GSM8K's training questions from the other end of the order in which the run draws its own. */
    @Override
    public List<StudySet> development(long seed, int count) {
        List<Problem> drawn = drawn(seed, count);
        return List.of(new StudySet(TestSet.GSM8K.title(), true, drawn.subList(drawn.size() - count, drawn.size())));
    }

    private List<Problem> drawn(long seed, int count) {
        List<Problem> all = new ArrayList<>();
        Gsm8k.read(data.resolve(TRAINING), all::add, RejectedLines.refusing());
        if (count > all.size()) {
            throw new LabException(
                    data.resolve(TRAINING) + ": expected at least " + count + " problems, found " + all.size());
        }
        return Seeds.shuffled(all, Seeds.random(seed, "training problems"));
    }

    @Override
    public List<StudySet> sets(int inDistribution, int others) {
        List<StudySet> read = new ArrayList<>();
        sets.stream().filter(OWN::contains).forEach(set -> read.add(set(set, true, inDistribution)));
        sets.stream().filter(set -> !OWN.contains(set)).forEach(set -> read.add(set(set, false, others)));
        return read;
    }

    /** The first problems: the sets are in no order that matters. */
    private StudySet set(TestSet set, boolean isOwn, int count) {
        List<Problem> problems =
                set.read(data).stream().map(TestProblem::problem).toList();
        return new StudySet(set.title(), isOwn, problems).first(count);
    }

    @Override
    public List<Dialogue> followUps(int count) {
        return Dialogue.followUp(data).stream().limit(count).toList();
    }

    @Override
    public List<Dialogue> errorCorrections(int count) {
        return Dialogue.errorCorrection(data).stream().limit(count).toList();
    }

    @Override
    public PromptForm form() {
        return PromptForm.PAPER;
    }

    @Override
    public int mostTokens() {
        return MOST_TOKENS;
    }

    @Override
    public Teacher teacher() {
        return PlanTeacher.standard();
    }

    @Override
    public SolutionGenerator author(List<Problem> problems) {
        return new ProgramSolutionGenerator();
    }
}
