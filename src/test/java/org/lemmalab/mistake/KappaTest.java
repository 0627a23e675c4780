package org.lemmalab.mistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;

class KappaTest {
    private static AgreementTable table(long[][] counts) {
        AgreementTable table = new AgreementTable(
                IntStream.range(0, counts.length).mapToObj(String::valueOf).toList());
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts.length; j++) {
                table.add(String.valueOf(i), String.valueOf(j), counts[i][j]);
            }
        }
        return table;
    }

    /** SAS/STAT's documentation of PROC FREQ, "Agreement Study": 88 patients seen by two dermatologists. */
    @Test
    void aPublishedExampleIsReproduced() {
        Kappa kappa = table(new long[][] {{10, 4, 1, 0}, {5, 10, 12, 2}, {2, 4, 12, 5}, {0, 2, 6, 13}})
                .kappa()
                .orElseThrow();
        assertEquals(88, kappa.cases());
        assertEquals(0.3449, kappa.value(), 5e-5);
        assertEquals(0.0724, kappa.standardError(), 5e-5);
        assertEquals(0.2030, kappa.low(), 5e-5);
        assertEquals(0.4868, kappa.high(), 5e-5);
    }

    /**
     * 20 5 / 10 15, by hand: po = 35/50 = 0.7; rows 0.5 0.5, columns 0.6 0.4, pe = 0.3 + 0.2 = 0.5; kappa = 0.2/0.5 = 0.4. With 1 - kappa =
     * 0.6: A = 0.4 (1 - 1.1·0.6)² + 0.3 (1 - 0.9·0.6)² = 0.04624 + 0.06348 = 0.10972; B = 0.36 (0.1 (0.6 + 0.5)² + 0.2 (0.4 + 0.5)²) = 0.36
     * (0.121 + 0.162) = 0.10188; C = (0.4 - 0.3)² = 0.01; variance = 0.2016 / (50 · 0.25) = 0.016128.
     */
    @Test
    void aTableByHand() {
        Kappa kappa = table(new long[][] {{20, 5}, {10, 15}}).kappa().orElseThrow();
        assertEquals(0.7, kappa.observed(), 1e-12);
        assertEquals(0.5, kappa.expected(), 1e-12);
        assertEquals(0.4, kappa.value(), 1e-12);
        assertEquals(Math.sqrt(0.016128), kappa.standardError(), 1e-12);
    }

    @Test
    void fullAgreementIsOneWithoutErrorAndOneCategoryHasNoKappa() {
        Kappa full = table(new long[][] {{7, 0}, {0, 3}}).kappa().orElseThrow();
        assertEquals(1, full.value(), 1e-12);
        assertEquals(0, full.standardError(), 1e-7);
        assertTrue(table(new long[][] {{7, 0}, {0, 0}}).kappa().isEmpty());
        assertTrue(table(new long[][] {{0, 0}, {0, 0}}).kappa().isEmpty());
        Kappa none = table(new long[][] {{0, 5}, {5, 0}}).kappa().orElseThrow();
        assertEquals(-1, none.value(), 1e-12);
        assertEquals(-1, none.low(), 1e-12);
    }

    /** Over many samples of one population the intervals hold its kappa about 95 times in 100. */
    @Test
    void theIntervalHoldsWhatItSays() {
        long[][] population = {{30, 8, 2}, {6, 25, 5}, {3, 4, 17}};
        double truth = table(population).kappa().orElseThrow().value();
        Random random = new Random(5);
        int held = 0;
        for (int sample = 0; sample < 1000; sample++) {
            long[][] counts = new long[3][3];
            for (int i = 0; i < 150; i++) {
                int cell = cell(population, random.nextInt(100));
                counts[cell / 3][cell % 3]++;
            }
            Kappa kappa = table(counts).kappa().orElseThrow();
            held += kappa.low() <= truth && truth <= kappa.high() ? 1 : 0;
        }
        // 950 expected, standard deviation 6.9.
        assertTrue(held >= 922 && held <= 978, "held " + held + " of 1000");
    }

    private static int cell(long[][] population, int drawn) {
        int cell = 0;
        for (long below = population[0][0]; below <= drawn; below += population[cell / 3][cell % 3]) {
            cell++;
        }
        return cell;
    }

    @Test
    void anUnknownCategoryIsNamed() {
        LabException e =
                assertThrows(LabException.class, () -> new AgreementTable(List.of("yes", "no")).add("yes", "maybe"));
        assertTrue(e.getMessage().contains("'maybe'"), e.getMessage());
    }
}
