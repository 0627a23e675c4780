package org.lemmalab.llm.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.Completion;
import org.lemmalab.llm.CompletionRequest;
import org.lemmalab.llm.Reply;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TinyCheckpoint;
import org.lemmalab.llm.TokenLogProbability;
import org.lemmalab.llm.endpoint.Api;
import org.lemmalab.llm.endpoint.Dialect;
import org.lemmalab.llm.endpoint.EndpointModel;
import org.lemmalab.llm.endpoint.EndpointSettings;
import org.lemmalab.transformer.LocalModel;

/** A tiny checkpoint, served; what comes through the server is what the model says in this process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServedModelTest {
    private static final String PROMPT = "Ann has 12 pears.";

    private final HttpClient client = HttpClient.newHttpClient();
    private LocalModel local;
    private ModelServer server;

    @BeforeAll
    void open(@TempDir Path parent) {
        local = LocalModel.open(TinyCheckpoint.write(parent, 60));
        server = ModelServer.start(local, ServerSettings.onPort(0));
    }

    @AfterAll
    void close() {
        server.close();
        local.close();
    }

    @ParameterizedTest
    @EnumSource(Api.class)
    void textThroughTheServerIsTextInThisProcess(Api api) {
        List<CompletionRequest> requests = new ArrayList<>();
        for (int seed = 0; seed < 12; seed++) {
            SamplingSettings settings = SamplingSettings.sampling(0.9, 6 + seed, seed)
                    .withTopP(0.95)
                    .withTopK(seed % 3 == 0 ? 40 : 0)
                    .withStop("pe", "\n")
                    .withSamples(1 + seed % 3);
            requests.add(new CompletionRequest(
                    PROMPT + " She gives " + seed, seed % 2 == 0 ? settings.withLogProbabilities() : settings));
        }
        requests.add(new CompletionRequest(PROMPT, SamplingSettings.greedy(20)));
        try (EndpointModel served = served(api)) {
            List<Reply> here = local.complete(requests);
            List<Reply> there = served.complete(requests);
            for (int i = 0; i < requests.size(); i++) {
                assertSame((Reply.Completed) here.get(i), assertInstanceOf(Reply.Completed.class, there.get(i)));
            }
        }
    }

    @Test
    void aScoreThroughTheServerIsTheScoreInThisProcess() {
        List<ScoreRequest> requests = List.of(
                new ScoreRequest(PROMPT, " She gives 3 pears to Ben."),
                new ScoreRequest(PROMPT + " She g", "ives 3 pears"),
                new ScoreRequest("ünïcode 🍐 ", "½ of the 🍐🍐 are Ann’s"),
                new ScoreRequest("", "How many pears has Ann?"));
        try (EndpointModel served = served(Api.COMPLETIONS)) {
            List<Score> here = local.score(requests);
            List<Score> there = served.score(requests);
            for (int i = 0; i < requests.size(); i++) {
                assertEquals(here.get(i).tokensRead(), there.get(i).tokensRead());
                assertSame(here.get(i).tokens(), there.get(i).tokens());
                assertEquals(here.get(i).logProbability(), there.get(i).logProbability(), 1e-3);
            }
        }
    }

    @Test
    void otherClientsScoreWholePromptsByEcho() throws Exception {
        JsonNode answer = Json.parse(
                post("/completions", "{\"prompt\":\"" + PROMPT + "\",\"echo\":true,\"logprobs\":1,\"max_tokens\":0}")
                        .body());
        Score expected = local.score(List.of(new ScoreRequest("", PROMPT))).get(0);
        JsonNode values = answer.at("/choices/0/logprobs/token_logprobs");
        assertEquals(expected.tokens().size(), values.size());
        assertEquals(expected.tokens().get(2).logProbability(), values.get(2).doubleValue(), 1e-4);
        assertEquals(PROMPT, answer.at("/choices/0/text").textValue());
        assertEquals(expected.tokensRead(), answer.at("/usage/prompt_tokens").intValue());
    }

    @Test
    void aTextThatDoesNotFitHasNoScore() {
        try (EndpointModel served = served(Api.COMPLETIONS)) {
            List<ScoreRequest> requests =
                    List.of(new ScoreRequest(PROMPT, " Ann"), new ScoreRequest(PROMPT, "pears ".repeat(100)));
            LabException failure = assertThrows(LabException.class, () -> served.score(requests));
            assertTrue(failure.getMessage().contains("score request 2 of 2"), failure.getMessage());
            assertEquals(1, served.score(requests.subList(0, 1)).size());
        }
    }

    @Test
    void anotherSeedGivesAnotherText() {
        try (EndpointModel served = served(Api.COMPLETIONS)) {
            SamplingSettings settings = SamplingSettings.sampling(1, 20, 1);
            assertNotEquals(
                    served.complete(PROMPT, settings).text(),
                    served.complete(PROMPT, settings.withSeed(2)).text());
        }
    }

    @Test
    void aPromptThatDoesNotFitIsAFailureWithTheModelsOwnReason() {
        String longPrompt = "pears ".repeat(100);
        Reply.Failed here =
                assertInstanceOf(Reply.Failed.class, local.complete(longPrompt, SamplingSettings.greedy(5)));
        try (EndpointModel served = served(Api.COMPLETIONS)) {
            Reply.Failed there =
                    assertInstanceOf(Reply.Failed.class, served.complete(longPrompt, SamplingSettings.greedy(5)));
            assertTrue(there.reason().contains("status 400"), there.reason());
            assertTrue(there.reason().contains(here.reason().substring(0, 20)), there.reason());
        }
    }

    @Test
    void aStreamCarriesTheSameTextAndTheUsage() throws Exception {
        String whole = local.complete(PROMPT, SamplingSettings.greedy(12)).text();
        HttpResponse<String> response = post(
                "/chat/completions",
                "{\"messages\":[{\"role\":\"user\",\"content\":\"" + PROMPT
                        + "\"}],\"temperature\":0,\"max_tokens\":12,\"stream\":true,\"stream_options\":{\"include_usage\":true}}");
        assertEquals(
                "text/event-stream; charset=utf-8",
                response.headers().firstValue("Content-Type").orElseThrow());
        List<String> events = response.body()
                .lines()
                .filter(line -> line.startsWith("data: "))
                .map(line -> line.substring(6))
                .toList();
        assertEquals("[DONE]", events.get(events.size() - 1));
        StringBuilder text = new StringBuilder();
        for (String event : events.subList(0, events.size() - 1)) {
            text.append(Json.parse(event).at("/choices/0/delta/content").asText(""));
        }
        assertEquals(whole, text.toString());
        assertEquals(
                12,
                Json.parse(events.get(events.size() - 2))
                        .at("/usage/completion_tokens")
                        .asInt());
    }

    @Test
    void aStreamHasAnEventForEachTokenOfEachChoice() throws Exception {
        SamplingSettings settings = SamplingSettings.sampling(0.9, 12, 3).withSamples(2);
        List<Completion> whole = local.complete(PROMPT, settings).completions();
        String[] texts = {"", ""};
        String[] finished = {"", ""};
        int events = 0;
        for (String line : post(
                        "/completions",
                        "{\"prompt\":\"" + PROMPT
                                + "\",\"temperature\":0.9,\"max_tokens\":12,\"seed\":3,\"n\":2,\"stream\":true}")
                .body()
                .lines()
                .filter(line -> line.startsWith("data: {"))
                .toList()) {
            JsonNode choice = Json.parse(line.substring(6)).at("/choices/0");
            int index = choice.get("index").intValue();
            assertEquals("", finished[index], "nothing comes after a choice's end");
            texts[index] += choice.get("text").textValue();
            finished[index] = choice.get("finish_reason").asText("");
            events++;
        }
        assertEquals(whole.get(0).text(), texts[0]);
        assertEquals(whole.get(1).text(), texts[1]);
        assertTrue(events > 12, events + " events");
    }

    @Test
    void severalPromptsAndTheListOfModels() throws Exception {
        JsonNode answer = Json.parse(
                post("/completions", "{\"prompt\":[\"Ann\",\"Ben\"],\"n\":2,\"max_tokens\":3,\"model\":\"tiny\"}")
                        .body());
        assertEquals(4, answer.get("choices").size());
        assertEquals(3, answer.at("/choices/3/index").asInt());
        HttpResponse<String> models = client.send(
                HttpRequest.newBuilder(URI.create(server.baseUrl() + "/models")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals("tiny", Json.parse(models.body()).at("/data/0/id").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /completions      | {"prompt":"a"                       | 400 | expected a JSON object
                    /completions      | []                                  | 400 | expected a JSON object
                    /completions      | {}                                  | 400 | prompt: expected
                    /completions      | {"prompt":"a","model":"gpt"}        | 404 | model: expected 'tiny'
                    /completions      | {"prompt":"a","temperature":-1}     | 400 | temperature
                    /completions      | {"prompt":"a","temperature":"hot"}  | 400 | temperature: expected a number
                    /completions      | {"prompt":"a","n":100000}           | 400 | n: expected
                    /completions      | {"prompt":"a","n":0}                | 400 | n: expected
                    /completions      | {"prompt":"a","stop":[""]}          | 400 | stop
                    /completions      | {"prompt":"a","logit_bias":{"5":1}} | 400 | logit_bias
                    /completions      | {"prompt":"a","echo":true}          | 400 | echo: expected a plain completion
                    /completions      | {"prompt":"a","stream":1}           | 400 | stream: expected true or false
                    /completions      | {"prompt":"a","max_tokens":1.5}     | 400 | max_tokens: expected an integer
                    /chat/completions | {"messages":[]}                     | 400 | messages: expected
                    /chat/completions | {"messages":[{"role":"user"}]}      | 400 | messages: expected a text
                    /embeddings       | {"input":"a"}                       | 404 | expected a path
                    """)
    void badRequestsHaveOpenAisErrorObject(String path, String body, int status, String message) throws Exception {
        HttpResponse<String> response = post(path, body);
        assertEquals(status, response.statusCode());
        JsonNode error = Json.parse(response.body()).get("error");
        assertTrue(error.get("message").asText().contains(message), response.body());
        assertEquals("invalid_request_error", error.get("type").asText());
    }

    @Test
    void onlyJsonFromThisMachineIsTaken() throws Exception {
        HttpRequest text = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/completions"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"a\"}"))
                .build();
        assertEquals(
                415, client.send(text, HttpResponse.BodyHandlers.ofString()).statusCode());
        try (java.net.Socket socket =
                new java.net.Socket("127.0.0.1", URI.create(server.baseUrl()).getPort())) {
            socket.getOutputStream()
                    .write("GET /v1/models HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes());
            String answer = new String(socket.getInputStream().readAllBytes());
            assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            LabException e = assertThrows(
                    LabException.class, () -> ModelServer.start(local, ServerSettings.onPort(taken.getLocalPort())));
            assertTrue(e.getMessage().contains("port " + taken.getLocalPort()), e.getMessage());
        }
    }

    /** Log-probabilities may differ in their last digits with what was computed beside them. */
    private static void assertSame(Reply.Completed here, Reply.Completed there) {
        assertEquals(here.promptTokens(), there.promptTokens());
        for (int i = 0; i < here.completions().size(); i++) {
            Completion one = here.completions().get(i);
            Completion other = there.completions().get(i);
            assertEquals(one.text(), other.text());
            assertEquals(one.tokens(), other.tokens());
            assertEquals(one.finish(), other.finish());
            assertSame(one.logProbabilities(), other.logProbabilities());
        }
        assertEquals(here.completions().size(), there.completions().size());
    }

    private static void assertSame(List<TokenLogProbability> here, List<TokenLogProbability> there) {
        assertEquals(here.size(), there.size());
        for (int i = 0; i < here.size(); i++) {
            assertEquals(here.get(i).token(), there.get(i).token());
            assertEquals(here.get(i).logProbability(), there.get(i).logProbability(), 1e-4);
        }
    }

    private EndpointModel served(Api api) {
        return EndpointModel.open(EndpointSettings.chat(server.baseUrl(), "tiny")
                .with(api == Api.CHAT ? Dialect.CHAT : Dialect.COMPLETIONS));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
