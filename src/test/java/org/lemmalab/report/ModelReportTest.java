package org.lemmalab.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapSeries;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.TokenLogProbability;
import org.lemmalab.transformer.CheckpointWriter;
import org.lemmalab.transformer.Decoder;
import org.lemmalab.transformer.GenerationSpeed;
import org.lemmalab.transformer.LocalModel;
import org.lemmalab.transformer.ModelConfig;
import org.lemmalab.transformer.WordTokenizer;
import tech.tablesaw.api.Table;

/** A model of random parameters, shown. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelReportTest {
    private static final String TEXT = "Ann has 12 pears.\nAnn has 2";

    private LocalModel model;
    private ModelReport report;

    @BeforeAll
    void open(@TempDir Path folder) {
        WordTokenizer words = WordTokenizer.fromCorpus(List.of(TEXT), 300);
        ModelConfig.Size size = new ModelConfig.Size(words.size(), 16, 24, 2, 2, 1, 8, 60);
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder =
                        Decoder.random(manager, ModelConfig.llama(size, true, words.specialTokens()), 0.3, 5)) {
            CheckpointWriter.float32().write(folder.resolve("tiny"), decoder, words.files());
        }
        model = LocalModel.open(folder.resolve("tiny"));
        report = new ModelReport(model);
    }

    @AfterAll
    void close() {
        model.close();
    }

    @Test
    void theConfigurationSaysHowLargeItIs() {
        Table table = report.configuration();
        assertEquals("llama", table.get(0, 1));
        assertEquals(String.format(Locale.ROOT, "%,d", model.decoder().config().parameterCount()), table.get(1, 1));
        assertTrue(table.stringColumn("value").asList().contains("60 tokens"));
    }

    @Test
    void spacesAndLineBreaksOfTokensAreToBeSeen() {
        Table table = report.tokens(TEXT);
        assertEquals(13, table.rowCount());
        assertEquals("␣has", table.getString(2, 0));
        assertEquals("↵", table.getString(8, 0));
    }

    @Test
    void theNextTokensAreDrawnAsTheyAreTabulated() {
        Table table = report.nextTokens(TEXT, 6);
        assertEquals(6, table.rowCount());
        assertTrue(table.doubleColumn("probability").sum() < 1);
        CategoryChart chart = (CategoryChart) report.nextTokenFigure(TEXT, 6).chart();
        assertArrayEquals(
                table.doubleColumn("probability").asDoubleArray(),
                chart.getSeries("probability").getYData());
    }

    @Test
    void attentionIsAHeatMapWithEveryTokenNamedThoughSomeComeTwice() {
        Figure figure = report.attentionFigure(TEXT, 1, 0);
        assertTrue(figure.caption().contains("layer 2, head 1"));
        HeatMapSeries series = ((HeatMapChart) figure.chart()).getHeatMapSeries();
        List<String> labels = series.getXData().stream()
                .map(label -> label.toString().strip())
                .toList();
        assertEquals(13, labels.stream().distinct().count());
        assertEquals(
                2, labels.stream().filter(label -> label.startsWith("␣has")).count());
        assertEquals(13 * 14 / 2, series.getHeatData().size());
        assertTrue(figure.png().length > 1000);
    }

    @Test
    void whatTheModelWritesComesWithItsProbabilities() {
        TokenStrip strip = report.writing(TEXT, SamplingSettings.greedy(7));
        assertEquals(7, strip.tokens().size());
        assertThrows(LabException.class, () -> report.writing(TEXT.repeat(9), SamplingSettings.greedy(7)));
    }

    @Test
    void whatOthersWroteIsReadWithTheModelsOwnProbabilities() {
        List<TokenLogProbability> read = report.reading(TEXT, " pears.").tokens();
        assertEquals(
                List.of(" pears", "."),
                read.stream().map(TokenLogProbability::token).toList());
        float[] next = model.decoder().nextLogProbabilities(model.tokenizer().encode(TEXT, true));
        assertEquals(
                next[model.tokenizer().encode(" pears", false)[0]], read.get(0).logProbability(), 1e-5);
    }

    @Test
    void temperatureNoughtSaysTheSameInEverySample() {
        Table table = report.temperatures(TEXT, SamplingSettings.greedy(9).withSamples(3), 0, 2);
        assertEquals(6, table.rowCount());
        assertEquals(1, table.first(3).stringColumn("text").unique().size());
        assertEquals(3, table.last(3).stringColumn("text").unique().size());
    }

    @Test
    void speedCountsTheTokensThatWereMade() {
        GenerationSpeed measured = GenerationSpeed.measure(model, TEXT, 8, 5);
        assertTrue(measured.tokens() <= 40 && measured.tokens() >= 5);
        Table table = ModelReport.speed(List.of(measured));
        assertEquals(5, table.intColumn(0).get(0));
        assertEquals(measured.tokens() / measured.seconds(), table.intColumn(1).get(0), 0.51);
    }
}
