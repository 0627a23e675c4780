package org.lemmalab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;

class TripletMakerTest {
    private static final List<ConnectionStyle> STYLES =
            List.of(ConnectionStyle.ABRUPT, ConnectionStyle.PHRASE, ConnectionStyle.SMOOTH);
    private final TripletMaker maker = TripletMaker.ofMade(1);

    @Test
    void noTwoTripletsShareAName() {
        List<Triplet> triplets = new ArrayList<>();
        for (WordProblem each : WordProblemSet.STORIES.generate(6, Split.TRAIN, 1)) {
            errors(each.problem()).forEach(error -> triplets.addAll(all(each.problem(), error)));
        }
        assertTrue(triplets.size() > 60, "expected several errors a problem, found " + triplets.size() + " triplets");
        List<String> names = triplets.stream().map(Triplet::id).toList();
        assertEquals(names.size(), new HashSet<>(names).size());
    }

    @Test
    void theSameTripletHasTheSameName() {
        Problem problem =
                WordProblemSet.STORIES.generate(1, Split.TRAIN, 1).get(0).problem();
        ErroneousAttempt error = errors(problem).get(0);
        assertEquals(
                all(problem, error).stream().map(Triplet::id).toList(),
                all(problem, error).stream().map(Triplet::id).toList());
    }

    private List<ErroneousAttempt> errors(Problem problem) {
        List<ErroneousAttempt> errors = new ArrayList<>();
        for (ErrorType type : maker.injector().injectable(problem)) {
            maker.injected(problem, type).asOptional().ifPresent(errors::add);
        }
        return errors;
    }

    private List<Triplet> all(Problem problem, ErroneousAttempt error) {
        List<Triplet> triplets = new ArrayList<>();
        for (ConnectionStyle style : STYLES) {
            for (Strategy strategy : Strategy.values()) {
                maker.triplet("teacher", problem, error, strategy, maker.connection(style, Optional.empty()))
                        .asOptional()
                        .ifPresent(triplets::add);
            }
        }
        return triplets;
    }
}
