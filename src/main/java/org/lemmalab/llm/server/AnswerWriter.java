package org.lemmalab.llm.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.lemmalab.io.Json;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.FinishReason;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TokenLogProbability;

/**
 * Writes answers of OpenAI's interface. Two fields go beyond it: a choice's {@code token_count}, and {@code stop_reason}, the stop
 * text where there is one to name, all of them where there are several (after vLLM).
 */
final class AnswerWriter {
    /** JSON has no infinity; OpenAI's own servers write this for a probability of 0. */
    private static final double LEAST = -9999;

    private final String model;
    private final String id;
    private final long created;
    private final ServedRequest request;

    AnswerWriter(String model, String id, long created, ServedRequest request) {
        this.model = model;
        this.id = id;
        this.created = created;
        this.request = request;
    }

    /** The answer as a whole. */
    ObjectNode whole(List<Reply.Completed> replies) {
        ObjectNode json = head(request.chat() ? "chat.completion" : "text_completion");
        ArrayNode choices = json.putArray("choices");
        int index = 0;
        for (int i = 0; i < replies.size(); i++) {
            for (Completion completion : replies.get(i).completions()) {
                ObjectNode choice = choices.addObject().put("index", index++);
                if (request.chat()) {
                    choice.putObject("message").put("role", "assistant").put("content", completion.text());
                } else {
                    choice.put("text", completion.text());
                }
                finish(choice, completion, request.requests().get(i));
            }
        }
        json.set("usage", usage(replies));
        return json;
    }

    /**
     * Texts that were read only, with their scores. What a prefix was cut into is not told: it stands there as one token without a
     * log-probability.
     */
    ObjectNode scored(List<Score> scores) {
        ObjectNode json = head("text_completion");
        ArrayNode choices = json.putArray("choices");
        for (int i = 0; i < scores.size(); i++) {
            ScoreRequest text = request.texts().get(i);
            ObjectNode choice = choices.addObject().put("index", i).put("text", text.prefix() + text.continuation());
            plainLogProbabilities(
                    choice.putObject("logprobs"), text.prefix(), scores.get(i).tokens());
            choice.put("finish_reason", "length");
        }
        int read = scores.stream().mapToInt(Score::tokensRead).sum();
        json.set("usage", usage(read, 0));
        return json;
    }

    /** An event of a stream: more of a choice's text; the first of a choice says who speaks. */
    ObjectNode more(int index, String text, boolean first) {
        ObjectNode chunk = chunk();
        ObjectNode choice = choice(chunk, index);
        if (!request.chat()) {
            choice.put("text", text);
            return chunk;
        }
        ObjectNode delta = choice.putObject("delta");
        if (first) {
            delta.put("role", "assistant");
        }
        delta.put("content", text);
        return chunk;
    }

    /** An event of a stream: a choice's end. */
    ObjectNode end(int index, Completion completion) {
        ObjectNode chunk = chunk();
        ObjectNode choice = choice(chunk, index);
        if (!request.chat()) {
            choice.put("text", "");
        }
        finish(choice, completion, request.requests().get(index / samples()));
        return chunk;
    }

    /** The last event of a stream, where asked for. */
    ObjectNode usageEvent(List<Reply.Completed> replies) {
        ObjectNode last = chunk();
        last.putArray("choices");
        last.set("usage", usage(replies));
        return last;
    }

    /** Choices of each prompt. */
    int samples() {
        return request.requests().get(0).settings().samples();
    }

    private ObjectNode chunk() {
        return head(request.chat() ? "chat.completion.chunk" : "text_completion");
    }

    private ObjectNode choice(ObjectNode chunk, int index) {
        ObjectNode choice = chunk.putArray("choices").addObject().put("index", index);
        if (request.chat()) {
            choice.putObject("delta");
        }
        return choice.putNull("finish_reason");
    }

    private ObjectNode head(String object) {
        return Json.mapper()
                .createObjectNode()
                .put("id", id)
                .put("object", object)
                .put("created", created)
                .put("model", model);
    }

    private void finish(ObjectNode choice, Completion completion, CompletionRequest asked) {
        choice.put("finish_reason", completion.finish() == FinishReason.LENGTH ? "length" : "stop");
        List<String> stop = asked.settings().stop();
        if (completion.finish() != FinishReason.STOP) {
            choice.putNull("stop_reason");
        } else if (stop.size() == 1) {
            choice.put("stop_reason", stop.get(0));
        } else {
            choice.set("stop_reason", Json.mapper().valueToTree(stop));
        }
        choice.put("token_count", completion.tokens());
        if (!asked.settings().logProbabilities()) {
            choice.putNull("logprobs");
        } else if (request.chat()) {
            chatLogProbabilities(choice.putObject("logprobs").putArray("content"), completion.logProbabilities());
        } else {
            plainLogProbabilities(choice.putObject("logprobs"), "", completion.logProbabilities());
        }
    }

    private static void chatLogProbabilities(ArrayNode content, List<TokenLogProbability> tokens) {
        for (TokenLogProbability token : tokens) {
            ObjectNode entry = content.addObject().put("token", token.token()).put("logprob", finite(token));
            entry.putNull("bytes").putArray("top_logprobs");
        }
    }

    private static void plainLogProbabilities(ObjectNode json, String prefix, List<TokenLogProbability> tokens) {
        ArrayNode texts = json.putArray("tokens");
        ArrayNode values = json.putArray("token_logprobs");
        ArrayNode offsets = json.putArray("text_offset");
        if (!prefix.isEmpty()) {
            texts.add(prefix);
            values.addNull();
            offsets.add(0);
        }
        int offset = characters(prefix);
        for (TokenLogProbability token : tokens) {
            texts.add(token.token());
            values.add(finite(token));
            offsets.add(offset);
            offset += characters(token.token());
        }
        json.putNull("top_logprobs");
    }

    /** Unicode code points, as the interface counts. */
    private static int characters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static double finite(TokenLogProbability token) {
        return Math.max(LEAST, token.logProbability());
    }

    private static ObjectNode usage(List<Reply.Completed> replies) {
        return usage(
                replies.stream().mapToInt(Reply.Completed::promptTokens).sum(),
                replies.stream().mapToLong(Reply.Completed::completionTokens).sum());
    }

    private static ObjectNode usage(int prompt, long completion) {
        return Json.mapper()
                .createObjectNode()
                .put("prompt_tokens", prompt)
                .put("completion_tokens", completion)
                .put("total_tokens", prompt + completion);
    }
}
