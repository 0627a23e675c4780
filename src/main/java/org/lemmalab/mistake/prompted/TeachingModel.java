package org.lemmalab.mistake.prompted;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Seeds;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.TextModel;
import org.lemmalab.llm.meter.Price;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.pipeline.Result;
import org.lemmalab.pipeline.Usage;

/**
 * A model that is asked by prompt file and answers in JSON. Safe for several threads where the model is.
 *
 * <p>A reply that cannot be used is a refusal. What the model itself throws goes through: its key is refused, its budget is spent, the
 * work is interrupted; asking on makes no sense then.
 *
 * @param model who is asked; stays the caller's to close
 * @param price of its tokens
 * @param settings how it is asked
 */
public record TeachingModel(TextModel model, Price price, PromptedSettings settings) {
    /** With this begins the reason of a refusal where there was no reply at all. */
    public static final String NO_REPLY = "no reply: ";

    private static final long MOST_SEED = 0x7FFFFFFFL;

    /** Checks that nothing is missing. */
    public TeachingModel {
        if (model == null || price == null || settings == null) {
            throw new LabException("teacher: expected a model, its price and settings, found one missing");
        }
    }

    /**
     * One prompt to be asked.
     *
     * @param template the prompt file
     * @param values for its places
     * @param question in whose language the reply is expected
     * @param seed decides the draws
     */
    public record Asked(PromptTemplate template, Map<String, String> values, String question, long seed) {}

    /**
     * @param asked the prompt
     * @param reader makes of a reply's fields what is hoped for; a {@link LabException} from it is the reason of the refusal
     * @param <T> what is hoped for
     * @return it, or why there is none
     */
    public <T> Result<T> ask(Asked asked, Function<ReplyFields, T> reader) {
        return ask(asked, settings.temperature(), 1, reader).get(0);
    }

    /**
     * @param asked the prompt
     * @param temperature of the draws
     * @param samples how many replies
     * @param reader makes of a reply's fields what is hoped for
     * @param <T> what is hoped for
     * @return an outcome for each reply, in order; one alone where there was no reply at all
     */
    public <T> List<Result<T>> ask(Asked asked, double temperature, int samples, Function<ReplyFields, T> reader) {
        SamplingSettings draw = SamplingSettings.sampling(temperature, settings.maxNewTokens(), seed(asked))
                .withSamples(samples);
        Reply reply = model.complete(asked.template().fill(asked.values()), draw);
        if (reply instanceof Reply.Failed failed) {
            return List.of(Result.failure(NO_REPLY + failed.reason()));
        }
        Reply.Completed completed = (Reply.Completed) reply;
        ReplyReader<T> outcome = new ReplyReader<>(asked.question(), reader);
        return completed.completions().stream()
                .map(completion -> outcome.read(completion, usage(completed, completion)))
                .toList();
    }

    /** The prompt's tokens are paid once for all completions: the first carries them. */
    private Usage usage(Reply.Completed reply, Completion completion) {
        int prompt = completion == reply.completions().get(0) ? reply.promptTokens() : 0;
        return price.usage(new Reply.Completed(prompt, List.of(completion), reply.replayed()));
    }

    /** Another one for each prompt file and each call; servers take 31 bits. */
    private long seed(Asked asked) {
        return Seeds.derive(settings.seed(), asked.template().name(), asked.seed()) & MOST_SEED;
    }
}
