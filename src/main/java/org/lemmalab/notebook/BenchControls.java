package org.lemmalab.notebook;

import java.util.List;
import java.util.stream.Stream;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.Strategy;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;

/** A {@link LabBench} with a list for each of its choices and a button. */
final class BenchControls {
    private static final String AS_IT_IS = "as it is";
    private static final String OWN = "the student's own";
    private static final int PROBLEMS = 60;

    private final LabBench bench;
    private final Control<String> set = Controls.dropDown(
            "problems", withFirst(AS_IT_IS, Stream.of(WordProblemSet.values()).map(WordProblemSet::title)), AS_IT_IS);
    private final Control<Integer> number = Controls.slider("number", 1, PROBLEMS, 1);
    private final Control<String> error = Controls.dropDown(
            "error",
            withFirst(
                    AS_IT_IS,
                    Stream.concat(Stream.of(OWN), Stream.of(ErrorType.values()).map(ErrorType::label))),
            AS_IT_IS);
    private final Control<String> correction = Controls.dropDown(
            "correction", withFirst(AS_IT_IS, Stream.of(Strategy.values()).map(Strategy::label)), AS_IT_IS);
    private final Control<String> connection = Controls.dropDown(
            "connection",
            withFirst(AS_IT_IS, Stream.of(ConnectionStyle.values()).map(ConnectionStyle::label)),
            AS_IT_IS);
    private final OutputArea output = Controls.output();

    BenchControls(LabBench bench) {
        this.bench = bench;
    }

    private static List<String> withFirst(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }

    void show() {
        Stream.of(set, number, error, correction, connection).forEach(Control::show);
        Control<Boolean> button = Controls.button("Run", this::run);
        button.show();
        output.show();
        if (!button.isOnPage()) {
            chosen().run();
        }
    }

    private void run() {
        output.run(() -> {
            try {
                chosen().run();
            } catch (LabException e) {
                Show.text(e.getMessage());
            }
        });
    }

    private LabBench chosen() {
        LabBench chosen = set.value().equals(AS_IT_IS) ? bench : bench.problem(set.value(), number.value());
        if (error.value().equals(OWN)) {
            chosen = chosen.ownError();
        } else if (!error.value().equals(AS_IT_IS)) {
            chosen = chosen.error(error.value());
        }
        chosen = correction.value().equals(AS_IT_IS) ? chosen : chosen.correction(correction.value());
        return connection.value().equals(AS_IT_IS) ? chosen : chosen.connection(connection.value());
    }
}
