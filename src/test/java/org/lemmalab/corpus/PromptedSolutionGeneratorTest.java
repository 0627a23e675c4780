package org.lemmalab.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lemmalab.llm.ScriptedServer;
import org.lemmalab.llm.endpoint.EndpointModel;
import org.lemmalab.llm.endpoint.EndpointSettings;
import org.lemmalab.llm.endpoint.Fault;
import org.lemmalab.llm.endpoint.FaultyServer;
import org.lemmalab.llm.meter.Price;
import org.lemmalab.mistake.prompted.PromptedSettings;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;

/** A prompted author asks over real HTTP. */
class PromptedSolutionGeneratorTest {
    private static final Problem PROBLEM = new Problem(
            "p1",
            "Ana has 4 bags of 6 nuts and eats 5 nuts. How many nuts are left?",
            "She has 4*6=<<4*6=24>>24 nuts.\n24-5=<<24-5=19>>19 nuts are left.",
            "19");

    private static <T> T with(ScriptedServer server, Function<PromptedSolutionGenerator, T> use) {
        try (server;
                EndpointModel model = server.open()) {
            return use.apply(PromptedSolutionGenerator.over(model, Price.FREE, PromptedSettings.STANDARD));
        }
    }

    private static <T> void check(Result<T> outcome, String reason) {
        assertEquals(Optional.of(reason).filter(text -> !text.isEmpty()), outcome.failure());
    }

    @Test
    void aSolutionComesThroughRightOrWrongAndTheGoldSolutionIsNotShown() throws IOException {
        ScriptedServer server =
                ScriptedServer.saying("{\"steps\": [\"4*6=24\", \"24+5=29, so 29 are left.\"], \"answer\": \"29\"}");
        Solution solution =
                with(server, author -> author.solve(PROBLEM, 1)).asOptional().orElseThrow();
        assertEquals(Optional.of("29"), solution.answer());
        assertEquals(2, solution.steps().size());
        assertFalse(server.requests().get(0).prompt().contains("19"));
        check(
                with(
                        ScriptedServer.saying("{\"steps\": [\"4*6=24\", \"24-5=19\"], \"answer\": \"20\"}"),
                        author -> author.solve(PROBLEM, 1)),
                "the last step does not come to the answer");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    How many nuts does Ana keep if she eats 5 out of her 4 bags, each of which holds 6 nuts? | ``
                    How many nuts does Ana keep if she eats 5 out of her 4 bags, each of which holds 7 nuts? | the rewording has other numbers than the question
                    How many nuts does Ana keep if she eats 5 of them?                                       | the rewording has other numbers than the question
                    ana has 4 bags of 6  nuts and eats 5 nuts. How many nuts are left?                       | the rewording is the question itself
                    …                                                                                        | field 'question' is missing
                    Wie viele Nüsse hat sie, und wie viele sind es, wenn sie 5 isst und jede von den 4 Tüten 6 hat? | the reply is in another language than the question
                    """)
    void rewordingsKeepTheNumbers(String question, String reason) throws IOException {
        Result<Problem> outcome = with(
                ScriptedServer.saying("{\"question\": \"" + question + "\"}"), author -> author.rephrase(PROBLEM, 1));
        check(outcome, reason);
        outcome.asOptional().ifPresent(problem -> {
            assertEquals(question, problem.question());
            assertEquals(PROBLEM.goldSolution(), problem.goldSolution());
            assertEquals("19", problem.goldAnswer());
            assertTrue(problem.id().startsWith("p1/rephrased/"), problem.id());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    Ana has 4 bags of 6 nuts and eats 5 nuts. 19 nuts are left.           | ``
                    Ana has 4 bags of 6 nuts and eats 5 nuts. How many are left? 19 nuts. | the statement asks a question
                    Ana has 4 bags of 6 nuts and eats 5 nuts. The rest is left.           | the statement does not have the answer
                    Ana has 4 bags of nuts and eats 5 nuts. 19 nuts are left.             | the statement leaves out a number of the question
                    """)
    void statementsSayAllAndAskNothing(String statement, String reason) throws IOException {
        check(
                with(
                        ScriptedServer.saying("{\"statement\": \"" + statement + "\"}"),
                        author -> author.statement(PROBLEM, 1)),
                reason);
    }

    @Test
    void aSimilarProblemIsAnotherOneWithASoundSolution() throws IOException {
        String good = "{\"question\": \"Ben has 3 boxes of 8 pens and loses 2 pens. How many pens has he?\","
                + " \"steps\": [\"3*8=24\", \"24-2=22, so 22 pens.\"], \"answer\": \"22\"}";
        Problem similar = with(ScriptedServer.saying(good), author -> author.similar(PROBLEM, 1))
                .asOptional()
                .orElseThrow();
        assertEquals("3*8=24\n24-2=22, so 22 pens.", similar.goldSolution());
        assertNotEquals(PROBLEM.id(), similar.id());
        check(
                with(ScriptedServer.saying(good.replace("3*8=24", "3*8=25")), author -> author.similar(PROBLEM, 1)),
                "the arithmetic of a step does not hold");
        String same = good.replaceFirst("Ben.*\\?", PROBLEM.question().replace("?", "\\\\?"));
        check(
                with(ScriptedServer.saying(same.replace("\\?", "?")), author -> author.similar(PROBLEM, 1)),
                "the new problem is the question itself");
    }

    /** The echo has the examples of the prompts in it. */
    @Test
    void anEchoIsNeverData() throws IOException {
        try (FaultyServer server = new FaultyServer((prompt, number) -> Fault.NONE);
                EndpointModel model = EndpointModel.open(EndpointSettings.chat(server.baseUrl(), "echo"))) {
            PromptedSolutionGenerator author =
                    PromptedSolutionGenerator.over(model, Price.FREE, PromptedSettings.STANDARD);
            List<Result<?>> outcomes = List.of(
                    author.solve(PROBLEM, 1),
                    author.rephrase(PROBLEM, 1),
                    author.statement(PROBLEM, 1),
                    author.similar(PROBLEM, 1));
            for (Result<?> outcome : outcomes) {
                assertInstanceOf(Result.Failure.class, outcome);
            }
            assertEquals(4, author.promptHashes().size());
        }
    }
}
