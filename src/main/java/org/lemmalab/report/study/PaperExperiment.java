package org.lemmalab.report.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.lemmalab.experiment.study.Measure;

/** The experiments of the paper and the study's own one, in the order in which a reader meets them. */
public enum PaperExperiment {
    /** Error types by model. */
    ERROR_TYPES(
            "F3/F7",
            "Error types by model and set",
            "Misread questions, calculation slips and confused concepts or formulas lead, and the distribution is much the same across"
                    + " models.",
            Layout.ERROR_TYPES),
    /** Error types by temperature. */
    TEMPERATURE("F4", "Error types by sampling temperature", "Nonsense grows with the temperature.", Layout.AMOUNTS),
    /** Main results. */
    MAIN_RESULTS(
            "T2/T9",
            "Main results",
            "On each of four base models LEMMA's average over seven sets is above that of every baseline that has one.",
            Layout.METHODS),
    /** Dialogues. */
    MATH_CHAT(
            "T3",
            "MathChat: follow-up questions and error correction",
            "LEMMA leads in the first and third turn of follow-up questions and in error correction.",
            Layout.METHODS),
    /** Data chosen by difficulty. */
    DART(
            "T4",
            "DART-Math integration and LEMMA-Hard",
            "With more samples for harder questions, LEMMA-Hard does with 90.7k samples what DART-Math-Hard does with 585k.",
            Layout.METHODS),
    /** Ablations. */
    ABLATIONS(
            "T5/T11",
            "Ablations",
            "Leaving out error augmentation, Fresh & Restart or truncation costs accuracy each time, also where the set is filled up to the"
                    + " same size.",
            Layout.METHODS),
    /** Other ways to use errors. */
    OTHER_ERROR_METHODS(
            "T6",
            "LEMA, mistake tuning, LLM2LLM",
            "LEMMA is above three other ways of learning from errors.",
            Layout.METHODS),
    /** Sizes of the corpora. */
    DATA_STATISTICS(
            "T7",
            "Data statistics",
            "LEMMA's corpus is about as large as GPTAug's and its texts are about as long.",
            Layout.METHODS),
    /** Another teacher. */
    TEACHER("T8", "Another teacher", "With an open model as teacher LEMMA is still above GPTAug.", Layout.METHODS),
    /** Majority vote. */
    MAJORITY(
            "T10",
            "Majority of 32 samples",
            "LEMMA's advantage stays under majority vote on most sets.",
            Layout.METHODS),
    /** Data size. */
    DATA_SIZE(
            "F5",
            "Accuracy against data size",
            "LEMMA gains with more data and stays above GPTAug, ISC and RefAug.",
            Layout.AMOUNTS),
    /** Errors before and after. */
    ERRORS_AFTER(
            "F6/F8",
            "Error types before and after training",
            "LEMMA lowers every frequent type of error; plain SFT does not lower all of them.",
            Layout.ERROR_TYPES),
    /** Trajectories. */
    CASES(
            "F10/F11",
            "Case studies",
            "A student trained on LEMMA notices its own error within the solution and corrects it.",
            Layout.METHODS),
    /** Ours: what the link between error and correction does. */
    CONNECTIONS(
            "new",
            "Smooth against abrupt connections",
            "No experiment of the paper; its method asks for smooth, model-aware links. Does a student learn more from them than from"
                    + " abrupt ones?",
            Layout.METHODS),
    /** Ours: how much a student reads. */
    TRAINING_TOKENS(
            "tokens",
            "Accuracy and reflection against training tokens",
            "No experiment of the paper, which trains for three epochs. A student may learn to err before it learns to reflect: how much must"
                    + " it read until reflecting pays?",
            Layout.AMOUNTS),
    /** Ours: a learning rate for each method. */
    LEARNING_RATES(
            "rates",
            "Each method at its own learning rate",
            "No experiment of the paper. A rate that a method needs may harm the one that it is compared with: who is ahead when each has the"
                    + " rate that is best for it on development problems?",
            Layout.METHODS);

    private final String id;
    private final String title;
    private final String claim;
    private final Layout layout;

    PaperExperiment(String id, String title, String claim, Layout layout) {
        this.id = id;
        this.title = title;
        this.claim = claim;
        this.layout = layout;
    }

    /** What the rows of an experiment's table are. */
    enum Layout {
        METHODS,
        ERROR_TYPES,
        AMOUNTS
    }

    /**
     * @return the id in the paper, for example {@code T5/T11}
     */
    public String id() {
        return id;
    }

    /**
     * @return what it is about
     */
    public String title() {
        return title;
    }

    /**
     * @return the paper's claim, in our words
     */
    public String claim() {
        return claim;
    }

    Layout layout() {
        return layout;
    }

    /** What the amounts of {@link Layout#AMOUNTS} are. */
    String amount(List<Measure> measures) {
        return switch (this) {
            case TEMPERATURE -> "sampling temperature";
            case TRAINING_TOKENS -> "training tokens";
            default -> Facets.isPercent(measures) ? "training problems (%)" : "training examples";
        };
    }

    /** Whether the paper has nothing of it. */
    boolean isOurs() {
        return this == CONNECTIONS || this == TRAINING_TOKENS || this == LEARNING_RATES;
    }

    /** Whether each metric has its own table and figure: there would be too many lines in one. */
    boolean isByMetric() {
        return this == TRAINING_TOKENS;
    }

    /** The metrics that stand beside the paper's; all others explain them. */
    Predicate<Measure> headline() {
        return switch (this) {
            case DATA_STATISTICS -> measure -> true;
            case TRAINING_TOKENS ->
                measure -> List.of("accuracy", "problems without a wrong step", "recall, at once or later")
                        .contains(measure.metric());
            case MAJORITY -> measure -> measure.metric().matches("(?i)(pass|maj)@.*|.*(accuracy|majority).*");
            default -> measure -> measure.metric().toLowerCase(Locale.ROOT).contains("accuracy");
        };
    }

    /**
     * @param id an id as an outcome carries it; parts of it do, and so does {@code smooth against abrupt}
     * @return the experiment; empty where the id is none of these
     */
    public static Optional<PaperExperiment> of(String id) {
        String wanted = plain(id);
        if (wanted.matches(".*(smooth|abrupt|connection).*")) {
            return Optional.of(CONNECTIONS);
        }
        return Arrays.stream(values())
                .filter(each -> plain(each.id).equals(wanted)
                        || List.of(plain(each.id).split("/")).contains(wanted))
                .findFirst();
    }

    private static String plain(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9/]", "");
    }
}
