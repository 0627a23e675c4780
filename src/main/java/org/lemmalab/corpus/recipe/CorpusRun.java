package org.lemmalab.corpus.recipe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.lemmalab.corpus.TrainingExample;
import org.lemmalab.io.LabException;
import org.lemmalab.pipeline.Usage;

/** Carries a recipe out over many problems: several at a time, the examples in the order of the problems. */
public final class CorpusRun {
    private static final int BLOCK_PER_WORKER = 64;

    private final Recipe recipe;
    private final RecipeContext staff;
    private final int workers;

    /**
     * @param problems how many there were
     * @param examples how many were made
     * @param refused how often what was refused, by reason
     * @param usage what teacher and author used up
     */
    public record Report(long problems, long examples, Map<String, Long> refused, Usage usage) {
        /** Copies the map into the order of its reasons. */
        public Report {
            refused = new TreeMap<>(refused);
        }
    }

    /**
     * @param recipe the recipe
     * @param staff teacher, author and seed
     * @param workers problems at a time; hundreds are fine where teacher and author wait for endpoints
     */
    public CorpusRun(Recipe recipe, RecipeContext staff, int workers) {
        if (workers < 1) {
            throw new LabException("corpus: expected at least one worker, found " + workers);
        }
        this.recipe = recipe;
        this.staff = staff;
        this.workers = workers;
    }

    /**
     * @param materials the problems, in the order in which their examples are wanted
     * @param sink takes each example, on the calling thread
     * @param progress takes the number of problems done, block by block
     * @return counts and reasons
     * @throws LabException if the material lacks what the recipe needs, or the calling thread is interrupted
     */
    public Report run(List<ProblemContext> materials, Consumer<? super TrainingExample> sink, LongConsumer progress) {
        requireNeeds(materials);
        Recipe fitted = recipe.fitted(materials);
        Totals totals = new Totals();
        ExecutorService executor = Executors.newFixedThreadPool(workers, runnable -> {
            Thread thread = new Thread(runnable, "corpus");
            thread.setDaemon(true);
            return thread;
        });
        try {
            int block = BLOCK_PER_WORKER * workers;
            for (int from = 0; from < materials.size(); from += block) {
                int to = Math.min(materials.size(), from + block);
                for (ExampleCollector drafts : drafts(fitted, materials.subList(from, to), executor)) {
                    drafts.examples().forEach(sink);
                    totals.add(drafts);
                }
                progress.accept(to);
            }
        } finally {
            executor.shutdownNow();
        }
        return new Report(materials.size(), totals.examples, totals.refused, totals.usage);
    }

    private List<ExampleCollector> drafts(Recipe fitted, List<ProblemContext> block, ExecutorService executor) {
        List<Callable<ExampleCollector>> calls = new ArrayList<>();
        for (ProblemContext material : block) {
            calls.add(() -> {
                ExampleCollector drafts =
                        new ExampleCollector(recipe.name(), material.problem().id());
                fitted.make(material, staff, drafts);
                return drafts;
            });
        }
        List<ExampleCollector> done = new ArrayList<>();
        try {
            for (Future<ExampleCollector> future : executor.invokeAll(calls)) {
                done.add(future.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LabException("corpus: interrupted", e);
        } catch (ExecutionException e) {
            String problem = block.get(done.size()).problem().id();
            throw new LabException("recipe " + recipe.name() + ", problem " + problem + ": " + e.getCause(), e);
        }
        return done;
    }

    private void requireNeeds(List<ProblemContext> materials) {
        for (Recipe.Need need : recipe.needs()) {
            boolean there = materials.stream().anyMatch(material -> switch (need) {
                case ATTEMPTS -> !material.attempts().isEmpty();
                case TRIPLETS -> !material.triplets().isEmpty();
            });
            if (!there) {
                throw new LabException("recipe " + recipe.name() + ": expected "
                        + (need == Recipe.Need.ATTEMPTS ? "a student's attempts" : "triplets")
                        + " of these problems, found none");
            }
        }
    }

    private static final class Totals {
        private final Map<String, Long> refused = new TreeMap<>();
        private Usage usage = Usage.NONE;
        private long examples;

        private void add(ExampleCollector drafts) {
            examples += drafts.examples().size();
            drafts.refused().forEach((reason, count) -> refused.merge(reason, count, Long::sum));
            usage = usage.plus(drafts.usage());
        }
    }
}
