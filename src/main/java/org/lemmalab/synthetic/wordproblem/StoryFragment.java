package org.lemmalab.synthetic.wordproblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lemmalab.io.Fields;
import org.lemmalab.io.LabException;

/**
 * A piece of a story: what it tells, and the steps that it adds to the solution.
 *
 * @param name within its world
 * @param numbers the numbers that it states, by their letter
 * @param tell the ways to tell it
 * @param reworded ways that never stand in training
 * @param steps the steps that follow from it
 */
record StoryFragment(
        String name, Map<String, Range> numbers, List<String> tell, List<String> reworded, List<StepForm> steps) {
    /**
     * What a number may be: anything from the least to the most, or one of several choices.
     *
     * @param values two bounds, or more than two choices
     */
    record Range(List<Long> values) {
        boolean isChoice() {
            return values.size() > 2;
        }
    }

    /**
     * A step before it has numbers.
     *
     * @param result the letter of its result; {@code x} is what the story is about
     * @param expression letters and numbers with signs between them
     * @param say the ways to say it
     */
    record StepForm(String result, String expression, List<String> say) {}

    /** Checks that there is a way to tell it. */
    StoryFragment {
        if (tell.isEmpty()) {
            throw new LabException("story fragment '" + name + "': expected a way to tell it, found none");
        }
    }

    static StoryFragment of(JsonNode json) {
        Map<String, Range> numbers = new LinkedHashMap<>();
        json.path("numbers").properties().forEach(entry -> {
            List<Long> values = new ArrayList<>();
            entry.getValue().forEach(value -> values.add(value.asLong()));
            numbers.put(entry.getKey(), new Range(values));
        });
        List<StepForm> steps = new ArrayList<>();
        json.path("steps").forEach(step -> {
            List<String> parts = texts(step);
            steps.add(new StepForm(parts.get(0), parts.get(1), parts.subList(2, parts.size())));
        });
        return new StoryFragment(
                Fields.text(json, "name"), numbers, texts(json.path("tell")), texts(json.path("reworded")), steps);
    }

    /** The ways to tell it; those kept from training where wanted and where there are any. */
    List<String> ways(boolean isReworded) {
        return isReworded && !reworded.isEmpty() ? reworded : tell;
    }

    /** All its texts, for checks. */
    Stream<String> texts() {
        return Stream.of(
                        tell,
                        reworded,
                        steps.stream().flatMap(step -> step.say().stream()).toList())
                .flatMap(List::stream);
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }
}
