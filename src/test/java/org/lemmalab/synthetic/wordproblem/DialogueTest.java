package org.lemmalab.synthetic.wordproblem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.lemmalab.mistake.Analysis;
import org.lemmalab.mistake.ProgramAnalyst;
import org.lemmalab.problem.Problem;
import org.lemmalab.problem.program.Equation;
import org.lemmalab.problem.program.EquationReader;
import org.lemmalab.problem.program.Program;
import org.lemmalab.synthetic.student.StudentFormat;

/** Follow-up questions and error correction. */
class DialogueTest {
    private static final int COUNT = 200;

    @Test
    void laterTurnsGoOnFromEarlierOnes() {
        for (FollowUp talk : FollowUp.generate(COUNT, Split.TEST, 4)) {
            String question = talk.turns().stream().map(Problem::question).collect(Collectors.joining(" "));
            String solution = talk.turns().stream().map(Problem::goldSolution).collect(Collectors.joining("\n"));
            Problem last = talk.turns().get(FollowUp.TURNS - 1);
            Program all = Program.of(new Problem("all", question, solution, last.goldAnswer()));
            assertEquals(
                    BigFraction.of(Long.parseLong(last.goldAnswer())),
                    all.lastValue().orElseThrow(),
                    talk::toString);
            for (Problem turn : talk.turns()) {
                List<String> lines = turn.goldSolution().lines().toList();
                assertTrue(lines.get(lines.size() - 1).contains("=" + turn.goldAnswer()), turn::toString);
                assertTrue(turn.question().endsWith("?"), turn::toString);
                assertFalse((turn.question() + turn.goldSolution()).matches("(?s).*[{}].*"), turn::toString);
            }
            assertEquals(Split.TEST, Split.of(talk.instance()));
            assertEquals(Split.TEST, Split.of(talk.entities()));
        }
        assertEquals(
                FollowUp.generate(9, Split.TEST, 4),
                FollowUp.generate(20, Split.TEST, 4).subList(0, 9));
    }

    @Test
    void attemptsHaveOneErrorAndGoOnFromIt() {
        ProgramAnalyst teacher = new ProgramAnalyst();
        int found = 0;
        List<ErrorCorrection> all = ErrorCorrection.generate(COUNT, Split.TEST, 4);
        for (ErrorCorrection wrong : all) {
            List<String> attempt = wrong.attempt().lines().toList();
            List<String> gold = wrong.problem().problem().goldSolution().lines().toList();
            int place = wrong.firstWrongStep() - 1;
            assertEquals(gold.subList(0, place), attempt.subList(0, place));
            assertNotEquals(gold.get(place), attempt.get(place));
            for (int i = place + 1; i < attempt.size(); i++) {
                EquationReader.read(attempt.get(i))
                        .forEach(equation -> assertEquals(Equation.Check.EXACT, equation.check()));
            }
            String reply = StudentFormat.response(wrong.attempt(), Long.toString(wrong.wrongAnswer()));
            assertFalse(StudentFormat.isRight(reply, wrong.problem().problem()), reply);
            Analysis verdict = teacher.analyse(wrong.problem().problem(), StudentFormat.read(reply));
            assertFalse(verdict instanceof Analysis.Correct, reply);
            found += verdict instanceof Analysis.Wrong at && at.firstWrongStep() == place + 1 ? 1 : 0;
        }
        assertTrue(found > 0.85 * COUNT, found + " of " + COUNT);
        assertEquals(ErrorCorrection.generate(9, Split.TEST, 4).size(), 9);
    }
}
