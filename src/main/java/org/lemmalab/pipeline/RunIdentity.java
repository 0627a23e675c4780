package org.lemmalab.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What all results of one run folder have in common. A start of another identity is refused.
 *
 * @param stage name, version and settings
 * @param inputs the input files in their order
 */
public record RunIdentity(StageIdentity stage, List<InputFile> inputs) {
    /** Copies the list. */
    public RunIdentity {
        inputs = List.copyOf(inputs);
    }

    /**
     * @param now the identity that a start has now
     * @return each difference, field by field, with the old value and the new; empty where there is none
     */
    public List<String> differencesTo(RunIdentity now) {
        List<String> differences = new ArrayList<>();
        compare("stage", stage.name(), now.stage.name(), differences);
        compare("version", stage.version(), now.stage.version(), differences);
        Map<String, String> before = stage.settings();
        Map<String, String> after = now.stage.settings();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            compare("setting " + name, before.get(name), after.get(name), differences);
        }
        compareInputs(now, differences);
        return List.copyOf(differences);
    }

    private void compareInputs(RunIdentity now, List<String> differences) {
        if (inputs.size() != now.inputs.size()) {
            compare("inputs", names(inputs), names(now.inputs), differences);
            return;
        }
        for (int i = 0; i < inputs.size(); i++) {
            String label = "input " + (i + 1) + ": ";
            inputs.get(i).differenceTo(now.inputs.get(i)).ifPresent(text -> differences.add(label + text));
        }
    }

    private static void compare(String field, String before, String now, List<String> differences) {
        if (before == null || !before.equals(now)) {
            differences.add(field + ": was " + quoted(before) + ", now " + quoted(now));
        }
    }

    private static String quoted(String value) {
        return value == null ? "not set" : "'" + value + "'";
    }

    private static String names(List<InputFile> files) {
        return String.join(", ", files.stream().map(InputFile::name).toList());
    }
}
