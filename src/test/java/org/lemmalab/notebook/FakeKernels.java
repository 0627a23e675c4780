package org.lemmalab.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Kernels of the two shapes that exist, which keep the page that a reader would see. */
public final class FakeKernels {
    private FakeKernels() {}

    /** Contents of an output. */
    public static final class Data {
        private final Map<String, Object> contents = new LinkedHashMap<>();
        private String id = "";

        public void putData(String type, Object content) {
            contents.put(type, content);
        }

        public void setDisplayId(String newId) {
            id = newId;
        }
    }

    /** Outputs under a cell, in order. */
    public static class Page {
        final Map<String, Map<String, Object>> outputs = new LinkedHashMap<>();
        final List<String> messages = new ArrayList<>();

        public void display(Data data) {
            messages.add("display");
            outputs.put(data.id, data.contents);
        }
    }

    /** Updates by itself, as rapaio does. */
    public static final class Direct extends Page {
        public void updateDisplay(Data data) {
            messages.add("update");
            if (outputs.replace(data.id, data.contents) == null) {
                throw new IllegalArgumentException("no output " + data.id);
            }
        }
    }

    /** Updates through the stream of its input and output, as IJava and JJava do. */
    public static final class ByStream extends Page {
        public Io getIO() {
            return new Io(new Stream(this));
        }
    }

    /** A kernel's input and output. */
    public static final class Io {
        public final Stream display;

        Io(Stream display) {
            this.display = display;
        }
    }

    /** A kernel's display stream. */
    public static final class Stream {
        private final Page page;

        Stream(Page page) {
            this.page = page;
        }

        public void updateDisplay(Data data) {
            page.messages.add("update");
            page.outputs.replace(data.id, data.contents);
        }

        public void updateDisplay(String id, Data data) {
            throw new IllegalStateException("not this one");
        }
    }

    static KernelDisplay display(Page kernel) {
        return new KernelDisplay(kernel, loader -> new Data(), FakeKernels.class.getClassLoader());
    }
}
