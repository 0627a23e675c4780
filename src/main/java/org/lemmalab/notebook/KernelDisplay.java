package org.lemmalab.notebook;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lemmalab.io.LabException;

/**
 * The display of the Java kernel that this code runs in, found by reflection so that no kernel is a dependency.
 *
 * <p>Kernels of the IJava family share one shape: a kernel object with a method {@code display(DisplayData)}, where the data maps
 * MIME types to contents and Jupyter's page picks the richest that it can show.
 */
final class KernelDisplay {
    /** Finds an object of a kernel. */
    interface Finder {
        Object find(ClassLoader loader) throws ReflectiveOperationException;
    }

    private record Family(Finder kernel, Finder data) {}

    private static final String JUPYTER_DATA = "io.github.spencerpark.jupyter.kernel.display.DisplayData";

    private static final List<Family> FAMILIES = List.of(
            new Family(
                    loader -> callStatic("org.lemmalab.kernel.LemmaKernel", "running", loader),
                    loader -> construct(JUPYTER_DATA, loader)),
            new Family(
                    loader -> Class.forName("org.rapaio.jupyter.kernel.MainApp", true, loader)
                            .getField("kernel")
                            .get(null),
                    loader -> Class.forName("org.rapaio.jupyter.kernel.display.DisplayData", true, loader)
                            .getMethod("fromText", String.class)
                            .invoke(null, "")),
            new Family(
                    loader -> callStatic("io.github.spencerpark.ijava.IJava", "getKernelInstance", loader),
                    loader -> construct(JUPYTER_DATA, loader)),
            new Family(
                    loader -> callStatic("org.dflib.jjava.jupyter.kernel.BaseKernel", "notebookKernel", loader),
                    loader -> construct("org.dflib.jjava.jupyter.kernel.display.DisplayData", loader)),
            new Family(
                    loader -> callStatic("org.dflib.jjava.JJava", "getKernelInstance", loader),
                    loader -> construct("org.dflib.jjava.jupyter.kernel.display.DisplayData", loader)));

    private final Object kernel;
    private final Finder newData;
    private final ClassLoader loader;

    KernelDisplay(Object kernel, Finder newData, ClassLoader loader) {
        this.kernel = kernel;
        this.newData = newData;
        this.loader = loader;
    }

    /**
     * @return the display of the running kernel; empty outside a notebook
     */
    static Optional<KernelDisplay> ofRunningKernel() {
        for (Family family : FAMILIES) {
            for (ClassLoader loader : loaders()) {
                try {
                    Object kernel = family.kernel.find(loader);
                    if (kernel != null) {
                        return Optional.of(new KernelDisplay(kernel, family.data, loader));
                    }
                } catch (ReflectiveOperationException | LinkageError e) {
                    // This kernel is not the one that runs here, or not seen from this loader: ask the next.
                }
            }
        }
        return Optional.empty();
    }

    /** A name that no other output has. */
    static String newId() {
        return UUID.randomUUID().toString();
    }

    /**
     * Shows one output of a cell.
     *
     * @param id by which it can be replaced
     * @param shown the output
     */
    void show(String id, Shown shown) {
        show(id, shown.contents());
    }

    /** Shows forms that need not be text, such as the view of a control. */
    void show(String id, Map<String, ?> contents) {
        send(kernel, "display", id, contents);
    }

    /**
     * Opens a line to a part of the page.
     *
     * @param id by which both sides know it
     * @param data its state
     * @param onMessage takes a message at once; what it returns is run when no cell runs
     * @return sends a message; empty where this kernel has no such lines
     */
    @SuppressWarnings("unchecked")
    Optional<Consumer<Map<String, Object>>> openLine(
            String id, Map<String, Object> data, Function<Map<String, Object>, Runnable> onMessage) {
        try {
            Method open = kernel.getClass()
                    .getMethod("openComm", String.class, String.class, Map.class, Map.class, Function.class);
            Map<String, Object> metadata = Map.of("version", "2.1.0");
            return Optional.of((Consumer<Map<String, Object>>)
                    open.invoke(kernel, "jupyter.widget", id, data, metadata, onMessage));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** By which pages know the cell that runs; empty in kernels that do not tell. */
    Optional<String> messageId() {
        try {
            return Optional.of((String) kernel.getClass().getMethod("messageId").invoke(kernel));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    /** Whether this kernel can replace what it has shown. */
    boolean canReplace() {
        return updater().isPresent();
    }

    /**
     * Puts another output in the place of one that was shown.
     *
     * @param id of that one
     * @param shown the other
     */
    void replace(String id, Shown shown) {
        Object updater = updater()
                .orElseThrow(() -> new LabException("the kernel "
                        + kernel.getClass().getName() + ": expected a display that can be replaced, found none"));
        send(updater, "updateDisplay", id, shown.contents());
    }

    /** What updates: the kernel itself, or the display stream of its input and output, an open field in that family. */
    private Optional<Object> updater() {
        if (updates(kernel)) {
            return Optional.of(kernel);
        }
        try {
            Object io = kernel.getClass().getMethod("getIO").invoke(kernel);
            return Optional.of(io.getClass().getField("display").get(io)).filter(KernelDisplay::updates);
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private static boolean updates(Object target) {
        return Arrays.stream(target.getClass().getMethods())
                .anyMatch(method -> method.getName().equals("updateDisplay") && method.getParameterCount() == 1);
    }

    private void send(Object target, String method, String id, Map<String, ?> contents) {
        try {
            Object data = newData.find(loader);
            Method put = data.getClass().getMethod("putData", String.class, Object.class);
            for (Map.Entry<String, ?> content : contents.entrySet()) {
                put.invoke(data, content.getKey(), content.getValue());
            }
            data.getClass().getMethod("setDisplayId", String.class).invoke(data, id);
            target.getClass().getMethod(method, data.getClass()).invoke(target, data);
        } catch (InvocationTargetException e) {
            throw new LabException("the kernel could not show an output: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new LabException(
                    "the kernel " + kernel.getClass().getName() + " has another display than expected: " + e, e);
        }
    }

    private static List<ClassLoader> loaders() {
        ClassLoader own = KernelDisplay.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null
                ? List.of(own, ClassLoader.getSystemClassLoader())
                : List.of(context, own, ClassLoader.getSystemClassLoader());
    }

    private static Object callStatic(String type, String method, ClassLoader loader)
            throws ReflectiveOperationException {
        return Class.forName(type, true, loader).getMethod(method).invoke(null);
    }

    private static Object construct(String type, ClassLoader loader) throws ReflectiveOperationException {
        return Class.forName(type, true, loader).getConstructor().newInstance();
    }
}
