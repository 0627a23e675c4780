package org.lemmalab.reflection.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Examples;
import org.lemmalab.reflection.ReflectionFinder;
import org.lemmalab.reflection.TransitionPhrases;

class ProgramLinksTest {
    private final ProgramLinks links = new ProgramLinks();

    @Test
    void aSlipIsNamedWithItsNumbers() {
        for (long seed = 0; seed < 30; seed++) {
            String link = link(Examples.slip(), seed);
            assertTrue(link.contains("33") || link.contains("3*10") || link.contains("3 * 10"), link);
            assertTrue(link.contains("30"), link);
        }
    }

    @Test
    void aMisquotedValueIsHeldAgainstTheQuestion() {
        ErroneousAttempt misquoted = Examples.error(ErrorType.CONTEXT_VALUE, "It sells 4*21=84 rolls.");
        Set<String> found = new HashSet<>();
        for (long seed = 0; seed < 40; seed++) {
            found.add(link(misquoted, seed));
        }
        assertTrue(found.stream().allMatch(link -> link.contains("12")), found.toString());
        assertTrue(found.stream().anyMatch(link -> link.contains("sells 4 trays of 12 rolls and 3")), found.toString());
        assertTrue(found.size() > 10, "several wordings: " + found.size());
    }

    @ParameterizedTest
    @EnumSource(ErrorType.class)
    void everyTypeHasLinksAndTheyReadDifferently(ErrorType type) {
        ErroneousAttempt attempt = Examples.error(type, "It sells 4*12=48 rolls.", "The buns are 3+10=13 pieces.");
        Set<String> openings = new HashSet<>();
        for (long seed = 0; seed < 40; seed++) {
            String link = link(attempt, seed);
            assertTrue(ReflectionFinder.begins(link), link);
            assertFalse(link.contains("{") || link.toLowerCase().contains("gold"), link);
            openings.add(link.substring(0, link.indexOf(' ', 12)));
        }
        assertTrue(openings.size() >= 3, openings.toString());
    }

    @Test
    void noTwoTypesShareASentenceOfTheirOwn() {
        for (String kind : List.of("opening", "wrong")) {
            List<String> all = LinkWording.standard().all(kind).stream()
                    .filter(sentence -> !sentence.equals("{explained}"))
                    .toList();
            assertEquals(all.size(), Set.copyOf(all).size(), kind);
        }
    }

    @Test
    void everyOpeningAndPhraseIsFoundAsAReflection() {
        LinkWording.standard().all("opening").forEach(text -> assertTrue(ReflectionFinder.begins(text), text));
        TransitionPhrases.standard().phrases().forEach(text -> assertTrue(ReflectionFinder.begins(text), text));
        for (String step : Examples.BAKERY.goldSolution().split("\n")) {
            assertFalse(ReflectionFinder.begins(step), step);
        }
    }

    @Test
    void aRestartSaysThatItStartsOver() {
        Correction restart = new ProgramCorrector()
                .restart(Examples.BAKERY, Examples.slip(), 3)
                .asOptional()
                .orElseThrow();
        String link = links.link(Examples.BAKERY, Examples.slip(), restart, 4)
                .asOptional()
                .orElseThrow();
        assertTrue(
                LinkWording.standard().all("turn").stream().anyMatch(link::endsWith),
                link + Arrays.toString(LinkWording.standard().all("turn").toArray()));
    }

    private String link(ErroneousAttempt attempt, long seed) {
        Correction fixed = new ProgramCorrector()
                .fix(Examples.BAKERY, attempt)
                .asOptional()
                .orElseThrow();
        String link =
                links.link(Examples.BAKERY, attempt, fixed, seed).asOptional().orElseThrow();
        assertEquals(
                link,
                links.link(Examples.BAKERY, attempt, fixed, seed).asOptional().orElseThrow());
        return link;
    }
}
