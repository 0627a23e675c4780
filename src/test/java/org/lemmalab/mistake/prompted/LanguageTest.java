package org.lemmalab.mistake.prompted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lemmalab.io.RejectedLines;
import org.lemmalab.problem.ProblemSet;
import org.lemmalab.problem.Samples;
import org.lemmalab.solution.Attempts;
import org.lemmalab.solution.ProblemAttempt;

class LanguageTest {
    private static final String QUESTION = "How many apples are left for each of the 3 children?";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ENGLISH    | She has 12 of the apples and there are 5 left for each.
                    GERMAN     | Die Kinder haben 12 Äpfel, und es sind noch 5 für jede Gruppe.
                    FRENCH     | Il reste donc 5 pommes pour chaque enfant, et la somme est de 12.
                    SPANISH    | Cada uno de los niños tiene 5 manzanas y quedan 12 para el resto.
                    ITALIAN    | Ogni bambino ha 5 mele, quindi sono 12 per il gruppo della scuola.
                    PORTUGUESE | Cada uma das crianças tem 5 maçãs e restam 12 para os outros.
                    """)
    void aSentenceOfEachLanguageIsKnown(Language language, String sentence) {
        assertEquals(Optional.of(language), Language.of(sentence));
        assertEquals(language != Language.ENGLISH, Language.differs(QUESTION, sentence));
    }

    @ParameterizedTest
    @CsvSource({
        "每个孩子还剩下五个苹果，因为一共有十五个苹果。, true",
        "У каждого из детей осталось по пять яблок., true",
        "3*4=12, false",
        "'\\frac{12}{3} = 4, \\text{so } 4', false",
        "12 apples / 3 children = 4 apples, false",
        "十二, false"
    })
    void scriptsTellAndFormulasSayNothing(String text, boolean differs) {
        assertEquals(differs, Language.differs(QUESTION, text));
    }

    /** Chinese question, answer in formulas or in Chinese: no difference; in English: one. */
    @Test
    void otherScriptsAreWantedWhereTheQuestionHasThem() {
        String question = "每个孩子还剩下几个苹果？一共有十五个苹果。";
        assertFalse(Language.differs(question, "因为一共有十五个苹果，所以每个孩子有五个。"));
        assertFalse(Language.differs(question, "x + y = \\frac{15}{3}"));
        assertTrue(Language.differs(question, QUESTION));
    }

    @Test
    void noAttemptOfTheSamplesIsTakenForAnotherLanguage() {
        ProblemSet problems = ProblemSet.read(Samples.problems(), RejectedLines.refusing());
        List<ProblemAttempt> attempts = new ArrayList<>();
        Attempts.read(Samples.attempts(), problems, attempts::add, RejectedLines.refusing());
        for (ProblemAttempt attempt : attempts) {
            String text = attempt.attempt().solution().text();
            assertFalse(Language.differs(attempt.problem().question(), text), text);
        }
        assertTrue(attempts.size() > 200);
    }
}
