package org.lemmalab.experiment.study;

import java.util.List;
import java.util.Map;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.corpus.SolutionGenerator;
import org.lemmalab.evaluation.Dialogue;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Teacher;

/** What a study's students learn from and are measured on. */
public interface StudyProblems {
    /**
     * @return in words, for example {@code made problems}
     */
    String title();

    /**
     * @return what decides the problems, for records
     */
    Map<String, String> identity();

    /**
     * @param seed of the run
     * @param count how many
     * @return problems to learn from; fewer are the first ones of more
     */
    List<Problem> training(long seed, int count);

    /**
     * @param inDistribution how many of each set of the training problems' kind
     * @param others how many of each other set
     * @return the sets, those in distribution first
     */
    List<StudySet> sets(int inDistribution, int others);

    /**
     * @param seed of the run that learns
     * @param count how many of each set of the training problems' kind
     * @return problems to choose settings by, none of which that run learns from and none of which is reported on
     */
    List<StudySet> development(long seed, int count);

    /**
     * @param count how many
     * @return conversations of three turns
     */
    List<Dialogue> followUps(int count);

    /**
     * @param count how many
     * @return wrong attempts to be corrected
     */
    List<Dialogue> errorCorrections(int count);

    /**
     * @return how questions are put
     */
    PromptForm form();

    /**
     * @return the most tokens of an answer
     */
    int mostTokens();

    /**
     * @return who teaches these problems without a model
     */
    Teacher teacher();

    /**
     * @param problems what it is to write about
     * @return who writes solutions and problems for the recipes
     */
    SolutionGenerator author(List<Problem> problems);
}
