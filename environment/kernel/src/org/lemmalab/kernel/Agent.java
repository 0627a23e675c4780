package org.lemmalab.kernel;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;

/** The kernel's own jar as a Java agent: with it classes of cells can be replaced where they are, so that variables keep their values. */
public final class Agent {
    private static Instrumentation instrumentation;

    private Agent() {}

    /**
     * Called by the Java machine before {@code main}, because of {@code -javaagent}.
     *
     * @param arguments not used
     * @param given by the Java machine
     */
    public static void premain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    static Instrumentation instrumentation() {
        return instrumentation;
    }

    /** Opens a package of the JDK to the kernel. */
    static void open(Class<?> type) {
        if (instrumentation == null) {
            return;
        }
        Set<Module> kernel = Set.of(Agent.class.getModule());
        instrumentation.redefineModule(
                type.getModule(), Set.of(), Map.of(), Map.of(type.getPackageName(), kernel), Set.of(), Map.of());
    }
}
