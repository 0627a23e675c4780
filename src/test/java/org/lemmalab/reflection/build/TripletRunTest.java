package org.lemmalab.reflection.build;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.Json;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LabException;
import org.lemmalab.pipeline.RunSettings;
import org.lemmalab.problem.Samples;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.reflection.ProgramTeacher;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.reflection.Triplet;

class TripletRunTest {
    private static final Teacher TEACHER = ProgramTeacher.standard();

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        run("one", "{\"seed\": 4}", true);
        run("two", "{\"seed\": 4}", true);
        run("other", "{\"seed\": 5}", true);
        for (String file :
                List.of("triplets.jsonl", "removed.jsonl", "export/instruction.jsonl", "export/messages.jsonl")) {
            assertArrayEquals(bytes("one", file), bytes("two", file), file);
        }
        assertFalse(java.util.Arrays.equals(bytes("one", "triplets.jsonl"), bytes("other", "triplets.jsonl")));
    }

    @Test
    void aFinishedRunIsFoundComplete() throws IOException {
        run("again", "{}", true);
        byte[] first = bytes("again", "triplets.jsonl");
        run("again", "{}", true);
        assertArrayEquals(first, bytes("again", "triplets.jsonl"));
    }

    @Test
    void bothSourcesBothStrategiesAndNoErrorTwice() {
        TripletSummary summary = run("all", "{}", true);
        List<Triplet> triplets = triplets("all");
        assertEquals(summary.triplets(), triplets.size());
        Set<String> ids = new HashSet<>();
        triplets.forEach(triplet -> assertTrue(ids.add(triplet.id()), triplet.id()));
        assertTrue(triplets.stream().anyMatch(each -> each.attempt().source() == ErrorSource.STUDENT));
        assertTrue(triplets.stream().anyMatch(each -> each.attempt().source() == ErrorSource.TEACHER));
        assertTrue(triplets.stream().anyMatch(each -> each.correction().strategy() == Strategy.FRESH_AND_RESTART));
        assertTrue(triplets.stream().allMatch(each -> each.attempt().isTruncated()));
        assertTrue(
                summary.counts().get("attempts, wrong") > 50, summary.counts().toString());
    }

    @Test
    void theSwitchesOfTheAblations() {
        run("own", "{\"errors\": {\"teacher\": false}}", true);
        assertTrue(triplets("own").stream().allMatch(each -> each.attempt().source() == ErrorSource.STUDENT));
        run("teacher", "{\"errors\": {\"student\": false, \"types\": \"uniform\"}}", true);
        assertTrue(triplets("teacher").stream().allMatch(each -> each.attempt().source() == ErrorSource.TEACHER));
        run("fix", "{\"corrections\": {\"restart\": false}}", false);
        assertTrue(
                triplets("fix").stream().allMatch(each -> each.correction().strategy() == Strategy.FIX_AND_CONTINUE));
        run("whole", "{\"corrections\": {\"truncate\": false}}", false);
        assertTrue(triplets("whole").stream().anyMatch(each -> !each.attempt().isTruncated()));
    }

    @Test
    void aSizeIsMetAndASmallerOneIsAPartOfALargerOne() {
        run("large", "{\"size\": 60}", false);
        run("small", "{\"size\": 25}", false);
        Set<Triplet> large = new HashSet<>(triplets("large"));
        assertEquals(60, large.size());
        assertEquals(25, triplets("small").size());
        assertTrue(large.containsAll(triplets("small")));
    }

    @Test
    void hardProblemsGetMoreByTheirFailureRate() {
        TripletSummary summary = run("hard", "{\"errors\": {\"budget\": \"failure_rate\", \"k_max\": 4}}", true);
        long teachers = summary.counts().get("errors, teacher");
        assertTrue(
                teachers > 0 && teachers < 2 * summary.counts().get("problems used") + 1,
                summary.counts().toString());
    }

    @Test
    void questionsOfEvaluationSetsDoNotComeIn() throws IOException {
        Path evaluation = Files.createDirectories(folder.resolve("evaluation"));
        List<String> lines = Files.readAllLines(Samples.problems());
        Files.write(evaluation.resolve("test.jsonl"), lines.subList(0, 10));
        TripletConfig config = config("{}");
        TripletRun.Places places = new TripletRun.Places(
                Samples.problems(), Optional.empty(), Optional.of(evaluation), folder.resolve("clean"));
        TripletSummary summary = new TripletRun(config, staff(), places, RunSettings.standard()).run(progress -> {});
        assertTrue(summary.counts().get("problem removed: shares words in a row with an evaluation question") >= 10);
        assertEquals(lines.size(), summary.counts().get("problems read"));
    }

    @Test
    void aConfigurationIsCheckedAndPrintsItself() {
        assertEquals(TripletConfig.DEFAULT, config("{}"));
        assertEquals(TripletConfig.DEFAULT, TripletConfig.of(Json.parse(TripletConfig.DEFAULT.json())));
        assertTrue(assertThrows(LabException.class, () -> config("{\"errors\": {\"typo\": 1}}"))
                .getMessage()
                .contains("errors.typo"));
        assertTrue(assertThrows(LabException.class, () -> config("{\"connection\": {\"style\": \"soft\"}}"))
                .getMessage()
                .contains("model_aware"));
    }

    private TripletSummary run(String name, String changes, boolean attempts) {
        TripletRun.Places places = new TripletRun.Places(
                Samples.problems(),
                attempts ? Optional.of(Samples.attempts()) : Optional.empty(),
                Optional.empty(),
                folder.resolve(name));
        return new TripletRun(config(changes), staff(), places, RunSettings.standard()).run(progress -> {});
    }

    private static TripletComponents staff() {
        return new TripletComponents(TEACHER, TEACHER, Connection.smooth(TEACHER), "sample");
    }

    private static TripletConfig config(String changes) {
        return TripletConfig.of(Json.parse(changes));
    }

    private List<Triplet> triplets(String name) {
        return JsonLines.readAll(folder.resolve(name).resolve("triplets.jsonl"), Triplet::parse);
    }

    private byte[] bytes(String name, String file) throws IOException {
        return Files.readAllBytes(folder.resolve(name).resolve(file));
    }
}
