package org.lemmalab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lemmalab.evaluation.statistics.Interval;
import org.lemmalab.pipeline.ProgressListener;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Triplet;

class ConnectionStudyTest {
    private static final ConnectionStudy.Scale TINY = new ConnectionStudy.Scale(1, 6);
    private static ConnectionStudy.Result result;

    @BeforeAll
    static void study() {
        result = ConnectionStudy.run(Optional.empty(), Optional.empty(), TINY, ProgressListener.silent());
    }

    @Test
    void theSamplesAreStudiedWhole() {
        assertEquals("reflection-connections-samples", result.name());
        assertEquals(72, result.counts().get("problems read"));
        assertEquals(result.counts().get("triplets"), result.triplets().size());
        assertTrue(
                result.triplets().size() > 100, "triplets: " + result.triplets().size());
    }

    @Test
    void everyErrorIsScoredInEveryStyle() {
        LinkScores scores = result.scores();
        assertEquals(TINY.scored(), scores.errors());
        assertEquals(4 * TINY.scored(), scores.all().size());
        assertEquals(
                TINY.scored(), scores.types().stream().mapToInt(scores::errors).sum());
        assertTrue(scores.all().stream().allMatch(score -> score.step() > 0 && score.linkAndStep() > 0));
    }

    @Test
    void withoutALinkBothMeasuresAreTheSame() {
        result.scores().all().stream()
                .filter(score -> score.style() == ConnectionStyle.ABRUPT)
                .forEach(score -> assertEquals(score.linkAndStep(), score.step(), 1e-4, score.error()));
        Interval same = result.scores().aboveAbrupt(ConnectionStyle.ABRUPT, Optional.empty(), LinkScore::step);
        assertEquals(0, same.estimate());
        assertEquals(0, same.high());
    }

    @Test
    void aSecondRunScoresTheSame() {
        ConnectionStudy.Result again =
                ConnectionStudy.run(Optional.empty(), Optional.empty(), TINY, ProgressListener.silent());
        assertEquals(result.triplets(), again.triplets());
        assertEquals(result.scores(), again.scores());
        assertEquals(result.provenance(), again.provenance());
    }

    @Test
    void theExampleIsOneErrorInBothWaysAndEveryConnection() {
        ConnectionExamples examples = new ConnectionExamples();
        List<Triplet> both = examples.bothWays();
        assertEquals(both.get(0).attempt(), both.get(1).attempt());
        assertEquals(
                EnumSet.allOf(Strategy.class),
                both.stream().map(each -> each.correction().strategy()).collect(Collectors.toSet()));
        List<Triplet> connections = examples.everyConnection(Optional.empty());
        assertEquals(3, connections.size());
        assertEquals(1, connections.stream().map(Triplet::correction).distinct().count());
        Set<String> texts =
                connections.stream().map(each -> each.reflection().text()).collect(Collectors.toSet());
        assertEquals(3, texts.size());
    }

    @Test
    void eachTypeHasOneExampleLink() {
        List<Triplet> byType = new ConnectionExamples().byType();
        assertEquals(
                byType.size(),
                byType.stream().map(each -> each.attempt().type()).distinct().count());
        assertTrue(byType.size() >= 8, "types: " + byType.size());
        assertNotEquals(
                byType.get(0).reflection().text(), byType.get(1).reflection().text());
    }
}
