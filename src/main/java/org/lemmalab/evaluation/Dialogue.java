package org.lemmalab.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lemmalab.io.Fields;
import org.lemmalab.io.LabException;

/**
 * A conversation as in MathChat (Liang et al. 2024, arXiv 2405.19444; paper Tab. 3), real or made. Follow-up questions are asked turn by
 * turn, with the model's own earlier answers in the context; an error correction has one turn, which shows a wrong attempt.
 *
 * @param id its name
 * @param turns the questions with their gold answers, in order
 */
public record Dialogue(String id, List<Turn> turns) {
    private static final int FOLLOW_UP_TURNS = 3;

    /**
     * One question of a conversation.
     *
     * @param question what the user says
     * @param goldAnswer the right answer
     */
    public record Turn(String question, String goldAnswer) {
        /** Checks that both are there. */
        public Turn {
            if (question == null || question.isBlank() || goldAnswer == null || goldAnswer.isBlank()) {
                throw new LabException("dialogue: expected a question and its answer, found one missing");
            }
        }
    }

    /** Copies the turns. */
    public Dialogue {
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new LabException("dialogue " + id + ": expected a turn, found none");
        }
    }

    /**
     * @param data the data folder
     * @return MathChat's follow-up conversations of three turns; the first turn is a GSM8K question
     * @throws LabException if the file is missing or broken
     */
    public static List<Dialogue> followUp(Path data) {
        return TestSet.rows(data.resolve("mathchat/followup.json")).stream()
                .map(Dialogue::followUp)
                .toList();
    }

    /**
     * @param data the data folder
     * @return MathChat's error corrections, of one turn each
     * @throws LabException if the file is missing or broken
     */
    public static List<Dialogue> errorCorrection(Path data) {
        return TestSet.rows(data.resolve("mathchat/error_correct.json")).stream()
                .map(row -> new Dialogue(
                        "error_correction/" + Fields.text(row, "id"),
                        List.of(new Turn(Fields.text(row, "question"), Fields.text(row, "answer")))))
                .toList();
    }

    private static Dialogue followUp(JsonNode row) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 1; i <= FOLLOW_UP_TURNS; i++) {
            turns.add(new Turn(Fields.text(row, "Q" + i), Fields.text(row, "A" + i)));
        }
        return new Dialogue("follow_up/" + Fields.text(row, "id"), turns);
    }
}
