package org.lemmalab.experiment.study;

import java.util.Optional;
import org.lemmalab.corpus.DataStatistics;
import org.lemmalab.transformer.TextTokenizer;

/**
 * Counts the tokens of a corpus as the student's own tokenizer does; words for a student whose tokenizer is not at hand.
 *
 * @param tokenizer the student's
 */
record TokenCount(Optional<TextTokenizer> tokenizer) implements AutoCloseable {
    static TokenCount of(BaseStudent student) {
        return new TokenCount(student.folder().map(TextTokenizer::open));
    }

    DataStatistics.Counter counter(String method) {
        return tokenizer
                .map(own -> new DataStatistics.Counter(
                        method, "tokens of the student", text -> own.encode(text, false).length))
                .orElseGet(() -> DataStatistics.Counter.ofWords(method));
    }

    @Override
    public void close() {
        tokenizer.ifPresent(TextTokenizer::close);
    }
}
