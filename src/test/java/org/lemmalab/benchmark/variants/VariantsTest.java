package org.lemmalab.benchmark.variants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lemmalab.grading.Grader;
import org.lemmalab.grading.TextGrader;
import org.lemmalab.io.LabException;

class VariantsTest {
    /** Not the seed of the benchmark. */
    private static final long SEED = 7L;

    private static final int SAMPLE = 60;
    private static final double RIGHT = 0.97;

    private final Grader grader = Grader.standard();
    private final TextGrader texts = TextGrader.standard();

    static Stream<String> kinds() {
        return Variants.kinds().stream().map(VariantKind::name);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindHasManyFormsAndManyVariants(String name) {
        VariantKind kind = Variants.kind(name);
        List<Variant> variants = kind.make(SEED, 250);
        assertTrue(
                kind.templates().size() >= 15,
                kind.name() + ": " + kind.templates().size() + " forms");
        assertEquals(250, variants.size(), kind.name());
        assertEquals(250, new HashSet<>(variants).size(), kind.name());
        double unequal = variants.stream().filter(variant -> !variant.equal()).count() / 250.0;
        assertTrue(unequal > 0.3 && unequal < 0.6, kind.name() + ": " + unequal + " unequal");
    }

    /** No pair is called equal by one variant and unequal by another. */
    @Test
    void verdictsDoNotContradictEachOther() {
        Set<List<String>> equal = new HashSet<>();
        Set<List<String>> unequal = new HashSet<>();
        for (Variant variant : Variants.make(SEED, 400)) {
            if (!variant.extract()) {
                (variant.equal() ? equal : unequal).add(List.of(variant.gold(), variant.prediction()));
            }
        }
        unequal.retainAll(equal);
        assertTrue(unequal.isEmpty(), () -> "called both: " + unequal);
    }

    @Test
    void oneSeedMakesOneSet() {
        assertEquals(Variants.make(SEED, 40), Variants.make(SEED, 40));
        assertTrue(Variants.make(SEED, 300).size() > 5_000);
        assertThrows(LabException.class, () -> Variants.kind("Z"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theGraderIsRightOnEveryKind(String name) {
        List<Variant> variants = Variants.kind(name).make(SEED, SAMPLE);
        List<Variant> wrong = new ArrayList<>();
        for (Variant variant : variants) {
            boolean found = variant.extract()
                    ? texts.grade(variant.prediction(), variant.gold()).isRight()
                    : grader.equal(variant.prediction(), variant.gold());
            if (found != variant.equal()) {
                wrong.add(variant);
            }
        }
        double right = 1 - (double) wrong.size() / variants.size();
        assertTrue(right >= RIGHT, () -> name + ": " + right + " right; not " + wrong);
    }
}
