package org.lemmalab.llm.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lemmalab.problem.Problem;
import org.lemmalab.solution.Solution;
import org.lemmalab.synthetic.student.StudentFormat;

/** How the small student is asked and read. */
class StudentFormatTest {
    private static final Problem PROBLEM = new Problem("p", "Ann has 3 maps and 4 pens. How many?", "3+4=7.", "7");

    @Test
    void thePromptIsTheQuestionAndALineBreak() {
        assertEquals("Ann has 3 maps and 4 pens. How many?\n", StudentFormat.prompt(PROBLEM.question()));
        assertEquals(
                StudentFormat.prompt(PROBLEM.question()),
                StudentFormat.request(PROBLEM, StudentFormat.greedy()).prompt());
    }

    @Test
    void whatIsTaughtIsWhatIsRead() {
        String reply = StudentFormat.response("Both are 3+4=7 things.\nThat is all.", "7");
        Solution read = StudentFormat.read(reply);
        assertEquals("Both are 3+4=7 things.\nThat is all.", read.text());
        assertEquals(Optional.of("7"), read.answer());
        assertEquals(Optional.of("7"), StudentFormat.answer(reply));
        assertTrue(StudentFormat.isRight(reply, PROBLEM));
    }

    @Test
    void otherRepliesAreWrong() {
        assertFalse(StudentFormat.isRight("Both are 3+4=8 things.\nThe answer is: 8", PROBLEM));
        assertFalse(StudentFormat.isRight("", PROBLEM));
        assertFalse(StudentFormat.isRight("I do not know", PROBLEM));
    }
}
