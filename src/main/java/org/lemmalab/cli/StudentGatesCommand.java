package org.lemmalab.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lemmalab.experiment.Gate;
import org.lemmalab.experiment.GateSettings;
import org.lemmalab.experiment.StudentGates;
import org.lemmalab.io.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab student gates --student FOLDER}. */
@Command(
        name = "gates",
        description = {
            "Whether learning from errors is a fair question for a student, measured from its files on the development split.",
            "Ends with 1 where a gate is not passed."
        },
        mixinStandardHelpOptions = true)
final class StudentGatesCommand implements Callable<Integer> {
    @Option(names = "--student", required = true, paramLabel = "FOLDER", description = "A student's checkpoint folder.")
    private Path student;

    @Option(names = "--json", description = "Print one JSON object instead of the table.")
    private boolean json;

    @Option(names = "--problems", description = "Problems a set (${DEFAULT-VALUE}).")
    private int problems = GateSettings.STANDARD.problems();

    @Option(names = "--errors", description = "The most errors of a set that are tried again (${DEFAULT-VALUE}).")
    private int errors = GateSettings.STANDARD.errors();

    @Option(names = "--samples", description = "Samples of each such step (${DEFAULT-VALUE}).")
    private int samples = GateSettings.STANDARD.samples();

    @Option(
            names = "--steps",
            description = "Steps of plain fine-tuning, of about 2,000 tokens each (${DEFAULT-VALUE}).")
    private int steps = GateSettings.STANDARD.steps();

    @Option(names = "--rate", description = "Its learning rate (${DEFAULT-VALUE}).")
    private double rate = GateSettings.STANDARD.rate();

    @Option(names = "--seed", description = "Of everything random (${DEFAULT-VALUE}).")
    private long seed = GateSettings.STANDARD.seed();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter told = spec.commandLine().getErr();
        StudentGates.Result result =
                StudentGates.measure(student, new GateSettings(problems, errors, samples, steps, rate, seed), what -> {
                    told.println("gates: " + what);
                    told.flush();
                });
        PrintWriter console = spec.commandLine().getOut();
        if (json) {
            console.println(line(result));
        } else {
            print(result, console);
        }
        console.flush();
        return result.pass() ? 0 : 1;
    }

    private static void print(StudentGates.Result result, PrintWriter console) {
        TextTable table = new TextTable("gate", "set", "wanted", "found % [95 %]", "of", "passes");
        for (Gate gate : result.gates()) {
            table.add(gate.name(), gate.set(), gate.wanted(), gate.shown(), gate.count(), gate.passes() ? "yes" : "no");
        }
        table.lines().forEach(console::println);
        console.println(result.pass() ? "All gates are passed." : "Not all gates are passed.");
    }

    private String line(StudentGates.Result result) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("student", student.toAbsolutePath().normalize().getFileName().toString());
        line.put("pass", result.pass());
        line.put("gates", result.gates());
        line.put("provenance", result.provenance());
        return Json.line(line);
    }
}
