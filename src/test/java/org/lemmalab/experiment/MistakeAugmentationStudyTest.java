package org.lemmalab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.report.MistakeAugmentationReport;

/** The study on the samples, which are used whole. */
class MistakeAugmentationStudyTest {
    private static MistakeAugmentationStudy.Result result;

    @TempDir
    Path folder;

    @BeforeAll
    static void study() {
        result = run();
    }

    private static MistakeAugmentationStudy.Result run() {
        return MistakeAugmentationStudy.run(Optional.empty(), MistakeAugmentationStudy.Scale.QUICK, done -> {});
    }

    private static ErrorPool pool(String name) {
        return result.pools().stream()
                .filter(pool -> pool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everySwitchShowsInThePool() {
        ErrorPool full = pool("both, types of the question");
        ErrorPool own = pool("own only");
        ErrorPool injected = pool("injected only");
        assertEquals(
                full.errors().size(), own.errors().size() + injected.errors().size());
        assertEquals(own.errors().size(), own.own());
        assertEquals(0, injected.own());
        ErrorPool matched = pool("own only, size-matched");
        assertEquals(full.errors().size(), matched.errors().size());
        assertEquals(own.distinctTexts(), matched.distinctTexts());
        assertTrue(pool("both, types uniform").effectiveTypes()
                > pool("both, types overall").effectiveTypes());
        assertTrue(injected.distinctTexts() > injected.problems());
    }

    @Test
    void injectedTypesFollowWhatIsPossible() {
        assertEquals(3, result.drawn().size());
        for (DrawnTypes drawn : result.drawn()) {
            double possible = drawn.possible().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            long count =
                    drawn.drawn().values().stream().mapToLong(Long::longValue).sum();
            assertEquals(count, possible, 1e-6, drawn.name());
            assertTrue(drawn.againstPossible().orElseThrow().pValue() > 0.001, drawn.toString());
        }
        assertTrue(result.drawn().get(2).againstRequested().orElseThrow().pValue() < 0.001);
    }

    @Test
    void whatIsKeptIsFoundAgainAndNonsenseIsNeverBroughtIn() {
        result.kept().byType().forEach((type, counts) -> {
            assertEquals(counts.given(), counts.stepFound(), type.label());
            assertEquals(counts.given(), counts.typeFound(), type.label());
        });
        assertTrue(result.kept().all().given() > 5L * result.kept().problems());
        assertTrue(!result.injected().byType().containsKey(ErrorType.NONSENSICAL_OUTPUT));
        assertEquals(
                result.injected().problems(),
                result.typesPossible().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    @Test
    void chiSquareIsThatOfTheTextbook() {
        Map<ErrorType, Double> expected = Map.of(ErrorType.CALCULATION, 50.0, ErrorType.OPERATOR, 50.0);
        DrawnTypes drawn =
                new DrawnTypes("hand", expected, expected, Map.of(ErrorType.CALCULATION, 60L, ErrorType.OPERATOR, 40L));
        DrawnTypes.Fit fit = drawn.againstPossible().orElseThrow();
        assertEquals(4.0, fit.statistic(), 1e-12);
        assertEquals(1, fit.degreesOfFreedom());
        assertEquals(0.0455, fit.pValue(), 1e-4);
    }

    @Test
    void aSecondRunGivesTheSamePools() {
        assertEquals(result.pools(), run().pools());
    }

    @Test
    void examplesHaveDifferentTypesAndASoundStart() {
        List<MistakeAugmentationStudy.Example> examples = MistakeAugmentationStudy.sampleExamples(2);
        assertEquals(2, examples.size());
        assertNotEquals(
                examples.get(0).injection().type(), examples.get(1).injection().type());
        examples.forEach(example -> {
            assertTrue(example.injection().firstWrongStep() > 1);
            assertTrue(MistakeAugmentationReport.trajectory(example).text().contains("✗"));
        });
    }

    @Test
    void theReportIsWrittenAndSetsThePaperBesideIt() {
        MistakeAugmentationReport report = new MistakeAugmentationReport(result);
        assertTrue(report.write(folder).stream().anyMatch(file -> file.endsWith("type-shares.svg")));
        assertEquals(12, MistakeAugmentationReport.taxonomy().rowCount());
        assertEquals(12, report.injectable().rowCount());
        assertEquals(3, report.refusals(3).rowCount());
        assertTrue(report.lastThird().stringColumn(0).asList().contains("Missing step"));
        assertEquals(3, MistakeAugmentationReport.paper().rowCount());
    }

    @Test
    void aStudentScoresRightAndInjectedSteps() {
        StudentFolder made = StudentFolder.made(folder, 1);
        Map<StepLikelihood.Kind, List<StepLikelihood>> found = StepLikelihood.of(made.folder(), 6);
        assertTrue(found.get(StepLikelihood.Kind.INJECTED).size() >= 3, found.toString());
        assertEquals(
                found.get(StepLikelihood.Kind.INJECTED).size(),
                found.get(StepLikelihood.Kind.GOLD).size());
        // A student of random weights finds every token of its vocabulary about alike likely: ln 1024 = 6.9.
        found.get(StepLikelihood.Kind.INJECTED).forEach(each -> assertEquals(6.9, each.nats(), 1.0));
        assertEquals(found.size(), MistakeAugmentationReport.likelihoods(found).rowCount());
    }
}
