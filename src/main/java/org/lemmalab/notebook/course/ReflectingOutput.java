package org.lemmalab.notebook.course;

import java.util.List;
import java.util.Optional;
import org.lemmalab.reflection.ReflectionFinder;
import org.lemmalab.report.TrajectoryView;
import org.lemmalab.report.TrajectoryView.Part;
import org.lemmalab.report.TrajectoryView.Role;

/**
 * A model's output, made for the course.
 *
 * @param letter its name
 * @param question the question
 * @param text one step a line
 * @param isSoundBefore whether all before the first reflection is right
 * @param isRight whether the final answer is right
 */
record ReflectingOutput(String letter, String question, String text, boolean isSoundBefore, boolean isRight) {
    private static final String STAMPS = "Ida has 7 sheets of 12 stamps and sells 30 stamps. How many are left? (54)";
    private static final String BUS =
            "A bus with 40 seats is full. 13 people get off and 6 get on. How many are in it? (33)";

    static final List<ReflectingOutput> ALL = List.of(
            new ReflectingOutput("A", STAMPS, "7*12=84 stamps.\n84-30=54 are left.\nThe answer is: 54", true, true),
            new ReflectingOutput(
                    "B",
                    STAMPS,
                    "7*12=94 stamps.\nWait, 7*12 is 84.\n84-30=54 are left.\nThe answer is: 54",
                    false,
                    true),
            new ReflectingOutput(
                    "C",
                    STAMPS,
                    "7+12=19 stamps.\nWait, 19 is less than 30.\n30-19=11 are left.\nThe answer is: 11",
                    false,
                    false),
            new ReflectingOutput("D", STAMPS, "7*12=84 stamps.\n84+30=114 are left.\nThe answer is: 114", false, false),
            new ReflectingOutput(
                    "E",
                    BUS,
                    "40-13=27 people stay.\nWait, is the driver a passenger?\n27+6+1=34 are in it.\nThe answer is: 34",
                    true,
                    false),
            new ReflectingOutput(
                    "F",
                    BUS,
                    "40-13=27 people stay.\nLet me check: 27+13=40, fine.\n27+6=33 are in it.\nThe answer is: 33",
                    true,
                    true),
            new ReflectingOutput(
                    "G",
                    BUS,
                    "40-6=34 people stay.\nHold on, 6 get on and 13 get off.\n40-13=27 stay.\nWait, then 6 get on.\n27+6=33.\nThe answer is: 33",
                    false,
                    true),
            new ReflectingOutput(
                    "H", BUS, "40-13=27 people stay.\nThey wait for 6 more: 27+6=33.\nThe answer is: 33", true, true));

    boolean reflects() {
        return ReflectionFinder.count(text) > 0;
    }

    static LearningUnit.Counts counts() {
        return new LearningUnit.Counts(
                (int) ALL.stream().filter(ReflectingOutput::reflects).count(),
                (int) ALL.stream()
                        .filter(each -> each.reflects() && !each.isSoundBefore && each.isRight)
                        .count(),
                (int) ALL.stream()
                        .filter(each -> each.reflects() && each.isSoundBefore && !each.isRight)
                        .count());
    }

    TrajectoryView view() {
        List<Part> parts = text.lines()
                .map(line -> new Part(line.startsWith("The answer") ? Role.ANSWER : Role.STEP, line))
                .toList();
        return new TrajectoryView(letter, question, List.of(), parts, Optional.empty());
    }
}
