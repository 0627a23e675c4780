package org.lemmalab.kernel;

import REPL.$Cancel$;
import java.lang.instrument.ClassDefinition;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import jdk.jshell.execution.LocalExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs the code of cells in this process, each piece on a thread of its own. An interrupted piece is first asked to end, like any Java
 * thread; code of the cell itself is then stopped; a library that does not end within a second is left behind.
 */
final class CellControl extends LocalExecutionControl implements ExecutionControlProvider {
    private static final String CELL_CLASS = "REPL.";
    private static final long ASKED_MILLIS = 150;
    private static final long LEFT_MILLIS = 1000;
    private static final long LAST_MILLIS = 30_000;

    private static final class Run {
        final CompletableFuture<Object> ended = new CompletableFuture<>();
        final Thread thread;
        volatile String leftIn;

        Run(Callable<Object> body, ClassLoader loader) {
            thread = new Thread(
                    () -> {
                        try {
                            ended.complete(body.call());
                        } catch (Throwable e) {
                            ended.completeExceptionally(e);
                        }
                    },
                    "cell");
            thread.setContextClassLoader(loader);
        }
    }

    /** Held while the compiler works, free while a cell runs: then pages can ask for completions. */
    final ReentrantLock compiler = new ReentrantLock();

    private final Set<Thread> left = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private volatile boolean interrupted;
    private volatile Run last;
    private Object value;
    private ClassLoader loader;
    private Field field;

    /** The value of the last piece that ran. */
    Object value() {
        return value;
    }

    /** What has loaded the classes of cells, and loads the toolkit's. */
    ClassLoader loader() {
        return loader;
    }

    /** The field of the variable whose value was asked for last. */
    Field field() {
        return field;
    }

    /** Ends the cell here if it was interrupted. */
    void check() throws CellFailure {
        if (interrupted) {
            throw Errors.interrupted(last == null ? null : last.leftIn);
        }
    }

    /** Whether a thread belongs to a cell that was interrupted and did not end. */
    boolean isLeft(Thread thread) {
        return left.contains(thread);
    }

    void begin() {
        interrupted = false;
        last = null;
    }

    @Override
    protected String invoke(Method piece) throws Exception {
        if (interrupted) {
            throw new StoppedException();
        }
        value = null;
        loader = piece.getDeclaringClass().getClassLoader();
        compiler.unlock();
        try {
            value = run(() -> piece.invoke(null));
            return "";
        } finally {
            compiler.lock();
        }
    }

    /** Runs something that can be interrupted. */
    Object run(Callable<Object> body) throws Exception {
        Run run = new Run(body, loader);
        last = run;
        run.thread.start();
        if (interrupted) {
            interrupt();
        }
        Object result = null;
        Throwable thrown = null;
        try {
            result = run.ended.get();
        } catch (ExecutionException e) {
            thrown = e.getCause();
        }
        if (interrupted) {
            throw new StoppedException();
        }
        if (thrown != null) {
            throw thrown instanceof Exception exception ? exception : new InvocationTargetException(thrown);
        }
        return result;
    }

    /** Ends what runs; returns at once. */
    void interrupt() {
        interrupted = true;
        Run run = last;
        if (run != null) {
            run.thread.interrupt();
            Thread helper = new Thread(() -> insist(run), "kernel-interrupt");
            helper.setDaemon(true);
            helper.start();
        }
    }

    /** Stops code of the cell; leaves a library alone for a second, then leaves it behind, and stops it late, if at all. */
    private void insist(Run run) {
        long start = System.nanoTime();
        while (run.thread.isAlive()) {
            try {
                Thread.sleep(ASKED_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
            long millis = (System.nanoTime() - start) / 1_000_000;
            String library = library(run.thread.getStackTrace());
            if (library == null || millis > LAST_MILLIS) {
                stop(run.thread);
                run.thread.interrupt();
            }
            if (millis > LEFT_MILLIS && !run.ended.isDone()) {
                left.add(run.thread);
                run.leftIn = library == null ? at(run.thread.getStackTrace()) : library;
                run.ended.completeExceptionally(new StoppedException());
            }
            if (millis > LAST_MILLIS) {
                return;
            }
        }
    }

    /** The library method that the cell is in; null where it is in its own code or the JDK's. */
    private static String library(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().startsWith(CELL_CLASS)) {
                return null;
            }
            if (frame.getModuleName() == null && frame.getClassLoaderName() == null) {
                return at(frame);
            }
        }
        return null;
    }

    private static String at(StackTraceElement... stack) {
        return stack.length == 0 ? "no method" : stack[0].getClassName() + "." + stack[0].getMethodName();
    }

    /** Up to JDK 19 a thread can be stopped anywhere; with newer ones in code of cells, which asks. */
    private static void stop(Thread thread) {
        $Cancel$.end(thread);
        try {
            Thread.class.getMethod("stop").invoke(thread);
        } catch (ReflectiveOperationException e) {
            // A newer JDK.
        }
    }

    @Override
    public void redefine(ClassBytecodes[] changed) throws ClassInstallException {
        try {
            ClassDefinition[] definitions = new ClassDefinition[changed.length];
            for (int i = 0; i < changed.length; i++) {
                definitions[i] = new ClassDefinition(findClass(changed[i].name()), woven(changed[i].bytecodes()));
            }
            Agent.instrumentation().redefineClasses(definitions);
        } catch (Exception | LinkageError e) {
            // A class that has gained or lost a member, or no agent: JShell then makes a new one.
            throw new ClassInstallException(e.toString(), new boolean[changed.length]);
        }
    }

    /** Newer JDKs make the code of cells ask whether it is to end; what replaces it must ask, too. */
    private static byte[] woven(byte[] bytes) throws ReflectiveOperationException {
        Method weaver;
        try {
            weaver = LocalExecutionControl.class.getDeclaredMethod("instrument", byte[].class);
        } catch (NoSuchMethodException e) {
            return bytes;
        }
        weaver.setAccessible(true);
        return (byte[]) weaver.invoke(null, (Object) bytes);
    }

    /** Notes the field instead of putting its value into words, which only the last value of a cell needs. */
    @Override
    public String varValue(String className, String name) throws InternalException {
        try {
            field = findClass(className).getDeclaredField(name);
            field.setAccessible(true);
            return "";
        } catch (ReflectiveOperationException e) {
            throw new InternalException(e.toString());
        }
    }

    @Override
    public String name() {
        return "lemma";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
        return this;
    }
}
