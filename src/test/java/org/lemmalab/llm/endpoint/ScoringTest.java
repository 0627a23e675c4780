package org.lemmalab.llm.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lemmalab.llm.Score;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.UnusableModelException;

/** Scores of servers that cut prefix and continuation together, and servers that have none. */
class ScoringTest {
    private static final ScoreRequest REQUEST = new ScoreRequest("6 × 7 =", " 42.");

    private static String answer(String tokens, String values) {
        return "{\"choices\":[{\"index\":0,\"text\":\"6 × 7 = 42.\",\"logprobs\":{\"tokens\":" + tokens
                + ",\"token_logprobs\":" + values + "}}],\"usage\":{\"prompt_tokens\":8}}";
    }

    private static Score score(String answer) {
        Outcome<Score> outcome = ScoreReader.read(answer, REQUEST);
        return outcome instanceof Outcome.Done<Score> done ? done.value() : fail(outcome.toString());
    }

    @Test
    void theContinuationsTokensAreTakenFromTheEcho() {
        String answer = answer("[\"6\",\" ×\",\" 7\",\" =\",\" 42\",\".\"]", "[null,-1,-2,-3,-0.5,-0.25]");
        Score score = score(answer);
        assertEquals(-0.75, score.logProbability());
        assertEquals(8, score.tokensRead());
        assertEquals(" 42", score.tokens().get(0).token());
    }

    @Test
    void aStartTokenThatIsShownAndATokenThatWasWrittenDoNotCount() {
        String answer = answer(
                "[\"<s>\",\"6\",\" ×\",\" 7\",\" =\",\" 42\",\".\",\" So\"]", "[null,-9,-1,-2,-3,-0.5,-0.25,-7]");
        Score score = score(answer);
        assertEquals(-0.75, score.logProbability());
    }

    @Test
    void aTokenAcrossTheBorderRefusesTheRequest() {
        String answer = answer("[\"6\",\" ×\",\" 7\",\" = 4\",\"2\",\".\"]", "[null,-1,-2,-3,-0.5,-0.25]");
        Outcome.Refused<?> refused = assertInstanceOf(Outcome.Refused.class, ScoreReader.read(answer, REQUEST));
        assertTrue(refused.reason().contains("across the border"), refused.reason());
    }

    @Test
    void halfAnAnswerIsAskedForAgain() {
        assertInstanceOf(Outcome.Again.class, ScoreReader.read("{\"choices\":[{", REQUEST));
        assertInstanceOf(Outcome.Again.class, ScoreReader.read("{\"choices\":[]}", REQUEST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"choices\":[{\"index\":0,\"text\":\" and so on\",\"logprobs\":null}]} | with log-probabilities (echo)",
                "200 | {\"choices\":[{\"text\":\"x\",\"logprobs\":{\"tokens\":[\"x\"],\"token_logprobs\":[-1]}}]} | (echo)",
                "400 | {\"error\":{\"message\":\"Only no echo is supported\"}} | Only no echo is supported"
            })
    void aServerThatDoesNotScoreIsFoundOutOnce(int status, String answer, String reason) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
        try (EndpointModel model =
                EndpointModel.open(EndpointSettings.chat(url, "silent").with(Dialect.COMPLETIONS))) {
            for (int i = 0; i < 3; i++) {
                UnusableModelException e =
                        assertThrows(UnusableModelException.class, () -> model.score(List.of(REQUEST)));
                assertTrue(e.getMessage().contains("silent: this server does not score texts"), e.getMessage());
                assertTrue(e.getMessage().contains(reason), e.getMessage());
            }
            assertEquals(1, asked.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void chatHasNoScores() {
        try (EndpointModel model = EndpointModel.open(EndpointSettings.chat("http://127.0.0.1:1/v1", "chatty"))) {
            UnusableModelException e = assertThrows(UnusableModelException.class, () -> model.score(List.of(REQUEST)));
            assertTrue(e.getMessage().contains("plain completions"), e.getMessage());
        }
    }
}
