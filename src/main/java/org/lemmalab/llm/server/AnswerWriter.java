package org.lemmalab.llm.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.lemmalab.io.Json;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.FinishReason;
import org.lemmalab.llm.Reply;
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

    /** The answer as events: for each choice its text, then its end; then the usage, where asked for. */
    List<ObjectNode> events(List<Reply.Completed> replies) {
        List<ObjectNode> events = new ArrayList<>();
        int index = 0;
        for (int i = 0; i < replies.size(); i++) {
            for (Completion completion : replies.get(i).completions()) {
                ObjectNode text = chunk();
                text(choice(text, index), completion.text());
                events.add(text);
                ObjectNode end = chunk();
                ObjectNode choice = choice(end, index++);
                if (!request.chat()) {
                    choice.put("text", "");
                }
                finish(choice, completion, request.requests().get(i));
                events.add(end);
            }
        }
        if (request.usageInStream()) {
            ObjectNode last = chunk();
            last.putArray("choices");
            last.set("usage", usage(replies));
            events.add(last);
        }
        return events;
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

    private void text(ObjectNode choice, String text) {
        if (request.chat()) {
            choice.putObject("delta").put("role", "assistant").put("content", text);
        } else {
            choice.put("text", text);
        }
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
            plainLogProbabilities(choice.putObject("logprobs"), completion.logProbabilities());
        }
    }

    private static void chatLogProbabilities(ArrayNode content, List<TokenLogProbability> tokens) {
        for (TokenLogProbability token : tokens) {
            ObjectNode entry = content.addObject().put("token", token.token()).put("logprob", finite(token));
            entry.putNull("bytes").putArray("top_logprobs");
        }
    }

    private static void plainLogProbabilities(ObjectNode json, List<TokenLogProbability> tokens) {
        ArrayNode texts = json.putArray("tokens");
        ArrayNode values = json.putArray("token_logprobs");
        ArrayNode offsets = json.putArray("text_offset");
        int offset = 0;
        for (TokenLogProbability token : tokens) {
            texts.add(token.token());
            values.add(finite(token));
            offsets.add(offset);
            offset += token.token().length();
        }
        json.putNull("top_logprobs");
    }

    private static double finite(TokenLogProbability token) {
        return Math.max(LEAST, token.logProbability());
    }

    private static ObjectNode usage(List<Reply.Completed> replies) {
        int prompt = replies.stream().mapToInt(Reply.Completed::promptTokens).sum();
        int completion = replies.stream()
                .flatMap(reply -> reply.completions().stream())
                .mapToInt(Completion::tokens)
                .sum();
        return Json.mapper()
                .createObjectNode()
                .put("prompt_tokens", prompt)
                .put("completion_tokens", completion)
                .put("total_tokens", prompt + completion);
    }
}
