package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.Analyst;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.student.StudentFormat;

/**
 * Answers with the types of their errors, as an analyst finds them (paper Sec. 3.2).
 *
 * @param types for each answer: its type; empty where it is right, or where the evidence does not decide
 * @param wrong for each answer, whether its final answer is wrong
 */
record ErrorTally(List<Optional<ErrorType>> types, List<Boolean> wrong) {
    static ErrorTally of(Analyst analyst, List<Problem> problems, List<Answer> answers) {
        List<Optional<ErrorType>> types = new ArrayList<>();
        List<Boolean> wrong = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Answer.Text text = answers.get(i).first();
            wrong.add(!text.isRight());
            types.add(text.isRight() ? Optional.empty() : type(analyst, problems.get(i), text.text()));
        }
        return new ErrorTally(types, wrong);
    }

    private static Optional<ErrorType> type(Analyst analyst, Problem problem, String text) {
        return analyst.analyse(problem, StudentFormat.read(text)) instanceof Analysis.Wrong found
                ? Optional.of(found.type())
                : Optional.empty();
    }

    /** How many errors of each type. */
    Map<ErrorType, Long> counts() {
        Map<ErrorType, Long> counts = new EnumMap<>(ErrorType.class);
        types.forEach(type -> type.ifPresent(found -> counts.merge(found, 1L, Long::sum)));
        return counts;
    }

    long total() {
        return counts().values().stream().mapToLong(count -> count).sum();
    }

    long undecided() {
        return wrong.stream().filter(each -> each).count() - total();
    }

    /** For each answer 1 where it has an error of the type, else 0. */
    double[] marks(ErrorType type) {
        return types.stream()
                .mapToDouble(each -> each.equals(Optional.of(type)) ? 1 : 0)
                .toArray();
    }
}
