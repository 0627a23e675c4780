package org.lemmalab.reflection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.ScriptedServer;
import org.lemmalab.llm.TinyCheckpoint;
import org.lemmalab.llm.UnusableModelException;
import org.lemmalab.llm.endpoint.EndpointModel;
import org.lemmalab.llm.endpoint.EndpointSettings;
import org.lemmalab.llm.endpoint.Fault;
import org.lemmalab.llm.endpoint.FaultyServer;
import org.lemmalab.llm.endpoint.RetryPolicy;
import org.lemmalab.llm.meter.Price;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.llm.server.ModelServer;
import org.lemmalab.llm.server.ServerSettings;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.Injection;
import org.lemmalab.mistake.prompted.PromptedSettings;
import org.lemmalab.pipeline.Result;
import org.lemmalab.pipeline.Usage;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;
import org.lemmalab.transformer.LocalModel;

/** A prompted teacher asks over real HTTP; what it makes of good and of unusable replies. */
class PromptedTeacherTest {
    private static final Problem PROBLEM = new Problem(
            "p1",
            "Ana has 4 bags of 6 nuts and eats 5 nuts. How many nuts are left?",
            "She has 4*6=<<4*6=24>>24 nuts.\n24-5=<<24-5=19>>19 nuts are left.",
            "19");
    private static final Solution ATTEMPT =
            StepSplitter.split("She has 4*6=24 nuts.\nThen 24-5=18 nuts are left.\nSo it is 18.\nA: 18");
    private static final ErroneousAttempt ERROR = new ErroneousAttempt(
            ATTEMPT.steps(), 2, ErrorType.CALCULATION, ErrorSource.STUDENT, "24-5 is 19 and not 18.", "18");
    private static final PromptedSettings SETTINGS = PromptedSettings.STANDARD.withSeed(3);
    private static final Correction FIXED = new Correction(
            Strategy.FIX_AND_CONTINUE, List.of("Then 24-5=19 nuts are left.", "So 19 nuts are left."), "19", "");

    private static <T> T with(ScriptedServer server, Function<PromptedTeacher, T> use) {
        try (server;
                EndpointModel model = server.open()) {
            return use.apply(PromptedTeacher.over(model, new Price(1, 2), SETTINGS));
        }
    }

    private static Analysis analysed(String reply) throws IOException {
        return with(ScriptedServer.saying(reply), teacher -> teacher.analyse(PROBLEM, ATTEMPT));
    }

    private static Result<Injection> injected(String reply) throws IOException {
        return with(ScriptedServer.saying(reply), teacher -> teacher.inject(PROBLEM, ErrorType.OPERATOR, 1));
    }

    private static Result<Correction> fixed(String reply) throws IOException {
        return with(ScriptedServer.saying(reply), teacher -> teacher.fix(PROBLEM, ERROR, 1));
    }

    private static Result<Correction> restarted(String reply) throws IOException {
        return with(ScriptedServer.saying(reply), teacher -> teacher.restart(PROBLEM, ERROR, 1));
    }

    private static Result<String> linked(String reply) throws IOException {
        return with(ScriptedServer.saying(reply), teacher -> teacher.link(PROBLEM, ERROR, FIXED, 1));
    }

    /** The CSV has single quotes for JSON's double ones. */
    private static String json(String text) {
        return text.replace('\'', '"');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'explanation': '24-5 is 19.', 'verdict': 'wrong', 'first_wrong_step': 2, 'error_type': 'calculation'}",
                "Sure!\n```json\n{'explanation': '24-5 is 19.', 'verdict': 'wrong', 'first_wrong_step': 2, 'error_type':"
                        + " 'calculation', 'confidence': 0.9}\n```",
                "<think>Is it {'verdict': 'correct'}? No.</think>{'explanation': '24-5 is 19.', 'verdict': 'wrong',"
                        + " 'first_wrong_step': 2, 'error_type': 'calculation'}"
            })
    void anAnalysisComesThrough(String reply) throws IOException {
        assertEquals(new Analysis.Wrong(2, ErrorType.CALCULATION, "24-5 is 19."), analysed(json(reply)));
    }

    /** Words of the explanation do not overturn the verdict. */
    @Test
    void theVerdictCorrectIsRespected() throws IOException {
        Solution right = StepSplitter.split("4*6=24\n24-5=19\nA: 19");
        String reply = "{\"explanation\": \"No step is wrong; a calculation error was looked for in vain.\","
                + " \"verdict\": \"correct\", \"first_wrong_step\": null, \"error_type\": null}";
        Analysis found = with(ScriptedServer.saying(reply), teacher -> teacher.analyse(PROBLEM, right));
        assertInstanceOf(Analysis.Correct.class, found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                             | the reply is empty
                    `I think step 2 is wrong.`                     | the reply is no JSON
                    `{'verdict': 'wrong', 'first_wr`               | the reply is no JSON
                    `<!DOCTYPE html><html><body>{}</body></html>`  | the reply is a web page
                    `[1, 2]`                                       | the reply is no JSON object
                    `{'verdict': 'wrong'}`                         | field 'explanation' is missing
                    `{'explanation': '24-5 is 19.', 'verdict': 'false', 'first_wrong_step': 2, 'error_type': 'calculation'}` | field 'verdict' is neither correct nor wrong
                    `{'explanation': '24-5 is 19.', 'verdict': 'wrong', 'first_wrong_step': 4, 'error_type': 'calculation'}` | the step is outside the attempt
                    `{'explanation': '24-5 is 19.', 'verdict': 'wrong', 'first_wrong_step': 0, 'error_type': 'calculation'}` | the step is outside the attempt
                    `{'explanation': '24-5 is 19.', 'verdict': 'wrong', 'first_wrong_step': '2', 'error_type': 'calculation'}` | field 'first_wrong_step' is no whole number
                    `{'explanation': '24-5 is 19.', 'verdict': 'wrong', 'first_wrong_step': 2, 'error_type': 'Calculation'}` | field 'error_type' is no known type
                    `{'explanation': '24-5 is 19.', 'verdict': 'wrong', 'first_wrong_step': 2, 'error_type': 'correct'}` | field 'error_type' is no known type
                    `{'explanation': '24-5 is 19.', 'verdict': 'wrong', 'first_wrong_step': null, 'error_type': 'calculation'}` | the verdict is wrong, and no step or no type is named
                    `{'explanation': '24-5 is 19.', 'verdict': 'correct', 'first_wrong_step': null, 'error_type': 'calculation'}` | the verdict is correct, and a wrong step or a type is named
                    `{'explanation': 'All is sound.', 'verdict': 'correct', 'first_wrong_step': null, 'error_type': null}` | the verdict is correct, and the attempt's answer is wrong
                    `{'explanation': 'a', 'verdict': 'wrong', 'first_wrong_step': 1, 'error_type': 'counting'} {'explanation': 'b', 'verdict': 'wrong', 'first_wrong_step': 2, 'error_type': 'calculation'}` | the reply gives several answers
                    `{'explanation': 'Der zweite Schritt ist falsch, und es bleiben 19, nicht 18, weil sie das so rechnet, und der Rest ist für die anderen.', 'verdict': 'wrong', 'first_wrong_step': 2, 'error_type': 'calculation'}` | the reply is in another language than the question
                    `{'explanation': '第二步算错了，二十四减五应该是十九，而不是十八。', 'verdict': 'wrong', 'first_wrong_step': 2, 'error_type': 'calculation'}` | the reply is in another language than the question
                    """)
    void anUnusableAnalysisIsNoVerdict(String reply, String reason) throws IOException {
        Analysis.Undecided undecided = assertInstanceOf(Analysis.Undecided.class, analysed(json(reply)));
        assertEquals("No usable reply: " + reason + ".", undecided.explanation());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `{'steps': ['She has 4*6=24 nuts.', '24+5=29 nuts are left.'], 'first_wrong_step': 2, 'answer': '29', 'explanation': 'Eaten nuts come off, 24-5=19.'}` | ``
                    `{'steps': ['1. She has 4*6=24 nuts.', '2. 24+5=29 nuts are left.', '#### 29'], 'first_wrong_step': 2, 'answer': 29, 'explanation': 'Eaten nuts come off, 24-5=19.'}` | ``
                    `{'impossible': 'There is only one way.'}` | the teacher finds no place for this type
                    `{'steps': ['She has 4*6=24 nuts.', '24-5=19 nuts are left.'], 'first_wrong_step': 2, 'answer': '19', 'explanation': 'x y'}` | the final answer is right all the same
                    `{'steps': ['She has 24 nuts.', '24+5=29 nuts are left.'], 'first_wrong_step': 2, 'answer': '29', 'explanation': 'x y'}` | the steps before the error were changed
                    `{'steps': ['She has 4*6=24 nuts.', '24-5=19 nuts are left.', 'So it is 20.'], 'first_wrong_step': 2, 'answer': '20', 'explanation': 'x y'}` | the step declared wrong is the solution's own
                    `{'steps': ['She has 4*6=24 nuts.', '24+5=29 nuts are left.'], 'first_wrong_step': 3, 'answer': '29', 'explanation': 'x y'}` | the step is outside the solution
                    `{'steps': ['She has 4*6=24 nuts.', '24+5=29 nuts are left.'], 'first_wrong_step': 2, 'answer': '29'}` | field 'explanation' is missing
                    `{'steps': ['She has 4*6=24 nuts.', '24+5=29 nuts are left.'], 'first_wrong_step': 2, 'answer': '30', 'explanation': 'x y'}` | the last step does not come to the answer
                    `{'steps': ['She has 4*6=24 nuts.', 'By mistake she adds, 24+5=29.'], 'first_wrong_step': 2, 'answer': '29', 'explanation': 'x y'}` | the wrong solution gives itself away
                    `{'steps': ['She has 4*6=24 nuts.', '24+5=29 nuts are left.'], 'first_wrong_step': 2, 'answer': '29', 'explanation': 'The reference solution subtracts.'}` | the reply speaks of the solution it was given
                    `{'steps': [], 'first_wrong_step': 2, 'answer': '29', 'explanation': 'x y'}` | field 'steps' is no list of steps
                    `{'steps': ['…', '…'], 'first_wrong_step': 2, 'answer': '29', 'explanation': 'x y'}` | field 'steps' has a step without words
                    """)
    void injectionsAreGivenOrRefused(String reply, String reason) throws IOException {
        Result<Injection> outcome = injected(json(reply));
        assertEquals(Optional.of(reason).filter(text -> !text.isEmpty()), outcome.failure());
        outcome.asOptional().ifPresent(injection -> {
            assertEquals(
                    List.of("She has 4*6=24 nuts.", "24+5=29 nuts are left."),
                    injection.solution().steps().stream()
                            .map(step -> step.text())
                            .toList());
            assertEquals(Optional.of("29"), injection.solution().answer());
            assertEquals(2, injection.firstWrongStep());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `{'steps': ['Then 24-5=19 nuts are left.', 'So 19 nuts are left.'], 'answer': '19'}` | ``
                    `{'steps': ['Then 24-5=18 nuts are left.'], 'answer': '18'}` | the final answer is wrong
                    `{'steps': ['Then 24-5=18 nuts are left.', 'So 19 are left.'], 'answer': '19'}` | the arithmetic of a step does not hold
                    `{'steps': ['Then 24-5=19 nuts are left.', 'So 20 are left.'], 'answer': '19'}` | the last step does not come to the answer
                    `{'steps': ['She has 4*6=24 nuts.', '24-5=19 nuts are left.'], 'answer': '19'}` | the correction starts over
                    `{'steps': ['Wait, 24-5=19 nuts are left.'], 'answer': '19'}` | the correction speaks of the error
                    `{'steps': ['By the ground truth 24-5=19 nuts are left.'], 'answer': '19'}` | the reply speaks of the solution it was given
                    `{'steps': ['Then 24-5=19 nuts are left.']}` | field 'answer' is missing
                    `{'answer': '19'}` | field 'steps' is no list of steps
                    """)
    void correctionsAreGivenOrRefused(String reply, String reason) throws IOException {
        Result<Correction> outcome = fixed(json(reply));
        assertEquals(Optional.of(reason).filter(text -> !text.isEmpty()), outcome.failure());
        outcome.asOptional().ifPresent(correction -> assertEquals(FIXED, correction));
    }

    @Test
    void aRestartSaysInWhatItDiffersAndIsNotTheSolutionThatWasGiven() throws IOException {
        Correction correction = restarted(json("{'method': 'takes the eaten nuts from one bag', 'steps':"
                        + " ['One bag keeps 6-5=1 nut.', 'The other 3 bags hold 3*6=18 nuts.', 'Together 18+1=19.'],"
                        + " 'answer': '19'}"))
                .asOptional()
                .orElseThrow();
        assertEquals(Strategy.FRESH_AND_RESTART, correction.strategy());
        assertEquals("takes the eaten nuts from one bag", correction.note());
        assertEquals(3, correction.steps().size());
        assertEquals(
                Optional.of("the restart is the solution that was given"),
                restarted(json("{'method': 'a new one', 'steps': ['She has 4*6=24 nuts.', '24-5=19 nuts are left.'],"
                                + " 'answer': '19'}"))
                        .failure());
        assertEquals(
                Optional.of("field 'method' is missing"),
                restarted(json("{'steps': ['One bag keeps 6-5=1 nut.', 'Together 18+1=19.'], 'answer': '19'}"))
                        .failure());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `Wait, let me work out 24-5 again: taking 4 leaves 20, and one more leaves one less than that.` | ``
                    `In my previous attempt I subtracted badly.` | the reply speaks of the solution it was given
                    `The student subtracted badly.` | the link speaks of a student or a teacher
                    `Let me do it again. Then 24-5=19 nuts are left.` | the link has the corrected step in it
                    `…` | field 'link' is missing
                    """)
    void linksAreGivenOrRefused(String link, String reason) throws IOException {
        Result<String> outcome = linked("{\"link\": \"" + link + "\"}");
        assertEquals(Optional.of(reason).filter(text -> !text.isEmpty()), outcome.failure());
        outcome.asOptional().ifPresent(text -> assertEquals(link, text));
    }

    @Test
    void aReplyThatIsCutIsAFailureEvenIfItReadsWell() throws IOException {
        String whole = "{\"link\": \"Wait, let me work that out again.\"}";
        ScriptedServer server = new ScriptedServer(request -> List.of(new ScriptedServer.Text(whole, "length")));
        assertEquals(
                Optional.of("the reply was cut at the token limit"),
                with(server, teacher -> teacher.link(PROBLEM, ERROR, FIXED, 1)).failure());
    }

    @Test
    void usageIsCountedForGivenAndForRefused() throws IOException {
        Usage once = new Usage(100, 10, 0.00012);
        assertEquals(once, linked("{\"link\": \"Wait, let me see.\"}").usage());
        assertEquals(once, linked("nothing").usage());
        String reply = "{\"link\": \"Wait, let me see.\"}";
        Result<String> both = with(
                ScriptedServer.saying(reply),
                teacher ->
                        teacher.link(PROBLEM, ERROR, FIXED, 1).then(first -> teacher.link(PROBLEM, ERROR, FIXED, 2)));
        assertEquals(new Usage(200, 20, 0.00024), both.usage());
    }

    @Test
    void promptsShowWhatTheyMustAndNoMoreAndSeedsDiffer() throws IOException {
        ScriptedServer server = ScriptedServer.saying("nothing");
        with(server, teacher -> {
            teacher.analyse(PROBLEM, ATTEMPT);
            teacher.inject(PROBLEM, ErrorType.UNIT_CONVERSION, 1);
            teacher.fix(PROBLEM, ERROR, 1);
            teacher.fix(PROBLEM, ERROR, 2);
            teacher.fix(PROBLEM, ERROR, 1);
            return teacher.link(PROBLEM, ERROR, FIXED, 1);
        });
        List<ScriptedServer.Request> requests = server.requests();
        for (ErrorType type : ErrorType.values()) {
            assertTrue(requests.get(0).prompt().contains(type.label() + ": " + type.definition()), type.label());
        }
        assertEquals(0, requests.get(0).temperature());
        assertTrue(requests.get(0).prompt().contains("2. Then 24-5=18 nuts are left."));
        assertTrue(requests.get(1).prompt().contains(ErrorType.UNIT_CONVERSION.definition()));
        assertFalse(requests.get(2).prompt().contains("So it is 18."), "shows what comes behind the error");
        assertFalse(requests.get(5).prompt().contains("24-5=19 nuts are left.\n24"), "shows the gold solution");
        for (ScriptedServer.Request request : requests) {
            assertFalse(request.prompt().contains("<<"), request.prompt());
            assertTrue(request.prompt().contains(PROBLEM.question()));
        }
        assertNotEquals(requests.get(2).seed(), requests.get(3).seed());
        assertEquals(requests.get(2).seed(), requests.get(4).seed());
    }

    @Test
    void hashesNameEveryPromptAndOwnPromptsNeedTheirPlaces() {
        Map<String, String> hashes = TeacherPrompts.bundled().hashes();
        assertEquals(5, hashes.size());
        assertEquals(PromptTemplate.bundled("teacher-fix").hash(), hashes.get("teacher-fix"));
        PromptTemplate solve = PromptTemplate.bundled("solve");
        TeacherPrompts own = TeacherPrompts.bundled();
        LabException e = assertThrows(
                LabException.class,
                () -> new TeacherPrompts(own.analyse(), own.inject(), own.fix(), own.restart(), solve));
        assertTrue(e.getMessage().contains("'solve'"), e.getMessage());
    }

    /** A model with random weights, served for real: every call is answered, nothing comes through. */
    @Test
    void nonsenseOfAServedModelIsNeverData(@TempDir Path parent) {
        try (LocalModel local = LocalModel.open(TinyCheckpoint.write(parent, 6000));
                ModelServer server = ModelServer.start(local, ServerSettings.onPort(0));
                EndpointModel model = EndpointModel.open(EndpointSettings.chat(server.baseUrl(), "tiny"))) {
            PromptedTeacher teacher = PromptedTeacher.over(
                    model, Price.FREE, SETTINGS.withMaxNewTokens(24).withAnalyses(3));
            nothingComesThrough(teacher);
            Map<String, Integer> failures = teacher.judge(PROBLEM, ATTEMPT).failures();
            assertEquals(
                    3, failures.values().stream().mapToInt(Integer::intValue).sum(), failures::toString);
            Set<String> known =
                    Set.of("the reply was cut at the token limit", "the reply is empty", "the reply is no JSON");
            assertTrue(known.containsAll(failures.keySet()), failures::toString);
        }
    }

    /** A server that repeats the prompt, with the examples that stand in it; and servers that fail. */
    @ParameterizedTest
    @ValueSource(strings = {"NONE", "HTML", "TRUNCATED", "EMPTY_CHOICES", "STATUS_500", "RESET"})
    void anEchoOrABrokenAnswerIsNeverData(Fault fault) throws IOException {
        try (FaultyServer server = new FaultyServer((prompt, number) -> fault);
                EndpointModel model = EndpointModel.open(
                        EndpointSettings.chat(server.baseUrl(), "broken").with(RetryPolicy.NONE))) {
            nothingComesThrough(PromptedTeacher.over(model, Price.FREE, SETTINGS));
        }
    }

    private static void nothingComesThrough(PromptedTeacher teacher) {
        Analysis.Undecided undecided = assertInstanceOf(Analysis.Undecided.class, teacher.analyse(PROBLEM, ATTEMPT));
        assertTrue(undecided.explanation().startsWith("No usable reply: "), undecided.explanation());
        List<Result<?>> outcomes = List.of(
                teacher.inject(PROBLEM, ErrorType.CALCULATION, 1),
                teacher.fix(PROBLEM, ERROR, 1),
                teacher.restart(PROBLEM, ERROR, 1),
                teacher.link(PROBLEM, ERROR, FIXED, 1));
        for (Result<?> outcome : outcomes) {
            assertInstanceOf(Result.Failure.class, outcome);
        }
    }

    /** Asking on makes no sense then, so that is no refusal. */
    @Test
    void aRefusedKeyEndsTheWork() throws IOException {
        try (FaultyServer server = new FaultyServer((prompt, number) -> Fault.STATUS_401);
                EndpointModel model = EndpointModel.open(EndpointSettings.chat(server.baseUrl(), "closed"))) {
            PromptedTeacher teacher = PromptedTeacher.over(model, Price.FREE, SETTINGS);
            assertThrows(UnusableModelException.class, () -> teacher.analyse(PROBLEM, ATTEMPT));
        }
    }
}
