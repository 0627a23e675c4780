package org.lemmalab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.Examples;
import org.lemmalab.reflection.Reflection;
import org.lemmalab.report.TrajectoryView.Role;

class TripletViewsTest {
    @Test
    void aTripletShowsItsPartsAndBadges() {
        TrajectoryView view =
                TripletViews.of(Examples.triplet(Reflection.of("Wait, 3*10 is 30.", ConnectionStyle.SMOOTH)));
        assertEquals(
                List.of(
                        Role.GOOD,
                        Role.WRONG,
                        Role.REFLECTION,
                        Role.CORRECTION,
                        Role.CORRECTION,
                        Role.CORRECTION,
                        Role.ANSWER),
                view.parts().stream().map(TrajectoryView.Part::role).toList());
        assertEquals(List.of("Calculation", "error: student", "fix and continue", "smooth"), view.badges());
        assertTrue(view.text().contains("↺ Wait, 3*10 is 30."), view.text());
    }

    @Test
    void anOutputShowsItsReflections() {
        TrajectoryView view = TripletViews.ofOutput(
                "student", "How many?", "4*12=46 rolls.\n\nWait, let me check: 4*12=48.\nSo 48 rolls.\n#### 48");
        assertEquals(
                List.of(Role.STEP, Role.REFLECTION, Role.CORRECTION, Role.ANSWER),
                view.parts().stream().map(TrajectoryView.Part::role).toList());
        assertEquals(List.of("1 reflection"), view.badges());
    }
}
