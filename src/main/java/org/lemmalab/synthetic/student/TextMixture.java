package org.lemmalab.synthetic.student;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;

/**
 * How much of what kind of text a student reads, in examples or in percent of them.
 *
 * @param relations examples of relations
 * @param shortRelations of relations of one or two steps
 * @param stories of stories of full length
 * @param shortStories of shorter ones
 * @param arithmetic bare calculations
 * @param reading drills in reading
 * @param lookingBack drills in looking back
 * @param repetitions drills in saying a step or a solution again
 */
public record TextMixture(
        int relations,
        int shortRelations,
        int stories,
        int shortStories,
        int arithmetic,
        int reading,
        int lookingBack,
        int repetitions) {
    /**
     * @return all examples
     */
    public int total() {
        return problems().values().stream().mapToInt(count -> count).sum() + reading + lookingBack + repetitions;
    }

    /**
     * @return the examples of problems, by their set; only those that there are
     */
    public Map<WordProblemSet, Integer> problems() {
        Map<WordProblemSet, Integer> problems = new LinkedHashMap<>();
        problems.put(WordProblemSet.RELATIONS, relations);
        problems.put(WordProblemSet.RELATIONS_SHORT, shortRelations);
        problems.put(WordProblemSet.STORIES, stories);
        problems.put(WordProblemSet.STORIES_SHORT, shortStories);
        problems.put(WordProblemSet.ARITHMETIC, arithmetic);
        problems.values().removeIf(count -> count == 0);
        return problems;
    }

    /** This one with so many drills in saying again. */
    TextMixture withRepetitions(int count) {
        return new TextMixture(
                relations, shortRelations, stories, shortStories, arithmetic, reading, lookingBack, count);
    }

    /** This one, in percents, of so many examples; what is lost by rounding is arithmetic. */
    TextMixture of(int examples) {
        TextMixture some = new TextMixture(
                examples * relations / 100,
                examples * shortRelations / 100,
                examples * stories / 100,
                examples * shortStories / 100,
                0,
                examples * reading / 100,
                examples * lookingBack / 100,
                examples * repetitions / 100);
        return new TextMixture(
                some.relations,
                some.shortRelations,
                some.stories,
                some.shortStories,
                examples - some.total(),
                some.reading,
                some.lookingBack,
                some.repetitions);
    }
}
