package org.lemmalab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.lemmalab.corpus.format.RevisionRow;
import org.lemmalab.io.JsonLines;
import org.lemmalab.io.LineOutput;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.pipeline.Result;
import org.lemmalab.report.CorpusReport;
import org.lemmalab.report.TableView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab corpus import FILE --out FILE}: rows of revised answers, split into their parts. */
@Command(
        name = "import",
        description = {
            "Split rows of the public LEMMA data set's form (instruction, input, output) into error, reflection, correction.",
            "A line that is split gets sub_trajectory, reflection, correction and answer; any other stays whole, with the"
                    + " reason as not_split."
        },
        mixinStandardHelpOptions = true)
final class CorpusImportCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The rows (JSON Lines).")
    private Path rows;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the parts go (JSON Lines).")
    private Path out;

    @Spec
    private CommandSpec spec;

    private final Map<String, Long> reasons = new TreeMap<>();
    private long split;

    /** A row and what became of it. */
    private record Row(String instruction, String output, Result<RevisionRow> parts) {}

    @Override
    public Integer call() {
        LineOutput.refuseInputs(out, rows);
        try (RejectedLines rejected = RejectedLines.beside(out);
                LineOutput output = LineOutput.to(out)) {
            long all = JsonLines.forEach(
                    rows,
                    line -> new Row(
                            line.path("instruction").asText(),
                            line.path("output").asText(),
                            RevisionRow.of(line)),
                    row -> write(row, output),
                    rejected);
            output.finish();
            PrintWriter console = spec.commandLine().getOut();
            console.println(split + " of " + all + " rows split: " + out);
            if (!reasons.isEmpty()) {
                console.println(new TableView(CorpusReport.refusals(reasons)).text());
            }
            console.flush();
            return RejectedReport.tell(rejected, false, spec.commandLine().getErr());
        }
    }

    private void write(Row row, LineOutput output) {
        Map<String, Object> line = new TreeMap<>();
        line.put("instruction", row.instruction());
        row.parts()
                .asOptional()
                .ifPresentOrElse(
                        parts -> {
                            split++;
                            line.put("sub_trajectory", parts.subTrajectory());
                            line.put("reflection", parts.reflection());
                            line.put("correction", parts.correction());
                            line.put("answer", parts.answer());
                        },
                        () -> {
                            String reason = row.parts().failure().orElseThrow();
                            reasons.merge(reason, 1L, Long::sum);
                            line.put("output", row.output());
                            line.put("not_split", reason);
                        });
        output.add(line);
    }
}
