package org.lemmalab.report.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.experiment.study.Outcome;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.report.Figure;
import org.lemmalab.report.TableView;
import tech.tablesaw.api.Table;

class StudyReportTest {
    @TempDir
    private Path folder;

    private StudyReport report;

    @BeforeEach
    void study() throws IOException {
        report = StudyReport.open(MadeUpStudy.write(folder.resolve("study")));
    }

    @Test
    void filesAndFoldersOfOutcomesAreReadWhole() {
        assertEquals(7, report.outcomes().size());
        Outcome main = report.section("T2/T9").outcomes().get(0);
        assertEquals(MadeUpStudy.mainResults(), main);
        assertEquals(List.of(main), report.section("T9").outcomes(), "half of an id is enough");
    }

    @Test
    void aRunsOwnFolderIsReadToo() throws IOException {
        Path own = Files.createDirectories(folder.resolve("run/main-results"));
        Files.writeString(own.resolve("outcome.json"), Json.pretty(MadeUpStudy.mainResults()));
        Files.writeString(own.resolve("time.json"), "{\"seconds\": 1}");
        assertEquals(1, StudyReport.open(folder.resolve("run")).outcomes().size());
    }

    @Test
    void methodsStandBesideThePapersInItsOrder() {
        TableView view = report.section("T2/T9").tables().get(0);
        Table table = view.table();
        assertEquals(
                List.of(
                        "method",
                        "here: stories, %",
                        "here: relations, %",
                        "paper: GSM8K",
                        "paper: MATH",
                        "paper: average"),
                table.columnNames());
        int sft = table.stringColumn("method").firstIndexOf("SFT");
        assertEquals("55.0 [53.0, 57.0]", table.getString(sft, "here: stories, %"));
        assertEquals("65.5", table.getString(sft, "paper: GSM8K"));
        int metaMath = table.stringColumn("method").firstIndexOf("MetaMath");
        assertEquals("–", table.getString(metaMath, "here: stories, %"), "printed, not measured");
        assertEquals("base", table.getString(0, "method"), "measured, not printed");
        assertTrue(view.html().contains("here: student small"), "one of two students");
        assertTrue(view.html().contains("paper: LLaMA3-8B"));
    }

    @Test
    void verdictsOfTwoStudiesStandBesideEachOther() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other/main-results"));
        String changed = Json.pretty(MadeUpStudy.mainResults())
                .replace("LEMMA is above RFT.", "LEMMA is above GPTAug.")
                .replaceFirst("SUPPORTED", "NOT_DECIDABLE");
        Files.writeString(other.resolve("outcome.json"), changed);
        Table table = VerdictsBeside.of(report, StudyReport.open(folder.resolve("other")))
                .table();
        int sft = table.stringColumn("claim").firstIndexOf("LEMMA is above SFT.");
        assertEquals("no", table.getString(sft, "agree"));
        assertEquals("▲ supported here", table.getString(sft, 2));
        assertEquals("◇ not decidable at this scale", table.getString(sft, 3));
        int everyBase = table.stringColumn("claim").firstIndexOf("This holds for every base.");
        assertEquals("yes", table.getString(everyBase, "agree"));
        assertEquals(2, table.rowCount(), "RFT is judged by one, GPTAug by the other");
        assertEquals(
                table.columnNames().get(2) + ", again",
                VerdictsBeside.of(StudyReport.open(folder.resolve("other")), StudyReport.open(folder.resolve("other")))
                        .table()
                        .columnNames()
                        .get(3));
    }

    @Test
    void twoBasesHaveATableAndAFigureEach() {
        StudySection section = report.section("T2/T9");
        assertEquals(2, section.tables().size());
        assertEquals(
                List.of(
                        "main-results-small",
                        "main-results-large",
                        "main-results-small-differences",
                        "main-results-large-differences"),
                section.figures().stream().map(Figure::name).toList());
    }

    @Test
    void errorTypesAreRowsAndModelsAreColumns() {
        assertTrue(
                report.section("F3/F7").tables().get(0).html().contains("here: " + MadeUpStudy.SCALE),
                "both students in one table");
        Table table = report.section("F3/F7").tables().get(0).table();
        int misread = table.stringColumn("error type").firstIndexOf("Question misinterpretation");
        assertEquals("45.0 [43.0, 47.0]", table.getString(misread, "here: small, %"));
        assertEquals("41.6", table.getString(misread, "paper: LLaMA3-8B"));
    }

    @Test
    void amountsAreSortedAsNumbersAndNamesWithNumbersStayNames() {
        Table table = report.section("F5").tables().get(0).table();
        assertEquals(
                List.of("6.2", "25", "100"),
                table.stringColumn("training problems (%)").asList());
        assertTrue(table.columnNames().contains("here: RefAug-90k, %"), table.columnNames()::toString);
        Table temperatures = report.section("F4").tables().get(0).table();
        assertEquals(
                List.of("0.3", "0.7", "1.1"),
                temperatures.stringColumn("sampling temperature").asList());
    }

    @Test
    void eachMetricOfTheTrainingTokensHasItsOwnTableAndFigure() {
        StudySection section = report.section("tokens");
        assertEquals(
                List.of(
                        "training-tokens",
                        "training-tokens-recall-at-once-or-later",
                        "training-tokens-problems-without-a-wrong-step"),
                section.figures().stream().map(Figure::name).toList());
        Table table = section.tables().get(0).table();
        assertEquals(
                List.of("200,000", "400,000"),
                table.stringColumn("training tokens").asList());
        assertEquals(List.of("training tokens", "here: SFT, %", "here: LEMMA, %"), table.columnNames());
        Table whole = section.tables().get(2).table();
        assertEquals("60.0 [58.0, 62.0]", whole.getString(0, 1), "a share");
    }

    @Test
    void sharesArePerCentAndCountsAreNot() {
        Table table = report.section("T7").tables().get(0).table();
        int lemma = table.stringColumn("method").firstIndexOf("LEMMA");
        assertEquals("5,000", table.getString(lemma, "here: solutions"));
        assertEquals("88,900", table.getString(lemma, "paper: solutions"));
        assertEquals("623.4", table.getString(lemma, "paper: tokens"));
    }

    @Test
    void differencesAreInPointsWithTheirAdjustedP() {
        Table table = report.section("T2/T9").differences().get(0).table();
        assertEquals("LEMMA − SFT", table.getString(0, "comparison"));
        assertEquals("+3.1 [+1.2, +5.0]", table.getString(0, "difference"));
        assertEquals("< 0.001", table.getString(0, "adjusted p"));
    }

    @Test
    void whatExplainsTheAccuracyStandsApart() {
        Table further = report.section("T2/T9").further().get(0).table();
        assertEquals("61.0 [59.0, 63.0]", further.getString(0, "reflection precision, %"));
        assertEquals("81.25 [80.00, 82.50]", further.getString(0, "mean tokens"));
    }

    @Test
    void aReflectionIsHighlightedAndTheLineThatItTakesBackIsNotCalledWrong() {
        String text = report.section("F10/F11").cases().get(0).text();
        assertTrue(text.contains("? The owls are maps minus figs: 9-4=6."), text);
        assertTrue(text.contains("↺ Wait, 9-4 is not 6."), text);
        assertTrue(text.contains("→ The owls are 9-4=5."), text);
    }

    @Test
    void verdictsAreCountedAndWhatIsMissingIsSaidToBe() {
        FindingsView verdicts = report.verdicts();
        assertTrue(
                verdicts.tally().startsWith("1 supported here, 1 not supported here, 1 not decidable at this scale"));
        assertTrue(verdicts.text().contains("T3, LEMMA leads"));
        assertTrue(verdicts.text().contains("Not recorded yet."));
        assertTrue(report.section("T3").findings().text().contains("environment/lab study --budget standard"));
        assertEquals(
                10,
                report.section("T3").printed().orElseThrow().table().rowCount(),
                "the paper's table is shown all the same");
    }

    @Test
    void nothingRecordedWritesNothing() {
        StudyReport empty = StudyReport.open(folder.resolve("nowhere"));
        assertEquals(List.of(), empty.write(folder.resolve("out")));
        assertFalse(Files.exists(folder.resolve("out")));
        assertEquals(PaperExperiment.values().length, empty.verdicts().rows().size());
    }

    @Test
    void whatIsWrittenHoldsTheOutcomesAndIsTheSameWhenWrittenAgain() throws IOException {
        Path first = folder.resolve("first");
        List<Path> files = report.write(first);
        assertTrue(files.contains(first.resolve("main-results-small.svg")));
        assertTrue(files.contains(first.resolve("verdicts.md")));
        StudyReport again = StudyReport.open(first);
        assertEquals(7, again.outcomes().size());
        byte[] record = Files.readAllBytes(first.resolve("record.json"));
        again.write(first);
        assertEquals(new String(record), Files.readString(first.resolve("record.json")));
    }

    @Test
    void gatesAreShownWithWhatWasWanted() throws IOException {
        Files.writeString(folder.resolve("gates.json"), """
                {"student":"small","pass":false,"gates":[{"name":"greedy accuracy","set":"stories","wanted":"40 to 75 %",
                "found":{"estimate":0.5,"low":0.45,"high":0.55,"level":0.95},"count":400,"passes":true},
                {"name":"recoverable errors","set":"stories","wanted":"above 50 %","found":null,"count":0,"passes":false}]}""");
        Table gates = StudyReport.open(folder).gates().orElseThrow();
        assertEquals("Gates of small: not all passed", gates.name());
        assertEquals("50.0 [45.0, 55.0]", gates.getString(0, "found, % [95 % interval]"));
        assertEquals("▼ no", gates.getString(1, "passes"));
    }

    @Test
    void whatIsNoOutcomeIsNamed() throws IOException {
        Path file = Files.createDirectories(folder.resolve("bad/outcomes")).resolve("x.json");
        Files.writeString(file, "{\"experiment\": \"T99\", \"name\": \"x\"}");
        String message = assertThrows(LabException.class, () -> StudyReport.open(folder.resolve("bad")))
                .getMessage();
        assertTrue(message.contains("x.json"), message);
        assertThrows(LabException.class, () -> report.section("T99"));
    }

    @Test
    void labelsTellVerdictsWithoutColour() {
        String html = report.section("T2/T9").findings().html();
        assertTrue(html.contains("▲ supported here") && html.contains("▼ not supported here"));
        assertTrue(html.contains("solid") && html.contains("double") && html.contains("dashed"));
        assertTrue(html.contains("color:inherit"), "the page's own ink, whatever its theme");
    }
}
