package org.lemmalab.mistake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.lemmalab.io.LabException;
import org.lemmalab.pipeline.Result;
import org.lemmalab.pipeline.Usage;

/**
 * An analysis with how it came about. Where an analyst was asked several times, the most frequent verdict counts: correct, or wrong at one
 * step with one type. First places that are shared are no decision.
 *
 * @param analysis the verdict
 * @param votes the different verdicts, the most frequent first; empty for an analyst that cannot waver
 * @param failures replies that were no verdict, by reason
 * @param usage what the replies used up
 */
public record VotedAnalysis(Analysis analysis, List<Vote> votes, Map<String, Integer> failures, Usage usage) {
    /**
     * One verdict among several.
     *
     * @param analysis the first analysis with that verdict
     * @param count how many replies gave it
     */
    public record Vote(Analysis analysis, int count) {}

    /** Copies the collections. */
    public VotedAnalysis {
        votes = List.copyOf(votes);
        failures = new TreeMap<>(failures);
        if (analysis == null || usage == null) {
            throw new LabException("judgement: expected an analysis and its usage, found none");
        }
    }

    /**
     * @param analysis a verdict
     * @return it alone, for nothing
     */
    public static VotedAnalysis of(Analysis analysis) {
        return new VotedAnalysis(analysis, List.of(), Map.of(), Usage.NONE);
    }

    /**
     * @param replies verdicts and refusals
     * @param asked how many replies were asked for; where there are fewer, the missing ones fail for the last refusal's reason
     * @return what most of them say
     */
    public static VotedAnalysis of(List<Result<Analysis>> replies, int asked) {
        Map<String, Integer> failures = new TreeMap<>();
        List<Vote> votes = new ArrayList<>();
        Usage usage = Usage.NONE;
        for (Result<Analysis> reply : replies) {
            usage = usage.plus(reply.usage());
            reply.failure().ifPresent(reason -> failures.merge(reason, 1, Integer::sum));
            reply.asOptional().ifPresent(analysis -> count(votes, analysis));
        }
        replies.stream()
                .flatMap(reply -> reply.failure().stream())
                .reduce((first, second) -> second)
                .filter(reason -> asked > replies.size())
                .ifPresent(reason -> failures.merge(reason, asked - replies.size(), Integer::sum));
        votes.sort(Comparator.comparing(Vote::count, Comparator.reverseOrder()));
        return new VotedAnalysis(decision(votes, failures), votes, failures, usage);
    }

    /**
     * @return the share of all replies that the verdict has, failed ones included; empty for an analyst that cannot waver
     */
    public OptionalDouble agreement() {
        int failed = failures.values().stream().mapToInt(Integer::intValue).sum();
        int all = failed + votes.stream().mapToInt(Vote::count).sum();
        int first = votes.isEmpty() ? 0 : votes.get(0).count();
        return all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) first / all);
    }

    private static void count(List<Vote> votes, Analysis analysis) {
        for (int i = 0; i < votes.size(); i++) {
            if (isSame(votes.get(i).analysis(), analysis)) {
                votes.set(i, new Vote(votes.get(i).analysis(), votes.get(i).count() + 1));
                return;
            }
        }
        votes.add(new Vote(analysis, 1));
    }

    private static boolean isSame(Analysis one, Analysis other) {
        if (one instanceof Analysis.Wrong left && other instanceof Analysis.Wrong right) {
            return left.firstWrongStep() == right.firstWrongStep() && left.type() == right.type();
        }
        return one.getClass() == other.getClass();
    }

    private static Analysis decision(List<Vote> votes, Map<String, Integer> failures) {
        if (votes.isEmpty()) {
            String reason = failures.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse("there is none");
            return new Analysis.Undecided(OptionalInt.empty(), "No usable reply: " + reason + ".");
        }
        List<Vote> first = votes.stream()
                .filter(vote -> vote.count() == votes.get(0).count())
                .toList();
        return first.size() == 1
                ? first.get(0).analysis()
                : new Analysis.Undecided(
                        commonStep(first), first.size() + " different verdicts have the same number of replies.");
    }

    private static OptionalInt commonStep(List<Vote> votes) {
        List<Optional<Integer>> steps = votes.stream()
                .map(vote -> vote.analysis() instanceof Analysis.Wrong wrong
                        ? Optional.of(wrong.firstWrongStep())
                        : Optional.<Integer>empty())
                .distinct()
                .toList();
        return steps.size() == 1 && steps.get(0).isPresent()
                ? OptionalInt.of(steps.get(0).get())
                : OptionalInt.empty();
    }
}
