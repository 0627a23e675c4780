package org.lemmalab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.lemmalab.io.LabException;
import org.lemmalab.report.TrajectoryView.Part;
import org.lemmalab.report.TrajectoryView.Role;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class TrajectoryViewTest {
    private final TrajectoryView view = new TrajectoryView(
            "student",
            "What do 3 hats at $5 and one scarf at $4 cost?",
            List.of("Calculation"),
            List.of(
                    new Part(Role.GOOD, "3 * 5 = <<3*5=15>>15"),
                    new Part(Role.WRONG, "15 + 4 = 18"),
                    new Part(Role.ANSWER, "18")),
            Optional.of("15 + 4 is 19."));

    @Test
    void plainTextCarriesASignForEachPart() {
        assertEquals("""
                student [Calculation]
                  What do 3 hats at $5 and one scarf at $4 cost?
                  ✓ 3 * 5 = <<3*5=15>>15
                  ✗ 15 + 4 = 18
                  = 18
                  15 + 4 is 19.
                """, view.text());
    }

    @Test
    void htmlTellsTheWrongStepInWordsAndEscapesWhatModelsWrite() {
        assertTrue(view.html().contains("(first wrong step)"));
        assertTrue(view.html().contains("&lt;&lt;3*5=15&gt;&gt;"));
        TrajectoryView hostile = new TrajectoryView(
                "t",
                "<script>alert(1)</script>",
                List.of("<b>"),
                List.of(new Part(Role.GOOD, "<img src=x onerror=alert(1)>")),
                Optional.empty());
        assertFalse(hostile.html().contains("<script"));
        assertFalse(hostile.html().contains("<img"));
    }

    @Test
    void aPictureIsWholeXmlAndShowsWhatModelsWroteAsText() throws Exception {
        TrajectoryView hostile = new TrajectoryView(
                "t & u",
                "A question that is so long that it does not fit into one line of the picture.\nA second line.",
                List.of("answer right"),
                List.of(
                        new Part(Role.GOOD, "<script>alert(1)</script>"),
                        new Part(Role.ERROR, "15+4=18"),
                        new Part(Role.REFLECTION, "Wait, 15+4 is not 18."),
                        new Part(Role.CORRECTION, "15+4=19")),
                Optional.of("note"));
        Document read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(hostile.svg())));
        assertEquals("svg", read.getDocumentElement().getTagName());
        assertEquals(0, read.getElementsByTagName("script").getLength());
        assertEquals(4, read.getElementsByTagName("line").getLength(), "a bar beside each part");
        String shown = read.getDocumentElement().getTextContent();
        assertTrue(shown.contains("<script>alert(1)</script>") && shown.contains("t & u"), shown);
        assertTrue(shown.contains("15+4=18  (wrong step)") && shown.contains("A second line."), shown);
        assertEquals(hostile.svg(), hostile.svg());
    }

    @Test
    void aPartWithoutTextIsRefused() {
        assertThrows(LabException.class, () -> new Part(Role.GOOD, " "));
    }
}
