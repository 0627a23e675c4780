package org.lemmalab.notebook.course;

import java.nio.file.Path;
import java.util.List;
import org.lemmalab.llm.ScoreRequest;
import org.lemmalab.llm.TextModel;
import org.lemmalab.problem.Problem;
import org.lemmalab.reflection.Connection;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.ModelAwareConnection;
import org.lemmalab.reflection.Reflection;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.synthetic.student.StudentFormat;
import org.lemmalab.transformer.LocalModel;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** One corrected step after several links, scored by a student. */
final class ConnectionTable {

    private ConnectionTable() {}

    static Table of(Path student, Teacher teacher, Problem problem, ErroneousAttempt attempt, Correction correction) {
        String prefix = ModelAwareConnection.prefix(StudentFormat::prompt, problem, attempt);
        StringColumn style = StringColumn.create("connection");
        StringColumn words = StringColumn.create("link");
        DoubleColumn nats = DoubleColumn.create("corrected step (nats a token)");
        try (TextModel model = LocalModel.open(student)) {
            for (Connection connection :
                    List.of(Connection.abrupt(), Connection.phrase(), Connection.smooth(teacher))) {
                Reflection link = connection
                        .connect(problem, attempt, correction, CourseInputs.SEED)
                        .asOptional()
                        .orElseThrow();
                String before =
                        link.text().isBlank() ? prefix : prefix + link.text().strip() + "\n";
                style.append(link.style().label());
                words.append(link.text());
                nats.append(model.score(List.of(
                                new ScoreRequest(before, correction.steps().get(0))))
                        .get(0)
                        .meanNegativeLogLikelihood());
            }
        }
        return Table.create("One corrected step behind three connections (less is likelier)", style, words, nats);
    }
}
