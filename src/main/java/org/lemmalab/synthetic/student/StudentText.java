package org.lemmalab.synthetic.student;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;
import org.lemmalab.synthetic.wordproblem.Drill;
import org.lemmalab.synthetic.wordproblem.KnowledgeDrills;
import org.lemmalab.synthetic.wordproblem.RecitationDrills;
import org.lemmalab.synthetic.wordproblem.RepetitionDrills;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.training.Conversation;
import org.lemmalab.training.Example;
import org.lemmalab.transformer.TextTokenizer;
import org.lemmalab.transformer.WordTokenizer;

/** The text that a student is trained on: questions of the training split with right solutions, orders and wordings drawn. */
final class StudentText {
    private static final String VOCABULARY = "vocabulary.json";

    /** Quantities that a drill in looking back asks for, at the most. */
    private static final int MOST_ASKED = 6;

    /** Different calculations; there are hardly more. */
    private static final int DRILLS = 2500;

    private StudentText() {}

    /**
     * The tokenizer of all students, so that the same text is the same tokens to each: it knows the words of every set and those that a
     * reflection on an error needs; what a student has never read has its own tokens all the same, so that later training can give them
     * a meaning.
     */
    static WordTokenizer tokenizer() {
        List<String> pieces = new ArrayList<>();
        Json.parse(vocabulary()).forEach(piece -> pieces.add(piece.asText()));
        return WordTokenizer.of(pieces);
    }

    /** Examples of a mixture, in the order of its sets, drills last; training shuffles them. No solution has an error in it. */
    static List<Example> examples(TextMixture mixture, long seed, TextTokenizer tokenizer, int end) {
        return examples(mixture, StudentRecipe.Practice.NONE, seed, tokenizer, end);
    }

    /** The same, with the retries that are practised. */
    static List<Example> examples(
            TextMixture mixture, StudentRecipe.Practice practice, long seed, TextTokenizer tokenizer, int end) {
        List<Example> examples = new ArrayList<>();
        for (Map.Entry<WordProblemSet, Integer> part : mixture.problems().entrySet()) {
            Random random = new Random(seed);
            for (WordProblem made : problems(part.getKey(), part.getValue(), seed)) {
                Retries.Solution solution = practice.retries() > 0 && part.getKey() == WordProblemSet.RELATIONS
                        ? Retries.solution(made, practice.retries(), random)
                        : new Retries.Solution(made.solution(random), List.of());
                String text =
                        StudentFormat.response(solution.text(), made.problem().goldAnswer());
                Example whole = example(made.problem().id(), made.problem().question(), text, tokenizer, end);
                examples.add(practice.masksRetries() ? masked(whole, tokenizer.locate(text), solution.wrong()) : whole);
            }
        }
        int lengthy = mixture.reading() / 3;
        examples.addAll(recitations(WordProblemSet.RELATIONS, lengthy, seed, tokenizer, end));
        int shorter = mixture.reading() - lengthy;
        examples.addAll(recitations(WordProblemSet.RELATIONS_SHORT, shorter, seed, tokenizer, end));
        examples.addAll(lookingBack(mixture.lookingBack(), seed, tokenizer, end));
        examples.addAll(repetitions(mixture.repetitions(), seed, tokenizer, end));
        return examples;
    }

    /** Drills in looking back, half of them of short questions. */
    static List<Example> lookingBack(int count, long seed, TextTokenizer tokenizer, int end) {
        return examples(KnowledgeDrills.generate(count, MOST_ASKED, Split.TRAIN, seed), tokenizer, end);
    }

    /** Drills in reading, of short and of long questions. */
    static List<Example> recitations(int count, long seed, TextTokenizer tokenizer, int end) {
        return Stream.of(WordProblemSet.RELATIONS_SHORT, WordProblemSet.RELATIONS)
                .flatMap(set -> recitations(set, count / 2, seed, tokenizer, end).stream())
                .toList();
    }

    private static List<Example> recitations(
            WordProblemSet set, int count, long seed, TextTokenizer tokenizer, int end) {
        return examples(RecitationDrills.generate(set, count, Split.TRAIN, seed), tokenizer, end);
    }

    /** Drills in saying again, of stories and of relations. */
    static List<Example> repetitions(int count, long seed, TextTokenizer tokenizer, int end) {
        return Stream.of(WordProblemSet.STORIES, WordProblemSet.RELATIONS)
                .flatMap(set ->
                        examples(RepetitionDrills.generate(set, count / 2, Split.TRAIN, seed), tokenizer, end).stream())
                .toList();
    }

    private static List<Example> examples(List<Drill> drills, TextTokenizer tokenizer, int end) {
        return drills.stream()
                .map(drill -> example(drill.id(), drill.task(), drill.reply(), tokenizer, end))
                .toList();
    }

    private static Example example(String id, String task, String reply, TextTokenizer tokenizer, int end) {
        int[] response = tokenizer.encode(reply, false);
        int[] ended = Arrays.copyOf(response, response.length + 1);
        ended[response.length] = end;
        return Example.of(id, tokenizer.encode(StudentFormat.prompt(task), true), ended);
    }

    /** The same example; what lies in a span is read, not learnt. */
    private static Example masked(Example whole, List<TextTokenizer.Located> located, List<Conversation.Span> spans) {
        boolean[] learned = whole.learned();
        for (int i = 0; i < located.size(); i++) {
            TextTokenizer.Located part = located.get(i);
            learned[i] = spans.stream().noneMatch(span -> part.start() < span.end() && part.end() > span.start());
        }
        return new Example(whole.id(), whole.prompt(), whole.response(), learned);
    }

    /** There are only so many sums of small numbers; they are read over and over. */
    private static List<WordProblem> problems(WordProblemSet set, int count, long seed) {
        if (set != WordProblemSet.ARITHMETIC) {
            return set.generate(count, Split.TRAIN, seed);
        }
        int different = Math.min(count, DRILLS);
        List<WordProblem> some = set.generate(different, Split.TRAIN, seed);
        List<WordProblem> repeated = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            repeated.add(some.get(i % different));
        }
        return repeated;
    }

    private static String vocabulary() {
        try (InputStream in = StudentText.class.getResourceAsStream(VOCABULARY)) {
            if (in == null) {
                throw new LabException("resource " + VOCABULARY + ": missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LabException("resource " + VOCABULARY + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
