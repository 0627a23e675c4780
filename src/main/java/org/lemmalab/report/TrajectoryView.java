package org.lemmalab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/**
 * A solution with its parts highlighted by colour, by a sign and by the line beside it, so that it reads in grey and for
 * colour-blind people too.
 *
 * @param title what is shown, for example the name of the student
 * @param question the question
 * @param badges short facts, for example the error type and who made the error
 * @param parts the trajectory in its order
 * @param note an explanation for the reader; empty where there is none
 */
public record TrajectoryView(
        String title, String question, List<String> badges, List<Part> parts, Optional<String> note) {

    /** What a part of a trajectory is. */
    public enum Role {
        /** A sound step. */
        GOOD("✓", "step", "#009E73", "solid"),
        /** A step of which nothing is known. */
        STEP("•", "step", "#808080", "solid"),
        /** The first wrong step. */
        WRONG("✗", "first wrong step", "#D55E00", "double"),
        /** A wrong step, the first or a later one. */
        ERROR("✗", "wrong step", "#D55E00", "double"),
        /** A step that a reflection takes back, rightly or not. */
        QUESTIONED("?", "taken back", "#D55E00", "double"),
        /** A step that follows the error. */
        AFTER_ERROR("·", "after the error", "#999999", "dotted"),
        /** A reflection that leads out of the error. */
        REFLECTION("↺", "reflection", "#CC79A7", "dashed"),
        /** A step of the correction. */
        CORRECTION("→", "correction", "#0072B2", "solid"),
        /** The final answer. */
        ANSWER("=", "answer", "#808080", "solid");

        private final String sign;
        private final String meaning;
        private final String colour;
        private final String line;

        Role(String sign, String meaning, String colour, String line) {
            this.sign = sign;
            this.meaning = meaning;
            this.colour = colour;
            this.line = line;
        }

        /**
         * @return one character that stands for the role
         */
        public String sign() {
            return sign;
        }

        /**
         * @return the role in words
         */
        public String meaning() {
            return meaning;
        }

        String colour() {
            return colour;
        }

        /** The pattern of the line beside it, as a picture's strokes have it; empty for an unbroken line. */
        String dashes() {
            return switch (line) {
                case "dashed" -> "6 4";
                case "dotted" -> "2 3";
                default -> "";
            };
        }

        /** Whether a view says the role in words, beside its sign. */
        boolean isSaid() {
            return this == WRONG || this == ERROR || this == QUESTIONED || this == REFLECTION;
        }
    }

    /**
     * One part of a trajectory.
     *
     * @param role what it is
     * @param text its text
     */
    public record Part(Role role, String text) {
        /** Checks role and text. */
        public Part {
            if (role == null || text == null || text.isBlank()) {
                throw new LabException(
                        "trajectory: expected a role and a text for each part, found " + role + " and '" + text + "'");
            }
        }
    }

    /** Copies the lists. */
    public TrajectoryView {
        badges = List.copyOf(badges);
        parts = List.copyOf(parts);
    }

    /**
     * @return HTML without scripts or style sheets of its own
     */
    public String html() {
        String badgeRow = badges.stream()
                .map(badge -> "<span style=\"border:1px solid currentColor;border-radius:.7em;padding:0 .6em;"
                        + "margin-left:.5em;font-size:85%\">" + Html.escape(badge) + "</span>")
                .collect(Collectors.joining());
        String rows = parts.stream().map(TrajectoryView::htmlPart).collect(Collectors.joining("\n"));
        String remark = note.map(text ->
                        "<div style=\"margin:.4em 0 0;font-size:90%;opacity:.85\">" + Html.escape(text) + "</div>")
                .orElse("");
        return "<div style=\"max-width:52em;margin:.6em 0;padding:.6em .9em;border:1px solid rgba(128,128,128,.35);"
                + "border-radius:.4em\"><div style=\"margin-bottom:.4em\"><b>" + Html.escape(title) + "</b>" + badgeRow
                + "</div><div style=\"margin-bottom:.5em;font-style:italic\">" + Html.escape(question) + "</div>\n"
                + rows
                + remark + "</div>";
    }

    /**
     * @return the same for a terminal, a sign before each part
     */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add(title + badges.stream().map(badge -> " [" + badge + "]").collect(Collectors.joining()));
        lines.add("  " + question.replace("\n", "\n  "));
        for (Part part : parts) {
            lines.add("  " + part.role().sign() + " " + part.text().replace("\n", "\n    "));
        }
        note.ifPresent(text -> lines.add("  " + text));
        return String.join("\n", lines) + "\n";
    }

    /**
     * @return the same as a picture, for pages that take no HTML; readable on light and dark grounds
     */
    public String svg() {
        return new TrajectoryPicture(this).svg();
    }

    private static String htmlPart(Part part) {
        Role role = part.role();
        return "<div style=\"border-left:5px " + role.line + " " + role.colour + ";padding:.15em .7em;margin:.15em 0\">"
                + "<span title=\"" + role.meaning + "\" style=\"color:" + role.colour
                + ";font-weight:700;display:inline-block;width:1.4em\">" + role.sign + "</span>"
                + Html.escape(part.text()).replace("\n", "<br>")
                + (role.isSaid()
                        ? " <span style=\"color:" + role.colour + ";font-size:80%\">(" + role.meaning + ")</span>"
                        : "")
                + "</div>";
    }
}
