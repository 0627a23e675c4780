package org.lemmalab.corpus.recipe;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lemmalab.grading.Grader;
import org.lemmalab.io.LabException;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Reflection;
import org.lemmalab.reflection.Revision;
import org.lemmalab.reflection.Revision.Role;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Triplet;

/**
 * LEMMA (paper Sec. 3): error, reflection and correction in one answer, and its ablations.
 *
 * @param name the name on the command line
 * @param title as the paper prints it
 * @param settings what of LEMMA is there
 * @param quotas for a size-matched ablation, examples by problem; empty elsewhere
 */
record Lemma(String name, String title, LemmaSettings settings, Map<String, Integer> quotas) implements Recipe {
    private static final int MOST_ROUNDS = 24;

    /** Copies the quotas. */
    Lemma {
        quotas = Map.copyOf(quotas);
    }

    Lemma(String name, String title, LemmaSettings settings) {
        this(name, title, settings, Map.of());
    }

    @Override
    public String description() {
        return "errors of " + sorted(settings.sources()) + ", " + sorted(settings.strategies()) + ", "
                + (settings.isTruncated() ? "truncated" : "not truncated") + ", "
                + settings.style().map(ConnectionStyle::label).orElse("connected as the triplets are")
                + (settings.masksWrongStep() ? ", the wrong step masked" : "")
                + (settings.isSizeMatched() ? ", as many as LEMMA" : "");
    }

    private static String sorted(Set<? extends Enum<?>> values) {
        return String.join(
                " and ",
                values.stream()
                        .sorted((a, b) -> a.ordinal() - b.ordinal())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Override
    public Set<Need> needs() {
        return Set.of(Need.TRIPLETS);
    }

    /** Shares LEMMA's size out over the problems, in proportion to the triplets that are left of each. */
    @Override
    public Recipe fitted(List<ProblemContext> materials) {
        if (!settings.isSizeMatched()) {
            return this;
        }
        long target =
                materials.stream().mapToLong(each -> each.triplets().size()).sum();
        long left = materials.stream().mapToLong(each -> chosen(each).size()).sum();
        Map<String, Integer> shares = new HashMap<>();
        long before = 0;
        long given = 0;
        for (ProblemContext material : materials) {
            before += chosen(material).size();
            long until = left == 0 ? 0 : target * before / left;
            shares.put(material.problem().id(), (int) (until - given));
            given = until;
        }
        return new Lemma(name, title, settings, shares);
    }

    @Override
    public void make(ProblemContext material, RecipeContext staff, ExampleCollector drafts) {
        List<Triplet> chosen = chosen(material);
        for (Triplet triplet : chosen) {
            reflection(triplet, staff, drafts).ifPresent(found -> write(triplet, found, triplet.correction(), drafts));
        }
        int quota = quotas.getOrDefault(material.problem().id(), 0);
        for (int round = 1; round <= MOST_ROUNDS && drafts.examples().size() < quota; round++) {
            for (Triplet triplet : chosen) {
                if (drafts.examples().size() < quota) {
                    another(triplet, round, staff, drafts);
                }
            }
        }
        for (int missing = drafts.examples().size(); missing < quota; missing++) {
            drafts.refuse("short of LEMMA's size: no further correction of the errors that are left");
        }
    }

    private List<Triplet> chosen(ProblemContext material) {
        return material.triplets().stream()
                .filter(each -> settings.sources().contains(each.attempt().source()))
                .filter(each -> settings.strategies().contains(each.correction().strategy()))
                .toList();
    }

    private Optional<Reflection> reflection(Triplet triplet, RecipeContext staff, ExampleCollector drafts) {
        ConnectionStyle style = settings.style().orElse(triplet.reflection().style());
        if (style == triplet.reflection().style()) {
            return Optional.of(triplet.reflection());
        }
        if (style == ConnectionStyle.MODEL_AWARE) {
            drafts.refuse("the triplet's link was not chosen by the student");
            return Optional.empty();
        }
        long seed = staff.seed("connect", triplet.id());
        return drafts.take(connect(style, triplet, triplet.correction(), staff, seed));
    }

    private static Result<Reflection> connect(
            ConnectionStyle style, Triplet triplet, Correction correction, RecipeContext staff, long seed) {
        // No student is at hand here that could choose.
        ConnectionStyle worded = style == ConnectionStyle.MODEL_AWARE ? ConnectionStyle.SMOOTH : style;
        Connection connection = worded.connection(staff.teacher(), () -> {
            throw new LabException("connection " + worded.label() + ": expected no choice by a student");
        });
        return connection.connect(triplet.problem(), triplet.attempt().truncated(), correction, seed);
    }

    /** A further correction of the same error, by the strategies that are left, with words of its own. */
    private void another(Triplet triplet, int round, RecipeContext staff, ExampleCollector drafts) {
        Problem problem = triplet.problem();
        ErroneousAttempt error = triplet.attempt().truncated();
        long seed = staff.seed("another", triplet.id(), round);
        boolean restarts = settings.strategies().contains(Strategy.FRESH_AND_RESTART) && round % 2 == 1;
        Result<Correction> taught = restarts
                ? staff.teacher().restart(problem, error, seed)
                : staff.teacher().fix(problem, error, seed);
        ConnectionStyle style = settings.style().orElse(triplet.reflection().style());
        drafts.take(taught)
                .ifPresent(correction -> drafts.take(connect(style, triplet, correction, staff, seed))
                        .ifPresent(found -> write(triplet, found, correction, drafts)));
    }

    private void write(Triplet triplet, Reflection reflection, Correction correction, ExampleCollector drafts) {
        ErroneousAttempt attempt = settings.isTruncated() ? triplet.attempt().truncated() : triplet.attempt();
        if (!settings.isTruncated() && attempt.isTruncated()) {
            drafts.refuse("nothing stands behind the first wrong step, or the triplets were made truncated");
            return;
        }
        if (!Grader.standard().equal(correction.answer(), triplet.problem().goldAnswer())) {
            drafts.refuse("the corrected answer is wrong");
            return;
        }
        Revision revision = Revision.of(Texts.plain(attempt), reflection, Texts.plain(correction));
        drafts.add(
                triplet.problem().question(),
                revision.text(),
                settings.masksWrongStep() ? revision.spans(Role.WRONG) : List.of(),
                facts(triplet, reflection, correction));
    }

    private static Map<String, String> facts(Triplet triplet, Reflection reflection, Correction correction) {
        Map<String, String> facts = new TreeMap<>(Corrected.facts(triplet.attempt(), "revision"));
        facts.put("triplet", triplet.id());
        facts.put("strategy", correction.strategy().label());
        facts.put("style", reflection.style().label());
        return facts;
    }
}
