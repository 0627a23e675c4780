package org.lemmalab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lemmalab.evaluation.statistics.Interval;
import org.lemmalab.evaluation.trajectory.JudgedLine;
import org.lemmalab.evaluation.trajectory.JudgedTrajectory;
import org.lemmalab.experiment.Gate.Bounds;
import org.lemmalab.io.LabException;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.synthetic.wordproblem.Split;
import org.lemmalab.synthetic.wordproblem.WordProblem;
import org.lemmalab.synthetic.wordproblem.WordProblemSet;
import org.lemmalab.transformer.Students;

/** The gates: their bounds, what they count, and a whole measurement of the shipped student at a small size. */
class StudentGatesTest {
    private static boolean passes(Bounds bounds, double value) {
        Interval interval = new Interval(value, value - 0.1, value + 0.1, 0.95);
        return Gate.of(bounds, "set", Optional.of(interval), 10).passes();
    }

    @Test
    void theBoundsAreThoseOfTheirWords() {
        assertTrue(passes(Bounds.SATURATED, 0.02) && passes(Bounds.SATURATED, -0.3));
        assertFalse(passes(Bounds.SATURATED, 0.021));
        assertTrue(passes(Bounds.ARITHMETIC, 0.99));
        assertFalse(passes(Bounds.ARITHMETIC, 0.989));
        assertTrue(passes(Bounds.ACCURACY, 0.40) && passes(Bounds.ACCURACY, 0.75));
        assertFalse(passes(Bounds.ACCURACY, 0.39) || passes(Bounds.ACCURACY, 0.76));
        assertTrue(passes(Bounds.RECOVERABLE, 0.51));
        assertFalse(passes(Bounds.RECOVERABLE, 0.5));
        Gate nothing = Gate.of(Bounds.RECOVERABLE, "set", Optional.empty(), 0);
        assertFalse(nothing.passes());
        assertEquals("–", nothing.shown());
    }

    @Test
    void equationsOfRelationsCountUpToTheFirstError() {
        WordProblem made = WordProblemSet.RELATIONS.generate(1, Split.TRAIN, 1).get(0);
        JudgedLine plan = JudgedLine.right("Lamps: flags plus owls.", 9);
        JudgedLine working = JudgedLine.right("12+10=22 (Lamps: 22).", 9);
        JudgedLine slip = JudgedLine.wrong("22-2=21 (Kites: 21).", ErrorType.CALCULATION, 9);
        JudgedLine other = JudgedLine.wrong("5+5=10 (Maps: 10).", ErrorType.CONTEXT_VALUE, 9);
        assertEquals(new WorkedEquations(1, 1), worked(made, plan, working, plan));
        assertEquals(new WorkedEquations(2, 1), worked(made, plan, working, slip, working));
        assertEquals(new WorkedEquations(1, 1), worked(made, plan, working, other, slip));
        assertEquals(new WorkedEquations(0, 0), worked(made, other, working));
    }

    @Test
    void equationsOfStoriesAreHeldAgainstTheProgram() {
        for (WordProblem made : WordProblemSet.STORIES.generate(20, Split.TRAIN, 1)) {
            List<String> gold = made.problem().goldSolution().lines().toList();
            JudgedLine[] right =
                    gold.stream().map(line -> JudgedLine.undecided(line, 9)).toArray(JudgedLine[]::new);
            assertEquals(new WorkedEquations(gold.size(), gold.size()), worked(made, right));
            JudgedLine[] slip = right.clone();
            slip[2] = JudgedLine.undecided(gold.get(2).replaceFirst("=(\\d+)", "=1$1"), 9);
            assertEquals(new WorkedEquations(3, 2), worked(made, slip));
            JudgedLine[] misread = right.clone();
            misread[2] = JudgedLine.undecided(gold.get(2).replaceFirst("\\d+\\S*=", "901-450="), 9);
            assertEquals(new WorkedEquations(2, 2), worked(made, misread));
        }
    }

    private static WorkedEquations worked(WordProblem made, JudgedLine... lines) {
        return WorkedEquations.of(new JudgedTrajectory("p", List.of(lines), false), made);
    }

    @Test
    void theShippedStudentIsMeasuredFromItsFiles() {
        GateSettings small = new GateSettings(16, 4, 2, 2, 1e-4, 3);
        List<String> told = new ArrayList<>();
        StudentGates.Result result = StudentGates.measure(Students.folder("small"), small, told::add);
        assertEquals(4 * StudentGates.SETS.size(), result.gates().size());
        for (Gate gate : result.gates()) {
            gate.found().ifPresent(found -> {
                boolean isGain = gate.name().equals("gain of more plain SFT");
                assertTrue(found.estimate() >= (isGain ? -1 : 0) && found.estimate() <= 1, gate.toString());
            });
            assertTrue(gate.found().isEmpty() == (gate.count() == 0), gate.toString());
        }
        assertEquals(result.gates().stream().allMatch(Gate::passes), result.pass());
        assertEquals(4, told.size());
        assertEquals(
                result.gates(),
                StudentGates.measure(Students.folder("small"), small, told::add).gates());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThrows(LabException.class, () -> new GateSettings(0, 1, 1, 1, 1e-4, 1));
        assertThrows(LabException.class, () -> new GateSettings(1, 1, 1, 1, 0, 1));
    }
}
