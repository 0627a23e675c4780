package org.lemmalab.reflection.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.io.Seeds;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.reflection.Strategy;

/**
 * The wordings of links, from {@code links.json}: for each error type openings, sentences that say what is wrong and sentences that
 * say why the correction holds; places in braces are filled with facts, and a sentence is used only where all its facts are there.
 */
final class LinkWording {
    private static final String RESOURCE = "links.json";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    private static final LinkWording STANDARD = read();

    private final Map<String, Map<String, List<String>>> sentences;

    private LinkWording(Map<String, Map<String, List<String>>> sentences) {
        this.sentences = sentences;
    }

    static LinkWording standard() {
        return STANDARD;
    }

    /** A link in two or three sentences; empty where no wording fits the facts. */
    Optional<String> link(ErrorType type, Strategy strategy, Map<String, String> facts, SplittableRandom random) {
        Optional<String> opening = one(type.label(), "opening", facts, random);
        Optional<String> wrong = one(type.label(), "wrong", facts, random).or(() -> one("any", "wrong", facts, random));
        Optional<String> right = one(type.label(), "right", facts, random).or(() -> one("any", "right", facts, random));
        Optional<String> turn =
                strategy == Strategy.FRESH_AND_RESTART ? one("restart", "turn", facts, random) : Optional.of("");
        if (opening.isEmpty() || wrong.isEmpty() || right.isEmpty() || turn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(String.join(" ", opening.get(), wrong.get(), right.get(), turn.get())
                .strip());
    }

    /** All sentences of a kind, with their places unfilled. */
    List<String> all(String kind) {
        return sentences.values().stream()
                .flatMap(kinds -> kinds.getOrDefault(kind, List.of()).stream())
                .toList();
    }

    private Optional<String> one(String section, String kind, Map<String, String> facts, SplittableRandom random) {
        List<String> fitting = sentences.getOrDefault(section, Map.of()).getOrDefault(kind, List.of()).stream()
                .filter(sentence ->
                        PLACE.matcher(sentence).results().allMatch(place -> facts.containsKey(place.group(1))))
                .toList();
        return fitting.isEmpty()
                ? Optional.empty()
                : Optional.of(PLACE.matcher(Seeds.pick(fitting, random))
                        .replaceAll(place -> Matcher.quoteReplacement(facts.get(place.group(1)))));
    }

    private static LinkWording read() {
        try (InputStream in = LinkWording.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new LabException("resource " + RESOURCE + ": missing from the class path");
            }
            JsonNode file = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Map<String, List<String>>> sections = new TreeMap<>();
            file.properties().forEach(section -> sections.put(section.getKey(), kinds(section.getValue())));
            return new LinkWording(sections);
        } catch (IOException e) {
            throw new LabException("resource " + RESOURCE + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static Map<String, List<String>> kinds(JsonNode section) {
        Map<String, List<String>> kinds = new TreeMap<>();
        section.properties().forEach(kind -> {
            List<String> texts = new ArrayList<>();
            kind.getValue().forEach(text -> texts.add(text.asText()));
            kinds.put(kind.getKey(), List.copyOf(texts));
        });
        return kinds;
    }
}
