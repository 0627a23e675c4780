package org.lemmalab.synthetic.wordproblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lemmalab.io.Fields;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * What stories of one kind are made of: an opening, events, a closing question, and statements that do not matter.
 *
 * @param name its name
 * @param isSeen whether training has it; the others are out of distribution
 * @param cast names, things and holders
 * @param openings they bring up the quantity {@code x}
 * @param events they change it
 * @param closings they ask for it, or for something that follows from it
 * @param pairClosings they ask for something of two persons, who have {@code x} and {@code y}
 * @param distractors they do not matter
 */
record StoryWorld(
        String name,
        boolean isSeen,
        Cast cast,
        List<StoryFragment> openings,
        List<StoryFragment> events,
        List<StoryFragment> closings,
        List<StoryFragment> pairClosings,
        List<StoryFragment> distractors) {
    private static final String RESOURCE = "stories.json";

    /** All worlds of the toolkit. */
    static final List<StoryWorld> ALL = read();

    private static List<StoryWorld> read() {
        try (InputStream in = StoryWorld.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new LabException("resource " + RESOURCE + ": missing from the class path");
            }
            JsonNode json = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            List<StoryWorld> worlds = new ArrayList<>();
            json.path("worlds").forEach(world -> worlds.add(of(world, json)));
            return List.copyOf(worlds);
        } catch (IOException e) {
            throw new LabException("resource " + RESOURCE + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static StoryWorld of(JsonNode world, JsonNode all) {
        Cast cast = new Cast(
                StoryFragment.texts(all.path("women")),
                StoryFragment.texts(all.path("men")),
                StoryFragment.texts(world.path("items")),
                StoryFragment.texts(world.path("boxes")));
        return new StoryWorld(
                Fields.text(world, "name"),
                world.path("seen").asBoolean(),
                cast,
                fragments(world.path("openings")),
                fragments(world.path("events")),
                fragments(world.path("closings")),
                fragments(world.path("pairClosings")),
                fragments(world.path("distractors")));
    }

    private static List<StoryFragment> fragments(JsonNode array) {
        List<StoryFragment> fragments = new ArrayList<>();
        array.forEach(fragment -> fragments.add(StoryFragment.of(fragment)));
        return List.copyOf(fragments);
    }
}
