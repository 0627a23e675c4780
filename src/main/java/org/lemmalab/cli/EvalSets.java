package org.lemmalab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.lemmalab.evaluation.Dialogue;
import org.lemmalab.evaluation.TestProblem;
import org.lemmalab.evaluation.TestSet;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.synthetic.student.SyntheticDialogues;
import org.lemmalab.synthetic.wordproblem.ErrorCorrection;
import org.lemmalab.synthetic.wordproblem.FollowUp;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;

/**
 * What the names on the command line stand for: real sets from the data folder, made ones from the test split, files.
 *
 * @param data the data folder, where there is one
 * @param limit the most problems of a set
 * @param shots worked examples, where the caller says so
 */
record EvalSets(Optional<Path> data, OptionalInt limit, OptionalInt shots) {
    private static final int MADE = 1000;
    private static final long MADE_SEED = 1;
    private static final String REAL_PROMPT = "paper";
    private static final String MADE_PROMPT = "student";
    private static final String FOLLOW_UP = "follow-up";
    private static final String ERROR_CORRECTION = "error-correction";
    private static final String REAL = "mathchat-";

    EvalSets {
        if (limit.isPresent() && limit.getAsInt() < 1) {
            throw new LabException("--limit: expected a number from 1, found " + limit.getAsInt());
        }
    }

    /** The sets that a name stands for. */
    List<EvalTask> named(String name) {
        if (name.equals("paper")) {
            return TestSet.paperSets().stream().map(this::real).toList();
        }
        return List.of(
                switch (name) {
                    case FOLLOW_UP -> {
                        List<FollowUp> made = FollowUp.generate(made(), Split.TEST, MADE_SEED);
                        yield madeDialogues(
                                name, made.stream().map(SyntheticDialogues::of).toList());
                    }
                    case ERROR_CORRECTION -> {
                        List<ErrorCorrection> made = ErrorCorrection.generate(made(), Split.TEST, MADE_SEED);
                        yield madeDialogues(
                                name, made.stream().map(SyntheticDialogues::of).toList());
                    }
                    case REAL + FOLLOW_UP -> realDialogues(name, Dialogue.followUp(folder()));
                    case REAL + ERROR_CORRECTION -> realDialogues(name, Dialogue.errorCorrection(folder()));
                    default -> single(name);
                });
    }

    private EvalTask single(String name) {
        if (TestSet.all().stream().anyMatch(set -> set.label().equals(name))) {
            return real(TestSet.ofLabel(name));
        }
        return Stream.of(WordProblemSet.values())
                .filter(set -> set.title().equals(name))
                .findFirst()
                .map(this::made)
                .orElseThrow(() -> new LabException(
                        "--sets: expected paper, " + String.join(", ", names()) + "; found '" + name + "'"));
    }

    /** All names but {@code paper}. */
    static List<String> names() {
        List<String> names =
                new ArrayList<>(TestSet.all().stream().map(TestSet::label).toList());
        names.addAll(List.of(REAL + FOLLOW_UP, REAL + ERROR_CORRECTION));
        Arrays.stream(WordProblemSet.values()).map(WordProblemSet::title).forEach(names::add);
        names.addAll(List.of(FOLLOW_UP, ERROR_CORRECTION));
        return names;
    }

    /** The problems of a file, named after it. */
    EvalTask file(Path file) {
        List<TestProblem> problems = ProblemSet.read(file, RejectedLines.refusing()).byId().values().stream()
                .map(problem -> new TestProblem(problem, Map.of()))
                .toList();
        String name =
                file.getFileName().toString().replaceFirst("\\.jsonl?$", "").replaceAll("[^A-Za-z0-9_-]", "_");
        return new EvalTask.Problems(name, limited(problems), problems.size(), shots.orElse(0), REAL_PROMPT);
    }

    private EvalTask real(TestSet set) {
        List<TestProblem> problems = set.read(folder());
        return new EvalTask.Problems(
                set.label(), limited(problems), problems.size(), shots.orElse(set.shots()), REAL_PROMPT);
    }

    private EvalTask made(WordProblemSet set) {
        List<TestProblem> problems = set.generate(made(), Split.TEST, MADE_SEED).stream()
                .map(made -> new TestProblem(made.problem(), Map.of()))
                .toList();
        return new EvalTask.Problems(set.title(), problems, problems.size(), shots.orElse(0), MADE_PROMPT);
    }

    private EvalTask realDialogues(String name, List<Dialogue> dialogues) {
        return new EvalTask.Dialogues(name, limited(dialogues), dialogues.size(), shots.orElse(0), REAL_PROMPT);
    }

    private EvalTask madeDialogues(String name, List<Dialogue> dialogues) {
        return new EvalTask.Dialogues(name, dialogues, dialogues.size(), shots.orElse(0), MADE_PROMPT);
    }

    private int made() {
        return limit.orElse(MADE);
    }

    private <T> List<T> limited(List<T> all) {
        return all.subList(0, Math.min(limit.orElse(Integer.MAX_VALUE), all.size()));
    }

    private Path folder() {
        return data.orElseThrow(
                () -> new LabException("--sets: expected a data folder (--data or LEMMA_DATA), found none"));
    }
}
