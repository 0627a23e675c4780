package org.lemmalab.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lemmalab.report.TrajectoryView.Part;

/**
 * A trajectory as a picture: a card with the question on the left and the lines on the right, each with its sign and colour. Widths of
 * characters are estimated, so that it comes out the same on every machine.
 *
 * @param view what is shown
 */
record TrajectoryPicture(TrajectoryView view) {
    private static final int WIDTH = 860;
    private static final int MARGIN = 18;
    private static final int QUESTION_WIDTH = 270;
    private static final int LINE_HEIGHT = 22;
    private static final int HEAD = 58;

    /** Pixels of a character of the text's size, generously. */
    private static final double CHARACTER = 7.3;

    /** How much wider bold text is. */
    private static final double BOLD = 1.15;

    private static final String FONT = "font-family=\"Helvetica, Arial, sans-serif\"";

    /** A row of text at a place. */
    private record Row(Part part, List<String> lines) {}

    String svg() {
        List<String> question = wrapped(view.question(), QUESTION_WIDTH);
        int left = MARGIN + QUESTION_WIDTH + 2 * MARGIN;
        List<Row> rows = view.parts().stream()
                .map(part -> new Row(part, wrapped(said(part), room(part, WIDTH - left - MARGIN - 26))))
                .toList();
        int lines = Math.max(
                question.size(),
                rows.stream().mapToInt(row -> row.lines().size()).sum());
        List<String> note =
                view.note().map(text -> wrapped(text, WIDTH - 2 * MARGIN)).orElse(List.of());
        int height = HEAD + lines * LINE_HEIGHT + note.size() * LINE_HEIGHT + (note.isEmpty() ? 8 : 20);
        List<String> parts = new ArrayList<>();
        parts.add(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">",
                WIDTH,
                height,
                WIDTH,
                height));
        parts.add("<title>" + Html.escape(view.title()) + "</title>");
        parts.add(String.format(
                Locale.ROOT,
                "<rect x=\"1\" y=\"1\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#FFFFFF\" stroke=\"#808080\" stroke-opacity=\".5\"/>",
                WIDTH - 2,
                height - 2));
        parts.add(text(MARGIN, 32, "#222222", "font-weight=\"700\" font-size=\"16\"", view.title()));
        parts.add(text(
                WIDTH - MARGIN,
                32,
                "#555555",
                "font-size=\"13\" text-anchor=\"end\"",
                String.join("  ·  ", view.badges())));
        for (int i = 0; i < question.size(); i++) {
            parts.add(text(MARGIN, y(i), "#333333", "font-style=\"italic\" font-size=\"14\"", question.get(i)));
        }
        rows(rows, left, parts);
        for (int i = 0; i < note.size(); i++) {
            parts.add(text(MARGIN, y(lines + i) + 8, "#555555", "font-size=\"13\"", note.get(i)));
        }
        parts.add("</svg>");
        return String.join("\n", parts) + "\n";
    }

    private static void rows(List<Row> rows, int left, List<String> parts) {
        int at = 0;
        for (Row row : rows) {
            String colour = row.part().role().colour();
            String dashes = row.part().role().dashes();
            parts.add(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"4\"%s/>",
                    left,
                    left,
                    y(at) - 15,
                    y(at + row.lines().size() - 1) + 4,
                    colour,
                    dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\""));
            parts.add(text(
                    left + 10,
                    y(at),
                    colour,
                    "font-weight=\"700\" font-size=\"14\"",
                    row.part().role().sign()));
            for (String line : row.lines()) {
                boolean isReflection = row.part().role() == TrajectoryView.Role.REFLECTION;
                parts.add(text(
                        left + 30,
                        y(at),
                        isReflection ? colour : "#222222",
                        isReflection ? "font-weight=\"700\" font-size=\"14\"" : "font-size=\"14\"",
                        line));
                at++;
            }
        }
    }

    /** Reflections are bold, and so wider. */
    private static int room(Part part, int pixels) {
        return part.role() == TrajectoryView.Role.REFLECTION ? (int) (pixels / BOLD) : pixels;
    }

    private static String said(Part part) {
        return part.role().isSaid() ? part.text() + "  (" + part.role().meaning() + ")" : part.text();
    }

    private static int y(int line) {
        return HEAD + 16 + line * LINE_HEIGHT;
    }

    private static String text(int x, int y, String colour, String style, String text) {
        return "<text x=\"" + x + "\" y=\"" + y + "\" fill=\"" + colour + "\" " + FONT + " " + style + ">"
                + Html.escape(text) + "</text>";
    }

    /** The text's own lines, and those that are too long in several. */
    private static List<String> wrapped(String text, int pixels) {
        int most = (int) (pixels / CHARACTER);
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\n")) {
            StringBuilder now = new StringBuilder();
            for (String word : Arrays.asList(line.split(" "))) {
                if (now.length() > 0 && now.length() + 1 + word.length() > most) {
                    lines.add(now.toString());
                    now.setLength(0);
                }
                now.append(now.length() == 0 ? "" : " ").append(word);
            }
            lines.add(now.toString());
        }
        return lines;
    }
}
