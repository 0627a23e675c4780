package org.lemmalab.reflection.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.Correction;
import org.lemmalab.reflection.ErroneousAttempt;
import org.lemmalab.reflection.Examples;
import org.lemmalab.reflection.Reflection;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.solution.Step;

class FiltersTest {
    private static final Triplet GOOD =
            Examples.triplet(Reflection.of("Wait, 3*10 is 30 and not 33.", ConnectionStyle.SMOOTH));

    private static List<TripletFilter> all() {
        return List.of(
                new RightAnswer(),
                new WordForWord(),
                new OneReflection(),
                new NoGiveaway(),
                new SoundArithmetic(),
                new LengthBounds(3, 60, 300));
    }

    @Test
    void aGoodTripletPassesAll() {
        all().forEach(filter -> assertEquals(Optional.empty(), filter.objection(candidate(GOOD)), filter.name()));
    }

    @Test
    void eachFilterObjectsToItsOwnFault() {
        assertEquals(List.of("right_answer"), objecting(correction("45", "They bring in 22*2=$44.")));
        assertEquals(
                List.of("one_reflection"),
                objecting(correction("44", "Wait, let me check.", "They bring in 22*2=$44.")));
        assertEquals(List.of("no_giveaway"), objecting(link("Wait, the gold solution has 30 here.")));
        assertEquals(List.of("no_giveaway"), objecting(link("Hold on, my previous attempt was wrong.")));
        assertEquals(List.of("no_giveaway"), objecting(link("Hold on, the student took 33 here.")));
        assertEquals(List.of("sound_arithmetic"), objecting(correction("44", "They bring in 22*2=$46, or 44.")));
        assertEquals(List.of("length_bounds"), objecting(link("Wait, no.")));
        assertEquals(List.of("one_reflection"), objecting(link("Wait, it is 30.\nSo the step is wrong.")));
    }

    @Test
    void aChangedStepIsNotWordForWord() {
        Candidate changed = new Candidate(GOOD, List.of("It sells 4*12=48 rolls.", "The buns are 3*10 = 33 pieces."));
        assertTrue(new WordForWord().objection(changed).isPresent());
    }

    @Test
    void falseWordsBesideATrueAnnotationAreFound() {
        Triplet triplet = correction("44", "They bring in 22*3=<<22*2=44>>44.");
        assertTrue(new SoundArithmetic().objection(candidate(triplet)).isPresent());
    }

    @Test
    void nearDuplicatesGoAndOthersStay() {
        NearDuplicates filter = new NearDuplicates(0.8);
        assertEquals(Optional.empty(), filter.objection(candidate(GOOD)));
        assertTrue(filter.objection(candidate(GOOD)).isPresent());
        assertTrue(filter.objection(candidate(link("Wait, 3*10 is 30 but not 33.")))
                .isPresent());
        Triplet other = new Triplet(
                "other",
                GOOD.problem(),
                Examples.error(ErrorType.OPERATOR, "Rolls and buns: 4+3=7 trays of 22 pieces each."),
                Reflection.of(
                        "Hmm, trays of rolls and trays of buns hold different numbers, so I cannot add them up like this.",
                        ConnectionStyle.SMOOTH),
                correction("44", "All that is sold: 4*12+3*10=78.", "So 100-78=22 stay, for 22*2=44 dollars.")
                        .correction(),
                GOOD.origin());
        assertEquals(Optional.empty(), filter.objection(candidate(other)));
    }

    @Test
    void minHashEstimatesTheSharedRuns() {
        NearDuplicates strict = new NearDuplicates(1);
        assertEquals(Optional.empty(), strict.objection(candidate(GOOD)));
        assertEquals(Optional.empty(), strict.objection(candidate(link("Wait, 3*10 is 30 but not 33."))));
    }

    @Test
    void contaminationIsFoundInEveryFormOfSet(@TempDir Path folder) throws IOException {
        String story = "A farmer has nine brown cows and eleven white cows in the long meadow behind his old house.";
        Files.writeString(
                folder.resolve("svamp.jsonl"),
                "{\"Body\": \"" + story + "\", \"Question\": \"How many cows are there?\"}\n");
        Files.writeString(
                folder.resolve("chat.json"),
                "[{\"Q1\": \"What is left of the seven red apples that Tom and Ann"
                        + " put into the basket last night?\"}]");
        Files.writeString(folder.resolve("train.jsonl"), "{\"question\": \"" + Examples.BAKERY.question() + "\"}\n");
        Decontamination filter = Decontamination.in(folder, 10);
        assertTrue(filter.isContaminated("Listen! " + story.toUpperCase() + " How many legs?"));
        assertTrue(
                filter.isContaminated("The seven red apples that Tom and Ann put into the basket are gone. How many?"));
        assertFalse(filter.isContaminated(Examples.BAKERY.question()));
        List<String> questions = new ArrayList<>();
        EvaluationQuestions.in(folder).forEach(questions::add);
        assertEquals(2, questions.size(), questions.toString());
    }

    private static List<String> objecting(Triplet triplet) {
        return all().stream()
                .filter(filter -> filter.objection(candidate(triplet)).isPresent())
                .map(TripletFilter::name)
                .toList();
    }

    private static Triplet link(String text) {
        return Examples.triplet(Reflection.of(text, ConnectionStyle.SMOOTH));
    }

    private static Triplet correction(String answer, String... steps) {
        Correction old = GOOD.correction();
        Correction changed = new Correction(old.strategy(), List.of(steps), answer, "");
        return new Triplet(GOOD.id(), GOOD.problem(), GOOD.attempt(), GOOD.reflection(), changed, GOOD.origin());
    }

    private static Candidate candidate(Triplet triplet) {
        ErroneousAttempt attempt = triplet.attempt();
        return new Candidate(triplet, attempt.steps().stream().map(Step::text).toList());
    }
}
