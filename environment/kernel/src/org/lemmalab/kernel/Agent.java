package org.lemmalab.kernel;

import com.sun.tools.attach.VirtualMachine;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/**
 * The kernel's own jar as a Java agent: with it classes of cells can be replaced where they are, so that variables keep their values. It is
 * loaded when the first one is to be replaced; from the start it would look at every class that is loaded.
 */
public final class Agent {
    private static Instrumentation instrumentation;

    private Agent() {}

    /**
     * Called by the Java machine when the agent is loaded.
     *
     * @param arguments not used
     * @param given by the Java machine
     */
    public static void agentmain(String arguments, Instrumentation given) {
        instrumentation = given;
    }

    /**
     * @return what replaces classes
     * @throws Exception if this Java machine lets no agent in
     */
    static synchronized Instrumentation instrumentation() throws Exception {
        if (instrumentation == null) {
            Path jar = Path.of(Agent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            VirtualMachine machine =
                    VirtualMachine.attach("" + ProcessHandle.current().pid());
            try {
                machine.loadAgent(jar.toString());
            } finally {
                machine.detach();
            }
        }
        return instrumentation;
    }
}
