package org.lemmalab.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TokenLogProbability;
import org.lemmalab.transformer.GenerationSpeed;
import org.lemmalab.transformer.Inspector;
import org.lemmalab.transformer.LocalModel;
import org.lemmalab.transformer.ModelConfig;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Tables, figures and strips of one model: what it looks like, what it expects, what it looks at, what it writes. */
public final class ModelReport {
    private final LocalModel model;
    private final Inspector inspector;

    /**
     * @param model the model; stays its owner's
     */
    public ModelReport(LocalModel model) {
        this.model = model;
        this.inspector = new Inspector(model);
    }

    /**
     * @return the decoder's family and sizes
     */
    public Table configuration() {
        ModelConfig config = model.decoder().config();
        ModelConfig.Size size = config.size();
        String window = config.window().size() == 0 ? "none" : config.window().size() + " tokens";
        List<Map.Entry<String, String>> rows = List.of(
                Map.entry("family", config.family().modelType()),
                Map.entry("parameters", grouped(config.parameterCount())),
                Map.entry("layers", grouped(size.layers())),
                Map.entry("width", grouped(size.width())),
                Map.entry("query heads", size.heads() + " of width " + size.headWidth()),
                Map.entry("key-value heads", grouped(size.keyValueHeads())),
                Map.entry("feed-forward width", grouped(size.feedForward())),
                Map.entry("vocabulary", grouped(size.vocabulary())),
                Map.entry("context", grouped(size.context()) + " tokens"),
                Map.entry("sliding window", window),
                Map.entry("output head", config.tied() ? "the embedding's own matrix" : "a matrix of its own"));
        return Table.create(
                "The model '" + model.name() + "'",
                StringColumn.create("property", rows.stream().map(Map.Entry::getKey)),
                StringColumn.create("value", rows.stream().map(Map.Entry::getValue)));
    }

    /**
     * @param text any text
     * @return its tokens, in order
     */
    public Table tokens(String text) {
        List<Inspector.Piece> pieces = inspector.tokens(text);
        return Table.create(
                pieces.size() + " tokens",
                StringColumn.create("token", pieces.stream().map(piece -> ModelFigures.visible(piece.text()))),
                IntColumn.create(
                        "number", pieces.stream().mapToInt(Inspector.Piece::id).toArray()));
    }

    /**
     * @param prompt a text so far
     * @param count how many tokens
     * @return the likeliest next tokens with their probabilities
     */
    public Table nextTokens(String prompt, int count) {
        List<TokenLogProbability> next = inspector.next(prompt, count);
        return Table.create(
                "The likeliest next tokens",
                StringColumn.create("token", next.stream().map(token -> ModelFigures.visible(token.token()))),
                DoubleColumn.create(
                        "probability",
                        next.stream()
                                .mapToDouble(token -> Math.exp(token.logProbability()))
                                .toArray()));
    }

    /**
     * @param prompt a text so far
     * @param count how many tokens
     * @return the same as bars
     */
    public Figure nextTokenFigure(String prompt, int count) {
        return ModelFigures.nextTokens(inspector.next(prompt, count));
    }

    /**
     * @param text a text of a few dozen tokens
     * @param layer from 0
     * @param head from 0
     * @return a heat map of what each token (a row) looks at (columns)
     */
    public Figure attentionFigure(String text, int layer, int head) {
        return ModelFigures.attention(inspector.attention(text, layer, head));
    }

    /**
     * @param prompt what to go on from
     * @param settings how to draw
     * @return what the model writes, token by token
     */
    public TokenStrip writing(String prompt, SamplingSettings settings) {
        Completion completion = first(prompt, settings.withLogProbabilities());
        return new TokenStrip("'" + model.name() + "' writes", completion.logProbabilities());
    }

    /**
     * @param prompt what comes before
     * @param solution a text that somebody wrote
     * @return how much the model expected each of its tokens
     */
    public TokenStrip reading(String prompt, String solution) {
        Score score = model.score(List.of(new ScoreRequest(prompt, solution))).get(0);
        return new TokenStrip("'" + model.name() + "' reads", score.tokens());
    }

    /**
     * @param prompt what to go on from
     * @param settings how to draw, but for the temperature
     * @param temperatures one after the other, each with as many seeds as the settings ask for samples
     * @return the texts
     */
    public Table temperatures(String prompt, SamplingSettings settings, double... temperatures) {
        Table table = Table.create(
                "The same prompt at several temperatures",
                StringColumn.create("temperature"),
                IntColumn.create("sample"),
                StringColumn.create("text"));
        DoubleStream.of(temperatures).forEach(temperature -> {
            SamplingSettings warm = SamplingSettings.sampling(temperature, settings.maxNewTokens(), settings.seed())
                    .withSamples(settings.samples());
            List<Completion> texts = completions(prompt, warm);
            for (int i = 0; i < texts.size(); i++) {
                table.stringColumn(0).append(String.valueOf(temperature));
                table.intColumn(1).append(i + 1);
                table.stringColumn(2).append(texts.get(i).text());
            }
        });
        return table;
    }

    /**
     * @param measured what was measured
     * @return the rates side by side
     */
    public static Table speed(List<GenerationSpeed> measured) {
        return Table.create(
                "Speed on this machine",
                IntColumn.create(
                        "texts together",
                        measured.stream().mapToInt(GenerationSpeed::rows).toArray()),
                IntColumn.create(
                        "tokens a second",
                        measured.stream()
                                .mapToInt(speed -> (int) Math.round(speed.tokensPerSecond()))
                                .toArray()));
    }

    private Completion first(String prompt, SamplingSettings settings) {
        return completions(prompt, settings).get(0);
    }

    /** A prompt that does not fit the model fails with its reason. */
    private List<Completion> completions(String prompt, SamplingSettings settings) {
        Reply reply = model.complete(prompt, settings);
        reply.text();
        return ((Reply.Completed) reply).completions();
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
