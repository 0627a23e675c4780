package org.lemmalab.experiment.study;

import java.util.Optional;
import java.util.function.Supplier;
import org.lemmalab.llm.TextModel;

/** The one model that is open: students are asked one after the other, several sets each. */
final class OpenModel implements AutoCloseable {
    private String key = "";
    private Optional<TextModel> model = Optional.empty();

    TextModel of(String wanted, Supplier<TextModel> opener) {
        if (!wanted.equals(key)) {
            close();
            model = Optional.of(opener.get());
            key = wanted;
        }
        return model.orElseThrow();
    }

    @Override
    public void close() {
        model.ifPresent(TextModel::close);
        model = Optional.empty();
        key = "";
    }
}
