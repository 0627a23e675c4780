package org.lemmalab.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.LabException;
import org.lemmalab.io.RejectedLines;

class Gsm8kTest {
    @TempDir
    private Path folder;

    @Test
    void readsProblemsAndRejectsBadLinesWithTheirReasons() throws IOException {
        Path file = Files.createDirectories(folder.resolve("gsm8k")).resolve("test.jsonl");
        Files.writeString(file, """
                {"question":"How many legs have 3 cats?","answer":"They have 3*4=<<3*4=12>>12 legs.\\n#### 12"}
                {"question":"No answer here?"}
                not json
                {"question":"No mark?","answer":"It is 5."}
                {"question":"No number?","answer":"Who knows.\\n#### many"}
                {"question":"How many wheels have 5 bikes?","answer":"5*2=<<5*2=10>>10\\n#### 1,010"}
                """);
        List<Problem> problems = new ArrayList<>();
        RejectedLines rejected = RejectedLines.beside(folder.resolve("out.jsonl"));
        long read = Gsm8k.read(file, problems::add, rejected);
        rejected.close();
        assertEquals(2, read);
        assertEquals("gsm8k/test/1", problems.get(0).id());
        assertEquals("They have 3*4=<<3*4=12>>12 legs.", problems.get(0).goldSolution());
        assertEquals("12", problems.get(0).goldAnswer());
        assertEquals("1,010", problems.get(1).goldAnswer());
        assertEquals(4, rejected.count());
        String reasons = Files.readString(folder.resolve("out.rejected.jsonl"));
        assertTrue(reasons.contains("field 'answer' is missing"), reasons);
        assertTrue(reasons.contains("not JSON"), reasons);
        assertTrue(reasons.contains("expected a last line '#### number'"), reasons);
        assertTrue(reasons.contains("expected a number after ####, found 'many'"), reasons);
    }

    @Test
    void readsAProblemSetOfEitherForm() throws IOException {
        Path file = Files.writeString(folder.resolve("problems.jsonl"), """
                {"id":"a","question":"1 + 1?","answer":"1+1=<<1+1=2>>2\\n#### 2"}
                {"id":"b","question":"2 + 2?","solution":"2+2=4","answer":"4"}
                {"id":"a","question":"again?","solution":"","answer":"4"}
                """);
        RejectedLines rejected = RejectedLines.counting();
        ProblemSet problems = ProblemSet.read(file, rejected);
        assertEquals(List.of("a", "b"), List.copyOf(problems.byId().keySet()));
        assertEquals("4", problems.problem("b").goldAnswer());
        assertTrue(rejected.messages().get(0).contains("'a' is there already"));
        LabException missing = assertThrows(LabException.class, () -> problems.problem("c"));
        assertTrue(missing.getMessage().contains("no problem 'c' among the 2"));
    }
}
