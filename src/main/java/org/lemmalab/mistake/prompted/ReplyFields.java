package org.lemmalab.mistake.prompted;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.solution.StepSplitter;

/**
 * The fields of a reply. Each failure is a fixed sentence that names the field and not what stood there, so that equal failures of
 * many replies count as one reason.
 *
 * @param json an object
 */
public record ReplyFields(JsonNode json) {
    private static final int MOST_STEPS = 60;
    private static final int MOST_STARTS = 50;
    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z_]*");
    private static final Pattern NUMBERED = Pattern.compile("^(?:[Ss]tep\\s+)?(\\d{1,2})[.:)]\\s+(?=\\S)");

    /**
     * @param name the field
     * @return its text on one line, with a letter or digit in it
     */
    public String text(String name) {
        return optionalText(name)
                .filter(ReplyFields::saysSomething)
                .orElseThrow(() -> new LabException("field '" + name + "' is missing"));
    }

    /**
     * @param name the field
     * @return its text on one line; empty where it is missing or null
     */
    public Optional<String> optionalText(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw new LabException("field '" + name + "' is no text");
        }
        return Optional.of(oneLine(name, value.textValue()));
    }

    /**
     * @param name the field
     * @return a final answer: its text, or its number as written
     */
    public String answer(String name) {
        return json.path(name).isNumber() ? json.path(name).asText() : text(name);
    }

    /**
     * @param name the field
     * @return its whole number; empty where it is missing or null
     */
    public Optional<Integer> number(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw new LabException("field '" + name + "' is no whole number");
        }
        return Optional.of(value.intValue());
    }

    /**
     * @param name a field with a list of texts
     * @return them, each on one line and without a number in front, at least one; a last line that only gives the answer is
     *     no step
     */
    public List<String> steps(String name) {
        JsonNode value = json.path(name);
        if (!value.isArray() || value.isEmpty()) {
            throw new LabException("field '" + name + "' is no list of steps");
        }
        if (value.size() > MOST_STEPS) {
            throw new LabException("field '" + name + "' has more than " + MOST_STEPS + " steps");
        }
        List<String> steps = new ArrayList<>();
        for (JsonNode step : value) {
            if (!step.isTextual() || !saysSomething(step.textValue())) {
                throw new LabException("field '" + name + "' has a step without words");
            }
            steps.add(withoutNumber(oneLine(name, step.textValue()), steps.size() + 1));
        }
        if (steps.size() > 1 && isAnswerLine(steps.get(steps.size() - 1))) {
            steps.remove(steps.size() - 1);
        }
        return List.copyOf(steps);
    }

    /** Dots in the place of words, as in a prompt's own example, say nothing. */
    private static boolean saysSomething(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isAnswerLine(String step) {
        return StepSplitter.split(step).steps().isEmpty();
    }

    /** All texts of the reply, a line each, but for labels and other single words. */
    String prose() {
        return texts(json)
                .filter(text -> !LABEL.matcher(text.strip()).matches())
                .collect(Collectors.joining("\n"));
    }

    /** Whether a text has characters that no one writes: mostly what became of a backslash that was not doubled. */
    boolean hasControlCharacters() {
        return texts(json).anyMatch(text -> CONTROL.matcher(text).find());
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.textValue())
                : StreamSupport.stream(node.spliterator(), false).flatMap(ReplyFields::texts);
    }

    /** Whether further objects stand beside the first one in a text, saying something else. */
    static boolean severalObjects(String text) {
        JsonNode first = null;
        int tries = 0;
        for (int at = text.indexOf('{'); at >= 0 && tries < MOST_STARTS; at = text.indexOf('{', at)) {
            tries++;
            Optional<Found> found = objectAt(text, at);
            if (found.isPresent() && first != null && !first.equals(found.get().json())) {
                return true;
            }
            first = found.map(Found::json).orElse(first);
            at += found.map(Found::length).orElse(1);
        }
        return false;
    }

    private record Found(JsonNode json, int length) {}

    private static Optional<Found> objectAt(String text, int at) {
        try (JsonParser parser = Json.mapper().createParser(text.substring(at))) {
            parser.nextToken();
            JsonNode json = Json.mapper()
                    .reader()
                    .without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(parser);
            return Optional.of(new Found(json, (int) parser.currentLocation().getCharOffset()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String oneLine(String name, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new LabException("field '" + name + "' is longer than " + LONGEST_TEXT + " characters");
        }
        return text.strip().replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    private static String withoutNumber(String step, int number) {
        Matcher written = NUMBERED.matcher(step);
        return written.find() && Integer.parseInt(written.group(1)) == number ? step.substring(written.end()) : step;
    }
}
