package org.lemmalab.notebook;

import java.util.List;
import java.util.Map;
import org.lemmalab.io.LabException;

/**
 * Sliders, drop-down lists, fields, buttons and progress under a cell, in JupyterLab and VS Code with the Lemma kernel. The same cells run
 * everywhere: where there are no controls, each stands at its default.
 *
 * <pre>{@code
 * var count = Controls.slider("problems", 1, 50, 10);
 * count.show();
 * Controls.button("Run", () -> System.out.println(count.value())).show();
 * }</pre>
 */
public final class Controls {
    private Controls() {}

    /**
     * @param label before it
     * @param least the smallest value
     * @param most the largest
     * @param value where it stands at first
     * @return a slider for whole numbers
     */
    public static Control<Integer> slider(String label, int least, int most, int value) {
        requireWithin(label, least, most, value);
        Map<String, Object> properties = Map.of("min", least, "max", most, "step", 1, "readout_format", "d");
        return new Control<>("IntSlider", "SliderStyle", label, properties, whole(), value);
    }

    /**
     * @param label before it
     * @param least the smallest value
     * @param most the largest
     * @param value where it stands at first
     * @return a slider for numbers, in a hundred steps
     */
    public static Control<Double> slider(String label, double least, double most, double value) {
        requireWithin(label, least, most, value);
        Map<String, Object> properties =
                Map.of("min", least, "max", most, "step", (most - least) / 100, "readout_format", ".2f");
        Control.Kept<Double> kept =
                new Control.Kept<>("value", number -> number, said -> ((Number) said).doubleValue());
        return new Control<>("FloatSlider", "SliderStyle", label, properties, kept, value);
    }

    /**
     * @param label before it
     * @param options what can be chosen
     * @param value what is chosen at first
     * @param <T> any type; the page shows its text
     * @return a drop-down list
     */
    public static <T> Control<T> dropDown(String label, List<T> options, T value) {
        if (!options.contains(value)) {
            throw new LabException("control '" + label + "': expected one of " + options + ", found " + value);
        }
        List<T> all = List.copyOf(options);
        Map<String, Object> properties =
                Map.of("_options_labels", all.stream().map(String::valueOf).toList());
        Control.Kept<T> kept = new Control.Kept<>("index", all::indexOf, said -> all.get(((Number) said).intValue()));
        return new Control<>("Dropdown", "DescriptionStyle", label, properties, kept, value);
    }

    /**
     * @param label before it
     * @param value what it holds at first
     * @return a field for a line of text
     */
    public static Control<String> text(String label, String value) {
        Control.Kept<String> kept = new Control.Kept<>("value", text -> text, String::valueOf);
        return new Control<>("Text", "TextStyle", label, Map.of("continuous_update", false), kept, value);
    }

    /**
     * @param label beside it
     * @param value whether it is ticked at first
     * @return a box to tick
     */
    public static Control<Boolean> checkBox(String label, boolean value) {
        Control.Kept<Boolean> kept = new Control.Kept<>("value", ticked -> ticked, Boolean.TRUE::equals);
        return new Control<>("Checkbox", "CheckboxStyle", label, Map.of("indent", false), kept, value);
    }

    /**
     * @param label on it
     * @param action done at each click, when no cell runs
     * @return a button; its value means nothing
     */
    public static Control<Boolean> button(String label, Runnable action) {
        Control.Kept<Boolean> kept = new Control.Kept<>("", pressed -> pressed, said -> true);
        return new Control<>("Button", "ButtonStyle", label, Map.of(), kept, true).onChange(pressed -> action.run());
    }

    /**
     * @param label before it
     * @param most the value that means done
     * @return a bar, at 0
     */
    public static Control<Integer> progress(String label, int most) {
        return new Control<>("IntProgress", "ProgressStyle", label, Map.of("min", 0, "max", most), whole(), 0);
    }

    /**
     * @return a place for what buttons show
     */
    public static OutputArea output() {
        return new OutputArea();
    }

    private static Control.Kept<Integer> whole() {
        return new Control.Kept<>("value", number -> number, said -> ((Number) said).intValue());
    }

    private static void requireWithin(String label, double least, double most, double value) {
        if (!(least <= value && value <= most)) {
            throw new LabException(
                    "control '" + label + "': expected a value from " + least + " to " + most + ", found " + value);
        }
    }
}
