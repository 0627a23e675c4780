package org.lemmalab.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What cells print and read. Both outputs share one order; what was printed leaves before anything else is shown. A cell's text is cut at
 * a limit, and the cut says how much is missing.
 */
final class Streams {
    static final String OUT = "stdout";
    static final String ERR = "stderr";
    private static final int SENT_AT = 1 << 16;

    private final int limit;
    private final BiConsumer<String, String> sink;
    private final Predicate<Thread> isMuted;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private String waitingFor = OUT;
    private long shown;
    private long cut;

    /**
     * @param limit the most characters of a cell
     * @param sink takes the name of a stream and a text
     * @param isMuted whose prints are dropped: what an interrupted cell has left behind
     */
    Streams(int limit, BiConsumer<String, String> sink, Predicate<Thread> isMuted) {
        this.limit = limit;
        this.sink = sink;
        this.isMuted = isMuted;
    }

    /** Takes the place of the process's own streams. */
    void install(Supplier<String> asked) {
        System.setOut(new PrintStream(new Printed(OUT), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new Printed(ERR), true, StandardCharsets.UTF_8));
        System.setIn(new Typed(asked));
    }

    private final class Printed extends OutputStream {
        private final String name;

        Printed(String name) {
            this.name = name;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            add(name, bytes, from, length);
        }
    }

    private synchronized void add(String name, byte[] bytes, int from, int length) {
        if (isMuted.test(Thread.currentThread())) {
            return;
        }
        if (!name.equals(waitingFor)) {
            send(true);
            waitingFor = name;
        }
        waiting.write(bytes, from, length);
        if (waiting.size() >= SENT_AT) {
            send(false);
        }
    }

    /** Sends what was printed so far. */
    synchronized void flush() {
        send(true);
    }

    /** Sends what was printed so far, now and then, while a cell runs. */
    synchronized void tick() {
        send(false);
    }

    /** A new cell begins. */
    synchronized void begin() {
        send(true);
        shown = 0;
        cut = 0;
    }

    /** The cell has ended. */
    synchronized void end() {
        send(true);
        if (cut > 0) {
            sink.accept(
                    ERR,
                    String.format(
                            "%n[output cut: %,d characters were shown, %,d more were not; LEMMA_OUTPUT_LIMIT sets the"
                                    + " limit]%n",
                            shown, cut));
        }
    }

    /** Sends, but for the first bytes of a character whose last ones are still to come. */
    private void send(boolean all) {
        byte[] bytes = waiting.toByteArray();
        int whole = all ? bytes.length : wholeCharacters(bytes);
        waiting.reset();
        waiting.write(bytes, whole, bytes.length - whole);
        String text = new String(bytes, 0, whole, StandardCharsets.UTF_8);
        int fits = (int) Math.min(text.length(), limit - shown);
        if (fits > 0 && fits < text.length() && Character.isHighSurrogate(text.charAt(fits - 1))) {
            fits--;
        }
        shown += fits;
        cut += text.length() - fits;
        if (fits > 0) {
            sink.accept(waitingFor, text.substring(0, fits));
        }
    }

    private static int wholeCharacters(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes.length - end < 3 && (bytes[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        return end > 0 && (bytes[end - 1] & 0x80) != 0 ? end - 1 : bytes.length;
    }

    /** Asks the page for a line whenever a cell wants one. */
    private static final class Typed extends InputStream {
        private final Supplier<String> asked;
        private ByteArrayInputStream line = new ByteArrayInputStream(new byte[0]);

        Typed(Supplier<String> asked) {
            this.asked = asked;
        }

        @Override
        public synchronized int available() {
            return line.available();
        }

        @Override
        public synchronized int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) throws IOException {
            if (length > 0 && available() == 0) {
                String typed = asked.get();
                if (typed == null) {
                    return -1;
                }
                line = new ByteArrayInputStream((typed + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
            }
            return length == 0 ? 0 : line.read(into, from, length);
        }
    }
}
