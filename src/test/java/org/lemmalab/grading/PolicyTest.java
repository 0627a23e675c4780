package org.lemmalab.grading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PolicyTest {
    @TestFactory
    Stream<DynamicTest> eachRowIsWhatTheGraderSays() {
        List<PolicyRow> rows = PolicyRow.all();
        assertTrue(rows.size() > 50, "the table is read");
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.kind() + ": " + row.gold() + " | " + row.prediction(),
                        () -> assertEquals(row.verdict(), row.graded(), row.why())));
    }
}
