package org.lemmalab.experiment.study;

import java.util.ArrayList;
import java.util.List;
import org.lemmalab.experiment.study.Comparison.Claim;

/** The experiments that are nothing but a comparison of methods. */
final class Comparisons {
    private static final StudyMethod LEMMA = StudyMethods.LEMMA;

    private Comparisons() {}

    /** DART-Math and LEMMA-Hard (paper Tab. 4): more samples and errors of problems that are failed more often. */
    static Experiment difficultyAware() {
        return new Comparison(
                "T4",
                "difficulty-aware",
                "Difficulty-aware sampling",
                List.of(StudyMethods.RFT, StudyMethods.DART_HARD, LEMMA, StudyMethods.LEMMA_HARD),
                List.of(
                        new Claim(
                                "LEMMA-Hard is better than DART-Math-Hard.",
                                StudyMethods.LEMMA_HARD,
                                StudyMethods.DART_HARD),
                        new Claim("LEMMA-Hard is better than LEMMA.", StudyMethods.LEMMA_HARD, LEMMA)));
    }

    /** Ablations (paper Tab. 5 and 11). */
    static Experiment ablations() {
        List<StudyMethod> parts = List.of(
                StudyMethods.OWN_ERRORS,
                StudyMethods.recipe("lemma-no-augmentation-matched"),
                StudyMethods.recipe("lemma-no-restart"),
                StudyMethods.recipe("lemma-no-restart-matched"),
                StudyMethods.recipe("lemma-no-truncation"));
        List<StudyMethod> all = new ArrayList<>(List.of(LEMMA));
        all.addAll(parts);
        return new Comparison(
                "T5/T11",
                "ablations",
                "Ablations",
                all,
                parts.stream()
                        .map(part -> new Claim(
                                "LEMMA is better than LEMMA " + part.title().replaceAll("\\.$", "") + ".", LEMMA, part))
                        .toList());
    }

    /** LEMA, mistake tuning and LLM2LLM (paper Tab. 6). */
    static Experiment additionalBaselines() {
        List<StudyMethod> others = List.of(
                StudyMethods.recipe("lema"), StudyMethods.recipe("mistake-tuning"), StudyMethods.recipe("llm2llm"));
        List<StudyMethod> all = new ArrayList<>(others);
        all.add(LEMMA);
        return new Comparison(
                "T6",
                "additional-baselines",
                "Additional baselines",
                all,
                others.stream()
                        .map(other -> new Claim("LEMMA is better than " + other.title() + ".", LEMMA, other))
                        .toList());
    }

    /** Another teacher (paper Tab. 8). */
    static Experiment otherTeacher() {
        return new Comparison(
                "T8",
                "other-teacher",
                "Another teacher",
                List.of(StudyMethods.GPTAUG, LEMMA, StudyMethods.OTHER_TEACHER),
                List.of(
                        new Claim(
                                "LEMMA by another teacher is better than GPTAug.",
                                StudyMethods.OTHER_TEACHER,
                                StudyMethods.GPTAUG),
                        new Claim("The exact teacher is better than the other.", LEMMA, StudyMethods.OTHER_TEACHER)));
    }

    /** Smooth against abrupt, which the paper has not. */
    static Experiment connections() {
        StudyMethod abrupt = StudyMethods.recipe("lemma-abrupt");
        StudyMethod phrase = StudyMethods.recipe("lemma-phrase");
        return new Comparison(
                "new",
                "smooth-against-abrupt",
                "Smooth against abrupt connection",
                List.of(abrupt, phrase, LEMMA, StudyMethods.MODEL_AWARE),
                List.of(
                        new Claim("Smooth links are better than none.", LEMMA, abrupt),
                        new Claim("Smooth links are better than mere phrases.", LEMMA, phrase),
                        new Claim("Links that the student chose are better.", StudyMethods.MODEL_AWARE, LEMMA)));
    }
}
