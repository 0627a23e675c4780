package org.lemmalab.llm.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lemmalab.io.Hashes;
import org.lemmalab.io.LabException;

/**
 * A prompt file. Its first lines say {@code name:} and {@code version:}, a line {@code ---} follows, then the text with places such
 * as <code>{{question}}</code>:
 *
 * <pre>{@code
 * String prompt = PromptTemplate.bundled("solve").fill(Map.of("question", problem.question()));
 * }</pre>
 *
 * @param name what the prompt is for
 * @param version raised with each change
 * @param text with places to be filled, without the line end of its last line
 * @param hash SHA-256 of the whole file
 */
public record PromptTemplate(String name, String version, String text, String hash) {
    private static final Pattern FILE =
            Pattern.compile("name: ([a-z0-9-]+)\\r?\\nversion: ([0-9.]+)\\r?\\n---\\r?\\n(.*)", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)}}");

    /**
     * @param name of a prompt that ships with the toolkit, for example {@code solve} or {@code teacher-analyse}
     * @return the prompt
     * @throws LabException if there is none of that name
     */
    public static PromptTemplate bundled(String name) {
        if (!name.matches("[a-z0-9-]+")) {
            throw new LabException("prompt: expected a name of small letters, found '" + name + "'");
        }
        try (InputStream in = PromptTemplate.class.getResourceAsStream(name + ".prompt")) {
            if (in == null) {
                throw new LabException(
                        "prompt: expected one that ships with the toolkit, found none named '" + name + "'");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new LabException("prompt '" + name + "': cannot be read: " + e, e);
        }
    }

    /**
     * @param file a prompt file
     * @return the prompt
     * @throws LabException if it cannot be read or is none
     */
    public static PromptTemplate read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new LabException(file + ": the prompt cannot be read: " + e, e);
        }
    }

    /**
     * Fills every place with its value as it stands.
     *
     * @param values by place
     * @return the prompt's text
     * @throws LabException if a place has no value or a value no place
     */
    public String fill(Map<String, String> values) {
        Set<String> places = places();
        if (!places.equals(values.keySet())) {
            throw new LabException("prompt '" + name + "': expected values for " + places + ", found "
                    + new TreeSet<>(values.keySet()));
        }
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(values.get(place.group(1))));
    }

    /**
     * @return the names of the places, sorted
     */
    public Set<String> places() {
        return PLACE.matcher(text)
                .results()
                .map((MatchResult place) -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static PromptTemplate parse(String source, String content) {
        Matcher file = FILE.matcher(content);
        if (!file.matches()) {
            throw new LabException("prompt " + source
                    + ": expected lines 'name: …', 'version: …', '---' and a text, found other lines");
        }
        String text = file.group(3).replaceFirst("\\r?\\n$", "");
        return new PromptTemplate(file.group(1), file.group(2), text, Hashes.sha256(content));
    }
}
