package org.lemmalab.corpus.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lemmalab.corpus.PromptForm;
import org.lemmalab.corpus.PromptedSolutionGenerator;
import org.lemmalab.corpus.TrainSlice;
import org.lemmalab.corpus.TrainingExample;
import org.lemmalab.io.Json;
import org.lemmalab.llm.ProgressListener;
import org.lemmalab.llm.SamplingSettings;
import org.lemmalab.llm.ScriptedServer;
import org.lemmalab.llm.endpoint.EndpointModel;
import org.lemmalab.llm.meter.Price;
import org.lemmalab.mistake.prompted.PromptedSettings;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.PromptedTeacher;
import org.lemmalab.solution.Attempt;
import org.lemmalab.solution.Solution;
import org.lemmalab.solution.StepSplitter;

/** Recipes with a model as teacher, author and student, over real HTTP. */
class PromptedRecipesTest {
    private static final Problem PROBLEM = new Problem(
            "p1",
            "Ana has 4 bags of 6 nuts and eats 5 nuts. How many nuts are left?",
            "She has 4*6=<<4*6=24>>24 nuts.\n24-5=<<24-5=19>>19 nuts are left.",
            "19");
    private static final String SOLVED =
            "{\"steps\": [\"4*6=24 nuts.\", \"24-5=19 nuts are left.\"], \"answer\": \"19\", "
                    + "\"question\": \"How many nuts does Ana keep if she eats 5 out of her 4 bags, each of which holds 6 nuts?\", "
                    + "\"statement\": \"Ana has 4 bags of 6 nuts and eats 5 nuts. 19 nuts are left.\"}";

    private record Made(List<TrainingExample> examples, CorpusRun.Report report) {
        Set<String> kinds() {
            Set<String> kinds = new TreeSet<>();
            examples.forEach(example -> kinds.add(example.facts().get("kind")));
            return kinds;
        }
    }

    private static Made make(String recipe, ProblemContext material, String reply) throws IOException {
        try (ScriptedServer server = ScriptedServer.saying(reply);
                EndpointModel model = server.open()) {
            RecipeContext staff = new RecipeContext(
                    PromptedTeacher.over(model, Price.FREE, PromptedSettings.STANDARD),
                    PromptedSolutionGenerator.over(model, Price.FREE, PromptedSettings.STANDARD),
                    1,
                    2);
            List<TrainingExample> examples = new ArrayList<>();
            CorpusRun run = new CorpusRun(Recipes.named(recipe), staff, 2);
            return new Made(examples, run.run(List.of(material), examples::add, done -> {}));
        }
    }

    @Test
    void aModelsSolutionsAreGradedAndMalformedRepliesAreCounted() throws IOException {
        Made right = make("gptaug", ProblemContext.of(PROBLEM), SOLVED);
        assertEquals(1, right.examples().size(), right.toString());
        assertEquals(
                "4*6=24 nuts.\n24-5=19 nuts are left.\nThe answer is: 19",
                right.examples().get(0).output());
        assertTrue(right.report().usage().promptTokens() > 0);
        Made wrong = make(
                "gptaug", ProblemContext.of(PROBLEM), "{\"steps\": [\"4*6=24\", \"24+5=29\"], \"answer\": \"29\"}");
        assertEquals(2, wrong.report().refused().get("the author's answer is wrong or missing"), wrong.toString());
        Made none = make("gptaug", ProblemContext.of(PROBLEM), "I would rather not.");
        assertEquals(0, none.examples().size());
        assertEquals(
                2,
                none.report().refused().values().stream()
                        .mapToLong(each -> each)
                        .sum());
    }

    @Test
    void metaMathTakesItsFourKindsFromAModel() throws IOException {
        Made made = make("metamath", ProblemContext.of(PROBLEM), SOLVED);
        assertEquals(
                Set.of("answer_augmentation", "rephrased", "fobar", "self_verification"),
                made.kinds(),
                made.toString());
    }

    @Test
    void aWrongAttemptIsAnalysedCorrectedAndExplainedByAModel() throws IOException {
        String reply =
                "{\"verdict\": \"wrong\", \"first_wrong_step\": 2, \"error_type\": \"operator\", \"explanation\": "
                        + "\"The step adds the nuts that are eaten.\", \"steps\": [\"24-5=19 nuts are left.\"], \"answer\": \"19\", "
                        + "\"link\": \"Wait, eaten nuts are gone, so 5 must be taken from 24.\"}";
        Solution wrong = StepSplitter.split("4*6=24 nuts.\n24+5=29 nuts are left.\nThe answer is: 29");
        ProblemContext material = new ProblemContext(
                PROBLEM, List.of(new Attempt("a1", "p1", "student", wrong, Optional.empty())), List.of());
        for (String recipe : List.of("lema", "isc", "s3c-math")) {
            Made made = make(recipe, material, reply);
            TrainingExample last = made.examples().get(made.examples().size() - 1);
            assertEquals(2, made.examples().size(), made.toString());
            assertEquals("operator", last.facts().get("error_type"));
            assertTrue(last.output().contains("Wait, eaten nuts are gone"), last.output());
            assertTrue(last.output().endsWith("24-5=19 nuts are left.\nThe answer is: 19"), last.output());
        }
    }

    @Test
    void aModelIsAStudentToo() throws IOException {
        String text = "4*6=24 nuts.\n24-5=19 nuts are left.\nThe answer is: 19";
        try (ScriptedServer server = ScriptedServer.saying(text, "24.\nThe answer is: 24");
                EndpointModel model = server.open()) {
            SamplingSettings settings = SamplingSettings.sampling(0.7, 64, 1).withSamples(2);
            SampledStudent student = new SampledStudent(model, PromptForm.PAPER, settings);
            SampledStudent.Sampled sampled = student.attempts(List.of(PROBLEM), ProgressListener.SILENT);
            assertEquals(2, sampled.attempts().size(), Json.line(sampled.failures()));
            assertEquals(Optional.of("19"), sampled.attempts().get(0).solution().answer());
            assertTrue(server.requests().get(0).prompt().endsWith("Let's think step by step. "));
            List<TrainingExample> examples = new ArrayList<>();
            new CorpusRun(Recipes.named("rft"), TrainSlice.staff(1, 1), 1)
                    .run(
                            ProblemContexts.of(List.of(PROBLEM), sampled.attempts(), List.of()),
                            examples::add,
                            done -> {});
            assertEquals(1, examples.size());
        }
    }
}
