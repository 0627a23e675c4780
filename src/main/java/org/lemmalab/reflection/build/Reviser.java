package org.lemmalab.reflection.build;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.io.Json;
import org.lemmalab.io.Provenance;
import org.lemmalab.io.Seeds;
import org.lemmalab.llm.UnusableModelException;
import org.lemmalab.pipeline.Result;
import org.lemmalab.pipeline.Stage;
import org.lemmalab.pipeline.StageIdentity;
import org.lemmalab.pipeline.StopRunException;
import org.lemmalab.pipeline.Usage;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Reflection;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.reflection.TripletOrigin;
import org.lemmalab.reflection.filter.Candidate;
import org.lemmalab.reflection.filter.TripletFilter;

/**
 * Corrects an error in both ways, links it and filters what came of it (paper Sec. 3.4).
 *
 * @param teacher corrects
 * @param connection links
 * @param corrections which corrections
 * @param filters judge, in this order; the first objection counts
 * @param filterSettings for the record
 */
record Reviser(
        Teacher teacher,
        Connection connection,
        TripletConfig.Corrections corrections,
        List<TripletFilter> filters,
        String filterSettings) {
    private static final String TOOLKIT = Provenance.toolkitVersion();

    Stage<ErrorRecord, ObjectNode> stage(String linkSettings) {
        StageIdentity identity = new StageIdentity(
                "revise",
                "1",
                Map.of(
                        "teacher", teacher.name(),
                        "prompts", Json.line(teacher.promptHashes()),
                        "corrections", Json.line(corrections),
                        "connection", linkSettings,
                        "filters", filterSettings));
        return Stage.of(identity, ErrorRecord::parse, ErrorRecord::id, this::revise);
    }

    private Result<ObjectNode> revise(ErrorRecord error) {
        Draft draft = new Draft(error);
        try {
            draft.add(Strategy.FIX_AND_CONTINUE);
            if (corrections.restart()) {
                draft.add(Strategy.FRESH_AND_RESTART);
            }
        } catch (UnusableModelException e) {
            throw new StopRunException(e.getMessage());
        }
        return new Result.Success<>(draft.line, draft.usage());
    }

    /** What is made of one error. */
    private final class Draft {
        private final ErrorRecord error;
        private final ErroneousAttempt attempt;
        private final ObjectNode line = Json.mapper().createObjectNode();
        private final ArrayNode triplets;
        private final ArrayNode removed;
        private final Tally tally = new Tally();
        private Usage used = Usage.NONE;

        private Draft(ErrorRecord error) {
            this.error = error;
            this.attempt = corrections.truncate() ? error.whole().truncated() : error.whole();
            line.put("id", error.id());
            triplets = line.putArray("triplets");
            removed = line.putArray("removed");
        }

        private Usage usage() {
            line.set("counts", tally.json());
            return used;
        }

        private void add(Strategy strategy) {
            boolean fix = strategy == Strategy.FIX_AND_CONTINUE;
            long seed = Seeds.derive(error.seed(), strategy.label());
            Result<Correction> correction =
                    fix ? teacher.fix(error.problem(), attempt, seed) : teacher.restart(error.problem(), attempt, seed);
            used = used.plus(correction.usage());
            correction.failure().ifPresent(reason -> tally.add(strategy.label() + " refused: " + reason));
            correction.asOptional().ifPresent(right -> link(right, seed));
        }

        private void link(Correction correction, long seed) {
            Result<Reflection> link = connection.connect(error.problem(), attempt, correction, seed);
            used = used.plus(link.usage());
            link.failure().ifPresent(reason -> tally.add("link refused: " + reason));
            link.asOptional().ifPresent(reflection -> judge(triplet(correction, reflection, seed)));
        }

        private Triplet triplet(Correction correction, Reflection reflection, long seed) {
            boolean fix = correction.strategy() == Strategy.FIX_AND_CONTINUE;
            TripletOrigin origin =
                    new TripletOrigin(error.student(), teacher.name(), seed, teacher.promptHashes(), TOOLKIT);
            return new Triplet(
                    error.id() + (fix ? "/fix" : "/restart"), error.problem(), attempt, reflection, correction, origin);
        }

        private void judge(Triplet triplet) {
            Candidate candidate = new Candidate(triplet, error.steps());
            for (TripletFilter filter : filters) {
                Optional<String> objection = filter.objection(candidate);
                if (objection.isPresent()) {
                    removed.add(removal(triplet, filter.name(), objection.get()));
                    return;
                }
            }
            triplets.add(triplet.json());
        }
    }

    static ObjectNode removal(Triplet triplet, String filter, String reason) {
        ObjectNode node = Json.mapper().createObjectNode();
        node.put("id", triplet.id()).put("filter", filter).put("reason", reason);
        node.set("triplet", triplet.json());
        return node;
    }
}
