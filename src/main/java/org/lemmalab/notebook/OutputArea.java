package org.lemmalab.notebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A place under a cell that holds what is shown and printed in {@link #run}, for example by a button. Without a page that has such places all
 * of it appears where it is.
 */
public final class OutputArea {
    private static final String MODULE = "@jupyter-widgets/output";

    private final String id = KernelDisplay.newId();
    private Optional<Consumer<Map<String, Object>>> line = Optional.empty();

    OutputArea() {}

    /** Shows the place, empty at first. */
    public void show() {
        KernelDisplay.ofRunningKernel().ifPresent(display -> {
            if (line.isEmpty()) {
                line = display.openLine(id, Control.opened(state(display)), message -> null);
            }
            if (line.isPresent()) {
                Map<String, Object> view = Map.of("model_id", id, "version_major", 2, "version_minor", 0);
                display.show(
                        KernelDisplay.newId(),
                        Map.of("application/vnd.jupyter.widget-view+json", view, "text/plain", "[output]"));
            }
        });
    }

    private static Map<String, Object> state(KernelDisplay display) {
        String layout = KernelDisplay.newId();
        Map<String, Object> state = new LinkedHashMap<>(Control.model(MODULE, "Output"));
        if (Control.part(display, layout, Control.model("@jupyter-widgets/base", "Layout"))) {
            state.put("layout", "IPY_MODEL_" + layout);
        }
        state.put("msg_id", "");
        state.put("outputs", List.of());
        return state;
    }

    /**
     * @param work whose outputs go here, in place of those before
     */
    public void run(Runnable work) {
        tell(Map.of("outputs", List.of()));
        tell(Map.of("msg_id", messageId()));
        try {
            work.run();
        } finally {
            System.out.flush();
            tell(Map.of("msg_id", ""));
        }
    }

    private static String messageId() {
        return KernelDisplay.ofRunningKernel().flatMap(KernelDisplay::messageId).orElse("");
    }

    private void tell(Map<String, Object> state) {
        line.ifPresent(to -> to.accept(Control.update(state)));
    }
}
