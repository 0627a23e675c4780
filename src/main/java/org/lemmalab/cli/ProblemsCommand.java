package org.lemmalab.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lemmalab.io.LabException;
import org.lemmalab.io.LineOutput;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.wordproblem.ErrorCorrection;
import org.lemmalab.synthetic.wordproblem.FollowUp;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab problems --set NAME -n N --seed S --out FILE}. */
@Command(
        name = "problems",
        description = {
            "Make word problems with exact solutions: one JSON object a line with id, question, solution and answer.",
            "The same set, split and seed give the same problems; the splits share none."
        },
        mixinStandardHelpOptions = true)
final class ProblemsCommand implements Callable<Integer> {
    @Option(
            names = "--set",
            required = true,
            paramLabel = "NAME",
            description = "stories, relations or arithmetic (in distribution); stories- or relations- with long, large,"
                    + " reworded or distracted, stories-unseen and stories-of-two (out of distribution); follow-up, error-correction"
                    + " (dialogues).")
    private String set;

    @Option(names = "-n", defaultValue = "100", description = "How many (default: ${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--split",
            defaultValue = "TEST",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Split split;

    @Option(names = "--seed", defaultValue = "1", description = "The seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write (JSON Lines).")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (count < 1) {
            throw new LabException("-n: expected a number from 1, found " + count);
        }
        List<Map<String, Object>> lines = lines();
        try (LineOutput output = LineOutput.to(out)) {
            lines.forEach(output::add);
            output.finish();
        }
        spec.commandLine().getOut().println(lines.size() + " problems: " + out);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private List<Map<String, Object>> lines() {
        return switch (set) {
            case "follow-up" ->
                FollowUp.generate(count, split, seed).stream()
                        .map(ProblemsCommand::line)
                        .toList();
            case "error-correction" ->
                ErrorCorrection.generate(count, split, seed).stream()
                        .map(ProblemsCommand::line)
                        .toList();
            default ->
                WordProblemSet.named(set).generate(count, split, seed).stream()
                        .map(made -> line(made.problem()))
                        .toList();
        };
    }

    private static Map<String, Object> line(Problem problem) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", problem.id());
        line.put("question", problem.question());
        line.put("solution", problem.goldSolution());
        line.put("answer", problem.goldAnswer());
        return line;
    }

    private static Map<String, Object> line(FollowUp talk) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", talk.id());
        line.put("turns", talk.turns().stream().map(ProblemsCommand::line).toList());
        return line;
    }

    private static Map<String, Object> line(ErrorCorrection wrong) {
        Map<String, Object> line = line(wrong.problem().problem());
        line.put("attempt", wrong.attempt());
        line.put("first_wrong_step", wrong.firstWrongStep());
        line.put("wrong_answer", Long.toString(wrong.wrongAnswer()));
        return line;
    }
}
