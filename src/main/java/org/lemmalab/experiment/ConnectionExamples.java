package org.lemmalab.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.TextModel;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.pipeline.ProgressListener;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.transformer.LocalModel;

/** Triplets of the project's samples to look at: nothing here comes from a data folder. */
public final class ConnectionExamples {
    private final Path work = StudentFolder.temporary();
    private final List<Triplet> triplets =
            ConnectionStudy.samples(work, ProgressListener.silent()).triplets();

    /**
     * @return one student's error, corrected by Fix &amp; Continue and by Fresh &amp; Restart
     */
    public List<Triplet> bothWays() {
        Map<String, List<Triplet>> byError = triplets.stream()
                .filter(ConnectionExamples::isTelling)
                .collect(Collectors.groupingBy(
                        triplet -> triplet.id().substring(0, triplet.id().lastIndexOf('/')),
                        TreeMap::new,
                        Collectors.toList()));
        return byError.values().stream()
                .filter(both -> both.size() == Strategy.values().length)
                .findFirst()
                .orElseThrow(() -> new LabException(
                        "samples: expected an error that is corrected both ways, found none in " + byError.keySet()));
    }

    /**
     * The same error and Fix &amp; Continue with each connection.
     *
     * @param student a checkpoint folder that chooses the model-aware link; without it there is none
     * @return a triplet for each connection
     */
    public List<Triplet> everyConnection(Optional<Path> student) {
        Triplet triplet = bothWays().stream()
                .filter(each -> each.correction().strategy() == Strategy.FIX_AND_CONTINUE)
                .findFirst()
                .orElseThrow();
        if (student.isEmpty()) {
            return connected(
                    triplet,
                    List.of(Connection.abrupt(), Connection.phrase(), Connection.smooth(ConnectionStudy.TEACHER)));
        }
        try (TextModel model = LocalModel.open(student.get())) {
            return connected(triplet, LinkLikelihood.connections(ConnectionStudy.TEACHER, model));
        }
    }

    /**
     * @return for each error type of the samples a triplet with a smooth link, a student's own where there is one
     */
    public List<Triplet> byType() {
        Map<ErrorType, List<Triplet>> byType = triplets.stream()
                .filter(triplet -> triplet.correction().strategy() == Strategy.FIX_AND_CONTINUE)
                .sorted(Comparator.comparing(
                        (Triplet triplet) -> triplet.attempt().source() != ErrorSource.STUDENT))
                .collect(Collectors.groupingBy(triplet -> triplet.attempt().type(), TreeMap::new, Collectors.toList()));
        return byType.values().stream().map(all -> all.get(0)).toList();
    }

    /** A slip of a student's that is not the first step, so that there is something before it. */
    private static boolean isTelling(Triplet triplet) {
        return triplet.attempt().source() == ErrorSource.STUDENT
                && triplet.attempt().type() == ErrorType.CALCULATION
                && triplet.attempt().firstWrongStep() > 1;
    }

    private static List<Triplet> connected(Triplet triplet, List<Connection> connections) {
        List<Triplet> all = new ArrayList<>();
        for (Connection connection : connections) {
            connection
                    .connect(triplet.problem(), triplet.attempt(), triplet.correction(), ConnectionStudy.SEED)
                    .asOptional()
                    .ifPresent(link -> all.add(new Triplet(
                            triplet.id(),
                            triplet.problem(),
                            triplet.attempt(),
                            link,
                            triplet.correction(),
                            triplet.origin())));
        }
        return all;
    }
}
