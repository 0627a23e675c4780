package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.lemmalab.io.LabException;
import org.lemmalab.problem.Problem;

/**
 * A story that goes on: three questions, each of which takes up where the one before ended, as in MathChat's follow-up questions
 * (section 5 of the paper's facts). A student is asked turn by turn, its own earlier answers in the context.
 *
 * @param id its name
 * @param turns question, solution and answer of each turn; a later question alone does not say enough to be solved
 * @param instance the template and its numbers
 * @param entities the persons and things that it names
 */
public record FollowUp(String id, List<Problem> turns, String instance, String entities) {
    /** Turns of a dialogue. */
    public static final int TURNS = 3;

    private static final Difficulty DIFFICULTY = new Difficulty(1, 8, 40, 1, 0, 0);
    private static final int MOST_DRAWS = 500_000;

    /** Copies the turns and checks their number. */
    public FollowUp {
        turns = List.copyOf(turns);
        if (turns.size() != TURNS) {
            throw new LabException("follow-up " + id + ": expected " + TURNS + " turns, found " + turns.size());
        }
    }

    /**
     * @param count how many
     * @param split the part of all possible stories that they are from
     * @param seed the seed
     * @return as many dialogues, no two the same, named {@code follow-up/SPLIT/SEED/NUMBER}
     * @throws LabException if there are not that many
     */
    public static List<FollowUp> generate(int count, Split split, long seed) {
        List<StoryWorld> worlds = StoryWorld.ALL.stream()
                .filter(world -> world.isSeen() && !idle(world).isEmpty())
                .toList();
        Random random = new Random(seed * 0x9E3779B97F4A7C15L ^ 1_000 + split.ordinal());
        List<FollowUp> made = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int draw = 0; made.size() < count; draw++) {
            if (draw > MOST_DRAWS) {
                throw new LabException("follow-up: expected " + count + " dialogues, found only " + made.size());
            }
            String id = "follow-up/" + split.title() + "/" + seed + "/" + (made.size() + 1);
            StoryWorld world = worlds.get(random.nextInt(worlds.size()));
            draft(world, random)
                    .filter(draft -> Split.of(draft.instance()) == split)
                    .map(draft -> draft.turns(id, random))
                    .filter(talk -> Split.of(talk.entities) == split)
                    .filter(talk -> seen.add(talk.turns.toString().replace(id, "")))
                    .ifPresent(made::add);
        }
        return made;
    }

    /** Closings that ask for what is there and change nothing, so that the story can go on. */
    private static List<StoryFragment> idle(StoryWorld world) {
        return world.closings().stream()
                .filter(closing -> closing.steps().isEmpty())
                .toList();
    }

    private static Optional<StoryDraft> draft(StoryWorld world, Random random) {
        StoryDraft draft = new StoryDraft(world, DIFFICULTY, false, random);
        boolean whole = draft.add(any(world.openings(), random))
                && draft.ask(any(idle(world), random))
                && draft.add(any(world.events(), random))
                && draft.ask(any(idle(world), random))
                && draft.add(any(world.events(), random))
                && draft.ask(any(world.closings(), random));
        return whole ? Optional.of(draft) : Optional.empty();
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
