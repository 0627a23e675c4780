package org.lemmalab.reflection.filter;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import org.lemmalab.io.LabException;

/** No question that shares a run of words with a question of an evaluation set. */
public final class Decontamination implements TripletFilter {
    private final int length;
    private final long[] forbidden;

    private Decontamination(int length, long[] forbidden) {
        this.length = length;
        this.forbidden = forbidden;
    }

    /**
     * @param length how many words in a row make two questions too alike; a shorter question counts as a whole
     * @param evaluation the questions of all evaluation sets
     * @return the filter
     * @throws LabException if the length is less than 2
     */
    public static Decontamination against(EvaluationQuestions evaluation, int length) {
        if (length < 2) {
            throw new LabException("decontamination: expected runs of at least 2 words, found " + length);
        }
        LongStream.Builder runs = LongStream.builder();
        evaluation.forEach(
                question -> Arrays.stream(WordHashes.runs(question, length)).forEach(runs::add));
        return new Decontamination(length, runs.build().sorted().distinct().toArray());
    }

    /**
     * @param folder a data folder; every set in it but training sets counts as an evaluation set
     * @param length as in {@link #against}
     * @return the filter
     */
    public static Decontamination in(Path folder, int length) {
        return against(EvaluationQuestions.in(folder), length);
    }

    @Override
    public String name() {
        return "decontamination";
    }

    /**
     * @param question a question
     * @return whether it shares a run with an evaluation question
     */
    public boolean isContaminated(String question) {
        return Arrays.stream(WordHashes.runs(question, length))
                .anyMatch(run -> Arrays.binarySearch(forbidden, run) >= 0);
    }

    @Override
    public Optional<String> objection(Candidate candidate) {
        return isContaminated(candidate.triplet().problem().question())
                ? Optional.of("the question shares " + length + " words in a row with an evaluation question")
                : Optional.empty();
    }
}
