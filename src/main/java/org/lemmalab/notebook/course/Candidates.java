package org.lemmalab.notebook.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lemmalab.io.Provenance;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Reflection;
import org.lemmalab.reflection.Revision;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.reflection.TripletOrigin;
import org.lemmalab.reflection.filter.Candidate;
import org.lemmalab.reflection.filter.NoGiveaway;
import org.lemmalab.reflection.filter.RightAnswer;
import org.lemmalab.reflection.filter.SoundArithmetic;
import org.lemmalab.reflection.filter.TripletFilter;
import org.lemmalab.solution.Step;

/** Revisions of one error, sound and unsound ones; the pipeline's own filters say which are which. */
final class Candidates {
    private static final List<TripletFilter> FILTERS =
            List.of(new RightAnswer(), new SoundArithmetic(), new NoGiveaway());
    private static final String FIX = "There remain 120-24=96 pears.";
    private static final String BAGS = "That fills 96/6=16 bags.";
    private static final String LINK = "Wait, pears that she gives away are not hers any more; they must be taken off.";

    private Candidates() {}

    static Map<String, Revision> of(Problem problem, ErroneousAttempt attempt) {
        Map<String, Revision> revisions = new LinkedHashMap<>();
        triplets(problem, attempt).forEach((letter, triplet) -> revisions.put(letter, triplet.revision()));
        return revisions;
    }

    /** The letters of those that a filter objects to. */
    static Set<String> bad(Problem problem, ErroneousAttempt attempt) {
        List<String> original = attempt.steps().stream().map(Step::text).toList();
        Set<String> letters = new TreeSet<>();
        triplets(problem, attempt).forEach((letter, triplet) -> {
            Candidate candidate = new Candidate(triplet, original);
            if (FILTERS.stream().anyMatch(filter -> filter.objection(candidate).isPresent())) {
                letters.add(letter);
            }
        });
        return letters;
    }

    private static Map<String, Triplet> triplets(Problem problem, ErroneousAttempt attempt) {
        Map<String, Triplet> all = new LinkedHashMap<>();
        all.put("A", triplet(problem, attempt, LINK, List.of(FIX, BAGS), "16"));
        all.put("B", triplet(problem, attempt, LINK, List.of(FIX, "So there are 96 pears to pack."), "96"));
        all.put(
                "C",
                triplet(
                        problem,
                        attempt,
                        LINK,
                        List.of("There remain 120-24=86 pears.", "That fills 86/6=16 bags."),
                        "16"));
        all.put(
                "D",
                triplet(
                        problem,
                        attempt,
                        "Wait, the given answer is 16, so this cannot be right.",
                        List.of(FIX, BAGS),
                        "16"));
        all.put(
                "E",
                triplet(
                        problem,
                        attempt,
                        "Something seems off. Let me start again and count in bags.",
                        List.of(
                                "The pears fill 8*15/6=20 bags.",
                                "The gift takes 24/6=4 bags, so 20-4=16 bags are left."),
                        "16"));
        return all;
    }

    private static Triplet triplet(
            Problem problem, ErroneousAttempt attempt, String link, List<String> steps, String answer) {
        return new Triplet(
                "course",
                problem,
                attempt,
                Reflection.of(link, ConnectionStyle.SMOOTH),
                new Correction(Strategy.FIX_AND_CONTINUE, steps, answer, ""),
                new TripletOrigin("course", "course", 0, Map.of(), Provenance.toolkitVersion()));
    }
}
