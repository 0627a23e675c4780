package REPL;

/**
 * What newer JDKs make the code of cells ask before each turn of a loop and at the start of each method: whether it is to end. JShell
 * would make this class itself, and end every thread that runs code of a cell; the kernel's own is found first, and ends one.
 */
public final class $Cancel$ {
    private static volatile Thread ended;

    private $Cancel$() {}

    /**
     * @param thread ends when it next asks
     */
    public static void end(Thread thread) {
        ended = thread;
    }

    /** Called by the code of cells. */
    public static void stopCheck() {
        if (ended != null && ended == Thread.currentThread()) {
            throw new Error("interrupted");
        }
    }
}
