package org.lemmalab.corpus.recipe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lemmalab.corpus.TrainingExample;
import org.lemmalab.corpus.TrainingExample.Span;
import org.lemmalab.pipeline.Result;
import org.lemmalab.pipeline.Usage;
import org.lemmalab.reflection.Revision;

/** The examples that a recipe makes of one problem, and the reasons for which it made none, counted. Not safe for several threads. */
public final class ExampleCollector {
    private final String recipe;
    private final String problem;
    private final List<TrainingExample> examples = new ArrayList<>();
    private final Map<String, Long> refused = new TreeMap<>();
    private final Set<List<String>> texts = new HashSet<>();
    private Usage usage = Usage.NONE;

    /**
     * @param recipe the recipe's name, for ids
     * @param problem the problem's id
     */
    public ExampleCollector(String recipe, String problem) {
        this.recipe = recipe;
        this.problem = problem;
    }

    /**
     * @param task what is asked, without the prompt form
     * @param output what is learnt
     * @param facts what the example is, by name; recipe and problem are put there
     */
    public void add(String task, String output, Map<String, String> facts) {
        add(task, output, List.of(), facts);
    }

    /**
     * @param task what is asked, without the prompt form
     * @param output what is learnt
     * @param masked the parts of it that are read and not learnt
     * @param facts what the example is, by name
     */
    public void add(String task, String output, List<Revision.Span> masked, Map<String, String> facts) {
        if (!texts.add(List.of(task, output))) {
            refuse("the same example again");
            return;
        }
        Map<String, String> all = new TreeMap<>(facts);
        all.put("recipe", recipe);
        all.put("problem", problem);
        String id = problem + "/" + recipe + "/" + (examples.size() + 1);
        List<Span> spans =
                masked.stream().map(span -> new Span(span.start(), span.end())).toList();
        examples.add(new TrainingExample(id, task, output, spans, all));
    }

    /**
     * @param reason why something was not made; equal reasons are counted together
     */
    public void refuse(String reason) {
        refused.merge(reason, 1L, Long::sum);
    }

    /**
     * @param taught an answer of teacher or author; its usage is counted, and its refusal
     * @param <T> what was asked for
     * @return what was given
     */
    public <T> Optional<T> take(Result<T> taught) {
        usage = usage.plus(taught.usage());
        taught.failure().ifPresent(this::refuse);
        return taught.asOptional();
    }

    /**
     * @return the examples so far
     */
    public List<TrainingExample> examples() {
        return List.copyOf(examples);
    }

    /**
     * @return how often what was refused, by reason
     */
    public Map<String, Long> refused() {
        return new TreeMap<>(refused);
    }

    /**
     * @return what teacher and author used up
     */
    public Usage usage() {
        return usage;
    }
}
