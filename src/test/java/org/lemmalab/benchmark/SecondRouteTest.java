package org.lemmalab.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondRouteTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "It sells 4*12=<<4*12=48>>48 rolls.",
                "100 - 50 - 30 - 15 = $5 are left.",
                "That is (2 + 3) x 4 = 20.",
                "10 / 3 = 3.33 each",
                "20% * 50 = 10"
            })
    void whatHolds(String step) {
        List<SecondRoute.Equality> read = SecondRoute.equalities(step);
        assertTrue(!read.isEmpty() && read.stream().allMatch(SecondRoute.Equality::holds), read.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4*12=<<4*12=46>>46", "100 - 50 = 40 are left.", "2 + 3 x 4 = 20", "10 / 4 = 2.6"})
    void whatDoesNotHold(String step) {
        List<SecondRoute.Equality> read = SecondRoute.equalities(step);
        assertTrue(read.stream().anyMatch(each -> !each.holds()), read.toString());
    }

    @Test
    void partsOfSomethingLongerAreNotRead() {
        assertEquals(List.of(), SecondRoute.equalities("120 kids - 24 - 6 = 90 kids"));
        assertEquals(List.of(), SecondRoute.equalities("60 students x 2/3 = 40 students"));
        assertEquals(List.of(), SecondRoute.equalities("the total is 840."));
    }
}
