package org.lemmalab.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A control under a cell: a slider, a drop-down list, a button. {@link Controls} makes them. Where no page has controls, as in a run without
 * one or in a kernel without them, a control keeps the value that it was made with or given, and its text is shown.
 *
 * @param <T> what its value is
 */
public final class Control<T> {
    private static final String MODULE = "@jupyter-widgets/controls";
    private static final String BASE = "@jupyter-widgets/base";
    private static final String VERSION = "2.0.0";

    private final String id = KernelDisplay.newId();
    private final String label;
    private final String kind;
    private final Map<String, Object> state = new LinkedHashMap<>();
    private final Kept<T> kept;
    private final List<Consumer<T>> listeners = new ArrayList<>();
    private Optional<Consumer<Map<String, Object>>> line = Optional.empty();
    private T value;

    /**
     * How the page keeps a value.
     *
     * @param property by this name
     * @param toPage in this form
     * @param fromPage and back
     */
    record Kept<T>(String property, Function<T, Object> toPage, Function<Object, T> fromPage) {}

    Control(String kind, String style, String label, Map<String, ?> properties, Kept<T> kept, T value) {
        this.kind = kind;
        this.label = label;
        this.kept = kept;
        this.value = value;
        state.putAll(model(MODULE, kind));
        state.putAll(properties);
        state.put("description", label);
        state.put("style", style);
    }

    /**
     * @return what it stands at
     */
    public synchronized T value() {
        return value;
    }

    /**
     * @param newValue what it is to stand at, here and on the page
     */
    public void set(T newValue) {
        change(newValue);
        line.ifPresent(
                to -> to.accept(update(Map.of(kept.property(), kept.toPage().apply(newValue)))));
        listeners.forEach(each -> each.accept(newValue));
    }

    private synchronized void change(T newValue) {
        value = newValue;
    }

    /**
     * @param listener told of each new value, when no cell runs; of a button, told of each click
     * @return this control
     */
    public Control<T> onChange(Consumer<T> listener) {
        listeners.add(listener);
        return this;
    }

    /** Shows it under the cell; in several cells it is the same control. */
    public void show() {
        Optional<KernelDisplay> display = KernelDisplay.ofRunningKernel();
        if (display.isPresent() && line.isEmpty()) {
            open(display.get());
        }
        if (line.isPresent()) {
            Map<String, Object> view = Map.of("model_id", id, "version_major", 2, "version_minor", 0);
            display.orElseThrow()
                    .show(
                            KernelDisplay.newId(),
                            Map.of("application/vnd.jupyter.widget-view+json", view, "text/plain", toString()));
        } else {
            Show.text(toString());
        }
    }

    /** Whether a page has it. */
    boolean isOnPage() {
        return line.isPresent();
    }

    private void open(KernelDisplay display) {
        String layout = KernelDisplay.newId();
        String style = KernelDisplay.newId();
        Object styleName = state.remove("style");
        if (part(display, layout, model(BASE, "Layout")) && part(display, style, model(MODULE, styleName.toString()))) {
            state.put("layout", "IPY_MODEL_" + layout);
            state.put("style", "IPY_MODEL_" + style);
            line = display.openLine(id, opened(pageState()), this::handle);
        } else {
            state.put("style", styleName);
        }
    }

    /** Each control has its look in two models of their own, which ask for nothing but their state. */
    static boolean part(KernelDisplay display, String id, Map<String, Object> state) {
        return display.openLine(id, opened(state), message -> null).isPresent();
    }

    static Map<String, Object> opened(Map<String, Object> state) {
        return Map.of("state", state, "buffer_paths", List.of());
    }

    static Map<String, Object> update(Map<String, Object> state) {
        return Map.of("method", "update", "state", state, "buffer_paths", List.of());
    }

    static Map<String, Object> model(String module, String name) {
        Map<String, Object> state = new LinkedHashMap<>();
        String version = module.endsWith("output") ? "1.0.0" : VERSION;
        state.put("_model_module", module);
        state.put("_model_module_version", version);
        state.put("_model_name", name + "Model");
        boolean isStyle = name.endsWith("Style");
        state.put("_view_module", isStyle ? BASE : module);
        state.put("_view_module_version", isStyle ? VERSION : version);
        state.put("_view_name", isStyle ? "StyleView" : name.replace("IntProgress", "Progress") + "View");
        return state;
    }

    private Map<String, Object> pageState() {
        Map<String, Object> all = new LinkedHashMap<>(state);
        if (!kept.property().isEmpty()) {
            all.put(kept.property(), kept.toPage().apply(value()));
        }
        return all;
    }

    /** What the page says: at once the new value, later, when no cell runs, those who listen. */
    private Runnable handle(Map<String, Object> message) {
        if ("request_state".equals(message.get("method"))) {
            line.ifPresent(to -> to.accept(update(pageState())));
            return null;
        }
        if ("custom".equals(message.get("method"))) {
            return this::tell;
        }
        Object said = message.get("state") instanceof Map<?, ?> changed ? changed.get(kept.property()) : null;
        if (said == null) {
            return null;
        }
        change(kept.fromPage().apply(said));
        return listeners.isEmpty() ? null : this::tell;
    }

    private void tell() {
        listeners.forEach(each -> each.accept(value()));
    }

    /** Label and value. */
    @Override
    public String toString() {
        return kind.equals("Button") ? "[" + label + "]" : label + ": " + value();
    }
}
