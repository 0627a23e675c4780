package org.lemmalab.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.lemmalab.evaluation.TestSet;
import org.lemmalab.experiment.study.BaseStudent;
import org.lemmalab.experiment.study.RealProblems;
import org.lemmalab.experiment.study.Study;
import org.lemmalab.experiment.study.StudyBudget;
import org.lemmalab.experiment.study.StudyProblems;
import org.lemmalab.experiment.study.StudyStore;
import org.lemmalab.experiment.study.StudyTeachers;
import org.lemmalab.experiment.study.SyntheticProblems;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.endpoint.EndpointModel;
import org.lemmalab.llm.endpoint.EndpointSettings;
import org.lemmalab.llm.meter.Price;
import org.lemmalab.mistake.prompted.PromptedSettings;
import org.lemmalab.reflection.PromptedTeacher;
import org.lemmalab.reflection.Teacher;
import org.lemmalab.synthetic.wordproblem.Split;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who takes part in a study, on what, and how much is done. */
final class StudyOptions {
    private static final int AT_A_TIME = 8;

    @Option(
            names = "--student",
            paramLabel = "DIR|URL",
            description = "The student's checkpoint folder, or an endpoint's base URL; several may be named.")
    private List<String> students = List.of();

    @Option(names = "--model", paramLabel = "NAME", description = "The student's name at its endpoint.")
    private String model;

    @Option(names = "--out", paramLabel = "DIR", description = "The study's folder.")
    private Path out;

    @Option(
            names = "--budget",
            defaultValue = "quick",
            paramLabel = "NAME|FILE",
            description = "quick, standard, full, or a JSON file with the fields of one (${DEFAULT-VALUE}).")
    private String budget;

    @Option(names = "--seeds", description = "Runs of the main methods (default: the budget's).")
    private Integer seeds;

    @Option(
            names = "--sets",
            paramLabel = "LABELS",
            description = "The paper's sets from the data folder, gsm8k or math among them (default: made problems).")
    private String sets;

    @Mixin
    private DataOption data;

    @Option(
            names = "--split",
            defaultValue = "test",
            description = "Of made problems: test to report, development to choose settings by (${DEFAULT-VALUE}).")
    private String split;

    @Option(
            names = "--teacher",
            paramLabel = "URL",
            description = "An endpoint whose model is the other teacher of T8 (default: the plain program).")
    private String teacher;

    @Option(names = "--teacher-model", paramLabel = "NAME", description = "That model's name.")
    private String teacherModel;

    Path out() {
        return given("--out", out);
    }

    Study study(Consumer<String> told) {
        StudyBudget size = StudyBudget.named(budget);
        if (students.isEmpty()) {
            throw new LabException("lab study: --student is missing");
        }
        StudyStore store = new StudyStore(out().resolve("store"));
        StudyProblems problems = problems();
        return new Study(
                students.stream().map(this::student).toList(),
                problems,
                Optional.ofNullable(seeds).map(size::withSeeds).orElse(size),
                teachers(problems.teacher()),
                store,
                told);
    }

    private BaseStudent student(String place) {
        if (!isUrl(place)) {
            return BaseStudent.of(Path.of(place));
        }
        String name = given("--model", model);
        return BaseStudent.endpoint(name, place, () -> EndpointModel.open(EndpointSettings.chat(place, name)));
    }

    private static boolean isUrl(String place) {
        return place.startsWith("http://") || place.startsWith("https://");
    }

    private StudyProblems problems() {
        if (sets == null) {
            return new SyntheticProblems(Arrays.stream(Split.values())
                    .filter(each -> each.title().equals(split.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(
                            () -> new LabException("--split: expected test or development, found '" + split + "'")));
        }
        Path folder = data.folder()
                .orElseThrow(() -> new LabException("--sets: expected --data DIR with it, found no data folder"));
        return new RealProblems(
                folder,
                Arrays.stream(sets.split(","))
                        .map(String::strip)
                        .map(TestSet::ofLabel)
                        .toList());
    }

    private StudyTeachers teachers(Teacher main) {
        if (teacher == null) {
            return StudyTeachers.againstProgram(main);
        }
        String name = given("--teacher-model", teacherModel);
        EndpointModel asked = EndpointModel.open(EndpointSettings.chat(teacher, name));
        Teacher prompted = PromptedTeacher.over(asked, Price.FREE, PromptedSettings.STANDARD);
        return new StudyTeachers(main, Optional.of(prompted), AT_A_TIME);
    }

    private static <T> T given(String name, T value) {
        return Optional.ofNullable(value).orElseThrow(() -> new LabException("lab study: " + name + " is missing"));
    }
}
