package org.lemmalab.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.BatchingModel;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.endpoint.Dialect;
import org.lemmalab.llm.endpoint.EndpointModel;
import org.lemmalab.llm.endpoint.EndpointSettings;
import org.lemmalab.llm.endpoint.RequestLimits;
import org.lemmalab.llm.meter.MeteredModel;
import org.lemmalab.llm.meter.Price;
import org.lemmalab.llm.meter.PriceTable;
import org.lemmalab.llm.record.RecordedModel;
import org.lemmalab.llm.record.RecordingMode;
import org.lemmalab.transformer.ChatTemplate;
import org.lemmalab.transformer.LocalModel;
import picocli.CommandLine.Option;

/** Which model is asked: a checkpoint folder or an endpoint, with prices, a budget and a record where wanted. */
final class ModelOptions {
    private static final int TOGETHER = 256;

    @Option(names = "--checkpoint", paramLabel = "FOLDER", description = "A checkpoint folder, asked in this process.")
    private Path checkpoint;

    @Option(
            names = "--chat-template",
            description = "The checkpoint's: ${COMPLETION-CANDIDATES}; none: continue prompts as they stand.")
    private ChatTemplate template;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "An endpoint's base URL, for example http://localhost:8000/v1; several share the load.")
    private List<String> urls = List.of();

    @Option(names = "--model", paramLabel = "NAME", description = "The model's name at the endpoint.")
    private String model;

    @Option(
            names = "--key-variable",
            paramLabel = "VARIABLE",
            description = "The environment variable that holds the endpoint's key.")
    private String keyVariable;

    @Option(names = "--plain", description = "Continue prompts as they stand, without the endpoint's chat template.")
    private boolean plain;

    @Option(
            names = "--token-field",
            defaultValue = "max_tokens",
            description = "The endpoint's field for the most tokens (default: ${DEFAULT-VALUE}).")
    private String tokenField;

    @Option(names = "--samples-apart", description = "One request for each sample, for endpoints without 'n'.")
    private boolean apart;

    @Option(
            names = "--concurrency",
            defaultValue = "8",
            description = "Requests on the way at a time (default: ${DEFAULT-VALUE}).")
    private int concurrency;

    @Option(names = "--requests-per-minute", defaultValue = "0", description = "0: no limit (default).")
    private int requestsPerMinute;

    @Option(names = "--tokens-per-minute", defaultValue = "0", description = "0: no limit (default).")
    private long tokensPerMinute;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "The longest that one attempt may take (default: ${DEFAULT-VALUE}).")
    private double timeout;

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description =
                    "Prices by model: {\"NAME\": {\"prompt\": 0.15, \"completion\": 0.6}}, US dollars a million tokens.")
    private Path prices;

    @Option(names = "--budget", paramLabel = "DOLLARS", description = "Stop before this much is spent; needs --prices.")
    private Double budget;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Keep every exchange in this file, and ask nothing twice that is in it.")
    private Path record;

    @Option(
            names = "--record-mode",
            defaultValue = "REPLAY_OR_RECORD",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private RecordingMode mode;

    /** A model that is open, with its meter. Closing it closes all. */
    record Open(TextModel model, Optional<MeteredModel> meter) implements AutoCloseable {
        @Override
        public void close() {
            model.close();
        }
    }

    /** Whether a model is named. */
    boolean isNamed() {
        return checkpoint != null || !urls.isEmpty() || record != null;
    }

    /** How many threads may ask the model at a time. */
    int workers() {
        // A checkpoint works on what has gathered while it was busy.
        return checkpoint == null ? concurrency : TOGETHER;
    }

    /** Of the model's tokens; a checkpoint's cost nothing. */
    Price price() {
        if (prices == null) {
            if (budget != null) {
                throw new LabException("--budget: expected --prices with it, found none");
            }
            return Price.FREE;
        }
        return checkpoint == null ? PriceTable.read(prices).price(name()) : Price.FREE;
    }

    /** Opens the model; {@code promptHash} becomes part of the record's keys. */
    Open open(String promptHash) {
        boolean replaying = mode == RecordingMode.REPLAY;
        check(replaying);
        if (replaying) {
            RecordedModel replayed = RecordedModel.replaying(recordedName(), record);
            return new Open(replayed.forPrompt(promptHash), Optional.empty());
        }
        OptionalDouble limit = budget == null ? OptionalDouble.empty() : OptionalDouble.of(budget);
        Price price = price();
        MeteredModel meter = MeteredModel.over(bare(), price, limit);
        TextModel whole =
                record == null ? meter : RecordedModel.over(meter, record, mode).forPrompt(promptHash);
        return new Open(whole, Optional.of(meter));
    }

    private void check(boolean replaying) {
        if (checkpoint != null && !urls.isEmpty()) {
            throw new LabException("model: expected either --checkpoint or --url, found both");
        }
        if (checkpoint == null && urls.isEmpty() && !replaying) {
            throw new LabException("model: expected either --checkpoint or --url, found neither");
        }
        if (replaying && record == null) {
            throw new LabException("--record-mode REPLAY: expected --record with it, found none");
        }
    }

    private TextModel bare() {
        if (checkpoint == null) {
            return EndpointModel.open(endpoint());
        }
        LocalModel.Settings standard = LocalModel.Settings.DEFAULT;
        LocalModel.Settings settings =
                new LocalModel.Settings(standard.precision(), standard.slots(), Optional.ofNullable(template));
        return new BatchingModel(LocalModel.open(checkpoint, settings), TOGETHER);
    }

    private EndpointSettings endpoint() {
        RequestLimits limits = RequestLimits.STANDARD
                .withConcurrency(concurrency)
                .withRates(requestsPerMinute, tokensPerMinute)
                .withTimeout(Duration.ofMillis(Math.max(1, (long) (timeout * 1000))));
        Dialect base = plain ? Dialect.COMPLETIONS : Dialect.CHAT;
        EndpointSettings settings = EndpointSettings.chat(urls.get(0), name())
                .withBaseUrls(urls)
                .with(new Dialect(base.api(), tokenField, !apart))
                .with(limits);
        return keyVariable == null ? settings : settings.withKeyVariable(keyVariable);
    }

    private String name() {
        if (model == null) {
            throw new LabException("--model: expected the model's name at the endpoint, found none");
        }
        return model;
    }

    private String recordedName() {
        if (checkpoint != null) {
            return checkpoint.toAbsolutePath().normalize().getFileName().toString();
        }
        return plain ? name() + " (plain)" : name();
    }
}
