package org.lemmalab.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lemmalab.llm.UnusableModelException;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.mistake.VotedAnalysis;
import org.lemmalab.mistake.prompted.TeachingModel;
import org.lemmalab.pipeline.Usage;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;

/**
 * An analyst whose votes, failed replies and usage are counted. After {@value #MOST_UNANSWERED} attempts in a row to which its model
 * gave no reply at all it is asked no more.
 */
final class CountingAnalyst implements Analyst {
    private static final int MOST_UNANSWERED = 8;
    private final Analyst inner;
    private final Map<String, Long> failures = new TreeMap<>();
    private Usage usage = Usage.NONE;
    private double agreement;
    private long wavering;
    private long usable;
    private int unanswered;

    CountingAnalyst(Analyst inner) {
        this.inner = inner;
    }

    @Override
    public Analysis analyse(Problem problem, Solution attempt) {
        return judge(problem, attempt).analysis();
    }

    @Override
    public VotedAnalysis judge(Problem problem, Solution attempt) {
        VotedAnalysis judgement = inner.judge(problem, attempt);
        count(judgement);
        return judgement;
    }

    private synchronized void count(VotedAnalysis judgement) {
        judgement.failures().forEach((reason, times) -> failures.merge(reason, (long) times, Long::sum));
        usage = usage.plus(judgement.usage());
        judgement.agreement().ifPresent(share -> {
            agreement += share;
            wavering++;
        });
        usable += judgement.votes().isEmpty() ? 0 : 1;
        boolean silent = judgement.votes().isEmpty()
                && !judgement.failures().isEmpty()
                && judgement.failures().keySet().stream().allMatch(reason -> reason.startsWith(TeachingModel.NO_REPLY));
        unanswered = silent ? unanswered + 1 : 0;
        if (unanswered >= MOST_UNANSWERED) {
            throw new UnusableModelException("the teacher gave no reply to " + MOST_UNANSWERED + " attempts in a row ("
                    + judgement.failures().keySet().iterator().next()
                    + "); what was labelled before is kept, the rest was not asked");
        }
    }

    /** Whether a model was asked, and none of its replies was a verdict. */
    synchronized boolean isUseless() {
        return wavering > 0 && usable == 0;
    }

    /** What there is to tell of an analyst that wavers; nothing of others. */
    synchronized List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        if (wavering > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s: %d tokens read, %d written, $%.4f; mean agreement of the replies %.3f",
                    name,
                    usage.promptTokens(),
                    usage.completionTokens(),
                    usage.dollars(),
                    agreement / wavering));
        }
        if (!failures.isEmpty()) {
            TextTable table = new TextTable("replies that were no verdict", "count");
            failures.forEach(table::add);
            lines.addAll(table.lines());
        }
        return lines;
    }
}
