package org.lemmalab.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.cli.Main;
import org.lemmalab.corpus.TrainSlice;
import org.lemmalab.corpus.TrainingExample;
import org.lemmalab.corpus.recipe.CorpusRun;
import org.lemmalab.corpus.recipe.ProblemContext;
import org.lemmalab.corpus.recipe.Recipe;
import org.lemmalab.corpus.recipe.Recipes;
import org.lemmalab.evaluation.TestProblem;
import org.lemmalab.evaluation.TestSet;
import org.lemmalab.evaluation.statistics.Bootstrap;
import org.lemmalab.evaluation.trajectory.JudgedLine;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory;
import org.lemmalab.evaluation.trajectory.ReflectionMetric;
import org.lemmalab.evaluation.trajectory.ReflectionScore;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.AnalystProvider;
import org.lemmalab.problem.Problem;

/** The examples of {@code src/README.md}, as a jar on the class path brings them: each a class and a line in {@code META-INF/services}. */
class ExtensionsTest {
    private static final Problem PROBLEM =
            new Problem("p", "A pen costs $3. How much do 4 pens cost?", "4 pens cost 3 * 4 = 12.\nThat is $12.", "12");

    @TempDir
    private Path jar;

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    @BeforeEach
    void putOnTheClassPath() throws IOException {
        service(Recipe.class, "org.lemmalab.extension.LinedRecipe");
        service(TestSet.Provider.class, "org.lemmalab.extension.RiddleSet");
        service(ReflectionMetric.Provider.class, "org.lemmalab.extension.LongestLineMetric");
        service(AnalystProvider.class, "org.lemmalab.extension.LastStepAnalyst");
    }

    @AfterEach
    void takeOff() {
        Thread.currentThread().setContextClassLoader(before);
    }

    private void service(Class<?> service, String provider) throws IOException {
        Path file = jar.resolve("META-INF/services/" + service.getName());
        Files.createDirectories(file.getParent());
        Files.writeString(file, provider + "\n");
        Thread.currentThread()
                .setContextClassLoader(new URLClassLoader(new URL[] {jar.toUri().toURL()}, before));
    }

    @Test
    void aRecipeMakesItsCorpus() {
        List<TrainingExample> examples = new ArrayList<>();
        new CorpusRun(Recipes.named("lined"), TrainSlice.staff(1, 1), 1)
                .run(List.of(ProblemContext.of(PROBLEM)), examples::add, done -> {});
        assertEquals(1, examples.size());
        assertEquals(
                "1. 4 pens cost 3 * 4 = 12.\n2. That is $12.", examples.get(0).output());
        assertEquals("sft", Recipes.all().get(0).name());
    }

    @Test
    void aSetIsReadFromTheDataFolder(@TempDir Path data) throws IOException {
        Files.createDirectories(data.resolve("riddles"));
        Files.writeString(
                data.resolve("riddles/test.jsonl"),
                "{\"riddle\": \"2 + 2?\", \"solution\": \"4\", \"level\": \"easy\"}\n"
                        + "{\"riddle\": \"2 ^ 10?\", \"solution\": \"1024\", \"level\": \"hard\"}\n");
        List<TestProblem> problems = TestSet.ofLabel("riddles").read(data);
        assertEquals(
                List.of("riddles/1", "riddles/2"),
                problems.stream().map(each -> each.problem().id()).toList());
        assertEquals(Map.of("level", "hard"), problems.get(1).facts());
    }

    @Test
    void aMetricIsCountedBesideTheOthers() {
        JudgedLine line = JudgedLine.answer("12", true, 5);
        ReflectionScore score = ReflectionScore.of(
                List.of(new JudgedTrajectory("p", List.of(line), true)), new Bootstrap(100, 0.95, 1));
        ReflectionMetric longest =
                ReflectionMetric.all().get(ReflectionMetric.all().size() - 1);
        assertEquals("longest_line", longest.label());
        assertEquals(
                5,
                score.values().keySet().stream()
                        .filter(metric -> metric.label().equals("longest_line"))
                        .findFirst()
                        .flatMap(score::interval)
                        .orElseThrow()
                        .estimate());
    }

    @Test
    void anAnalystIsNamedOnTheCommandLine(@TempDir Path folder) throws IOException {
        Path gold = folder.resolve("gold.jsonl");
        Files.writeString(
                gold,
                "{\"id\":\"p\",\"question\":\"A pen costs $3. How much do 4 pens cost?\",\"answer\":\"3 * 4 = 12\\n#### 12\"}\n");
        Path attempts = folder.resolve("attempts.jsonl");
        Files.writeString(
                attempts,
                "{\"id\":\"a\",\"problem_id\":\"p\",\"model\":\"m\",\"solution\":\"One pen is $3.\\n4 pens cost 3 * 4 = 13."
                        + "\\nA: 13\"}\n");
        Path labels = folder.resolve("labels.jsonl");
        int status = Main.commandLine()
                .execute(
                        "errors",
                        "--solutions",
                        attempts.toString(),
                        "--gold",
                        gold.toString(),
                        "--teacher",
                        "last-step",
                        "--out",
                        labels.toString());
        assertEquals(0, status);
        String line = Files.readString(labels);
        assertTrue(line.contains("\"first_wrong_step\":2"), line);
        assertTrue(line.contains("last-step"), line);
    }

    @Test
    void withoutTheJarThereIsNothing() {
        takeOff();
        assertFalse(Recipes.all().stream().anyMatch(recipe -> recipe.name().equals("lined")));
        String message = assertThrows(LabException.class, () -> TestSet.ofLabel("riddles"))
                .getMessage();
        assertTrue(message.contains("gsm8k") && message.contains("'riddles'"), message);
    }

    @Test
    void whatCannotBeMadeIsNamed() throws IOException {
        service(Recipe.class, "org.lemmalab.extension.Missing");
        String message = assertThrows(LabException.class, Recipes::all).getMessage();
        assertTrue(message.contains("org.lemmalab.extension.Missing"), message);
    }

    @Test
    void aNameIsGivenOnce() throws IOException {
        service(Recipe.class, "org.lemmalab.extension.LinedRecipe\norg.lemmalab.extension.ExtensionsTest$Twin");
        String message = assertThrows(LabException.class, Recipes::all).getMessage();
        assertTrue(message.contains("'lined'"), message);
    }

    /** A recipe that takes another's name. */
    public static final class Twin implements Recipe {
        @Override
        public String name() {
            return "lined";
        }

        @Override
        public String title() {
            return "Twin";
        }

        @Override
        public String description() {
            return "a name too many";
        }

        @Override
        public void make(
                ProblemContext context,
                org.lemmalab.corpus.recipe.RecipeContext recipe,
                org.lemmalab.corpus.recipe.ExampleCollector examples) {
            examples.refuse("a twin makes nothing");
        }
    }
}
