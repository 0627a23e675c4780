package org.lemmalab.transformer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.ReplyListener;

/** One call of a local model: its requests on their way to replies. */
final class LocalCompletions {
    private final LocalModel model;
    private final List<CompletionRequest> requests;
    private final Optional<ReplyListener> listener;
    private final Reply[] replies;
    private final List<Pending> pending = new ArrayList<>();

    /** A request that the model can take. */
    private final class Pending {
        private final int number;
        private final GenerationPrompt prompt;
        private final List<GrowingText> texts;
        private final Completion[] completions;
        private int missing;

        private Pending(int number, int[] tokens) {
            CompletionRequest request = requests.get(number);
            int samples = request.settings().samples();
            StopTexts stops = new StopTexts(request.settings().stop(), model.tokenizer());
            this.number = number;
            this.prompt = new GenerationPrompt(
                    tokens,
                    request.settings(),
                    (sample, generated, count) ->
                            stops.stops(sample, generated, count) || !wanted(sample, generated, count));
            this.texts = IntStream.range(0, samples)
                    .mapToObj(sample -> new GrowingText(
                            model.tokenizer(), request.settings().stop()))
                    .toList();
            this.completions = new Completion[samples];
            this.missing = samples;
        }

        private boolean wanted(int sample, int[] generated, int count) {
            return listener.map(told -> told.onText(
                            number,
                            sample,
                            told.hearsText(number) ? texts.get(sample).add(generated, count) : ""))
                    .orElse(true);
        }

        private void take(Generated row) {
            Completion completion = model.completion(row, prompt.settings());
            completions[row.sample()] = completion;
            missing--;
            if (missing == 0) {
                settle(number, new Reply.Completed(prompt.tokens().length, Arrays.asList(completions)));
            }
        }
    }

    LocalCompletions(LocalModel model, List<CompletionRequest> requests) {
        this(model, requests, Optional.empty());
    }

    LocalCompletions(LocalModel model, List<CompletionRequest> requests, ReplyListener listener) {
        this(model, requests, Optional.of(listener));
    }

    private LocalCompletions(LocalModel model, List<CompletionRequest> requests, Optional<ReplyListener> listener) {
        this.model = model;
        this.requests = requests;
        this.listener = listener;
        this.replies = new Reply[requests.size()];
    }

    List<Reply> run(int slots, ProgressListener progress) {
        for (int i = 0; i < replies.length; i++) {
            try {
                pending.add(new Pending(i, model.promptTokens(requests.get(i))));
            } catch (LabException e) {
                settle(i, new Reply.Failed(e.getMessage()));
            }
        }
        new Generator(model.decoder(), slots)
                .generate(
                        pending.stream().map(each -> each.prompt).toList(),
                        row -> pending.get(row.prompt()).take(row),
                        progress);
        return List.of(replies);
    }

    private void settle(int number, Reply reply) {
        replies[number] = reply;
        listener.ifPresent(told -> told.onReply(number, reply));
    }
}
