package org.lemmalab.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveDisplayTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long nanos = Long.MAX_VALUE - 5_000_000_000L;
    private int drawn;

    @Test
    void aStateReplacesTheOneBeforeInEveryKernel() {
        for (FakeKernels.Page kernel : List.of(new FakeKernels.Direct(), new FakeKernels.ByStream())) {
            LiveDisplay live = live(Optional.of(kernel));
            live.show(() -> state(1));
            pass(0.6);
            live.show(() -> state(2));
            assertEquals(List.of("display", "update"), kernel.messages);
            assertEquals(
                    List.of(Map.of("text/html", "<b>2</b>", "text/plain", "2")), List.copyOf(kernel.outputs.values()));
        }
    }

    @Test
    void statesThatComeTooFastAreNotDrawnButTheLast() {
        FakeKernels.Page kernel = new FakeKernels.Direct();
        try (LiveDisplay live = live(Optional.of(kernel))) {
            for (int i = 0; i <= 1200; i++) {
                int number = i;
                live.show(() -> state(number));
                pass(0.001);
            }
        }
        assertEquals(4, drawn);
        assertEquals("1200", kernel.outputs.values().iterator().next().get("text/plain"));
    }

    @Test
    void twoDisplaysStandBesideEachOther() {
        FakeKernels.Page kernel = new FakeKernels.Direct();
        LiveDisplay first = live(Optional.of(kernel));
        LiveDisplay second = live(Optional.of(kernel));
        first.show(() -> state(1));
        second.show(() -> state(2));
        assertEquals(2, kernel.outputs.size());
    }

    @Test
    void outsideANotebookAStateIsPrintedEveryTenSecondsAndTheLastAlways() {
        try (LiveDisplay live = live(Optional.empty())) {
            for (int second = 0; second < 25; second++) {
                int number = second;
                live.show(() -> state(number));
                pass(1);
            }
        }
        assertEquals(List.of("0", "10", "20", "24"), printed());
    }

    @Test
    void aKernelThatReplacesNothingGetsPlainLines() {
        FakeKernels.Page kernel = new FakeKernels.Page();
        live(Optional.of(kernel)).show(() -> state(7));
        assertEquals(List.of("7"), printed());
        assertTrue(kernel.outputs.isEmpty());
    }

    @Test
    void aDisplayThatFailsGoesOnInPlainLines() {
        FakeKernels.Page kernel = new FakeKernels.Direct();
        LiveDisplay live = live(Optional.of(kernel));
        live.show(() -> state(1));
        kernel.outputs.clear();
        pass(1);
        live.show(() -> state(2));
        assertEquals(2, printed().size());
        assertTrue(printed().get(0).contains("no output"), printed().get(0));
        assertEquals("2", printed().get(1));
    }

    private LiveDisplay live(Optional<FakeKernels.Page> kernel) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return new LiveDisplay(kernel.map(FakeKernels::display), out, () -> nanos);
    }

    private Shown state(int number) {
        drawn++;
        return Shown.html("<b>" + number + "</b>", String.valueOf(number));
    }

    private void pass(double seconds) {
        nanos += (long) (seconds * 1e9);
    }

    private List<String> printed() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
