package org.lemmalab.solution;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the final answer in a model's text. Thoughts, what follows the end of the turn, and a further question of the model's own
 * are left aside. A marked answer counts before one that the text only comes to, and that before a guess; of several marked ones
 * the last counts that says anything and is not taken back. Time is linear in the text's length; no text makes it throw.
 */
public final class AnswerExtractor {
    /**
     * The version of the rules, kept with what was graded by them. 1 tried rules in a fixed order; 2 sets thoughts apart, takes marks
     * by their place, and reads sentences for what they state.
     */
    public static final String VERSION = "2";

    private static final AnswerExtractor STANDARD = with(ExtractionSettings.lenient());
    private static final AnswerExtractor STRICT = with(ExtractionSettings.strict());

    private final ExtractionSettings settings;

    private AnswerExtractor(ExtractionSettings settings) {
        this.settings = settings;
    }

    /**
     * @return an extractor with {@link ExtractionSettings#lenient()}
     */
    public static AnswerExtractor standard() {
        return STANDARD;
    }

    /**
     * @return an extractor with {@link ExtractionSettings#strict()}
     */
    public static AnswerExtractor strict() {
        return STRICT;
    }

    /**
     * @param settings which rules may be used
     * @return an extractor
     */
    public static AnswerExtractor with(ExtractionSettings settings) {
        return new AnswerExtractor(settings);
    }

    /**
     * @return its settings
     */
    public ExtractionSettings settings() {
        return settings;
    }

    /**
     * @param text a model's whole text
     * @return the answer with rule and span in this text, or none
     */
    public ExtractedAnswer extract(String text) {
        return extract(ModelText.of(text));
    }

    /**
     * @param text a model's text, its thoughts apart
     * @return the answer with rule and span in the whole text, or none
     */
    public ExtractedAnswer extract(ModelText text) {
        if (text.thinksOn()) {
            return new ExtractedAnswer.None("the thought does not end");
        }
        String solution = ControlSigns.blanked(RunOn.cut(text.solution()));
        if (solution.isBlank()) {
            String thought = text.thoughts().isEmpty() ? "" : " after the thought";
            return new ExtractedAnswer.None("no text" + thought);
        }
        Passage passage = new Passage(solution);
        MarkedFinder marked = new MarkedFinder(passage, settings);
        if (!settings.recoverBrokenBox() && marked.endsBroken()) {
            return new ExtractedAnswer.None("the last box is empty or not closed");
        }
        Optional<ExtractedAnswer.Found> found = marked.last();
        if (found.isEmpty()) {
            found = new ConclusionFinder(passage, settings, marked.takenBack()).find();
        }
        return found.<ExtractedAnswer>map(answer -> inRaw(answer, text)).orElseGet(this::none);
    }

    private static ExtractedAnswer.Found inRaw(ExtractedAnswer.Found found, ModelText text) {
        if (text.solution().length() == text.raw().length()) {
            return found;
        }
        KeptText kept = ThoughtReader.read(text.raw()).kept();
        return new ExtractedAnswer.Found(
                found.text(), found.rule(), kept.startInRaw(found.start()), kept.inRaw(found.end()));
    }

    private ExtractedAnswer.None none() {
        return new ExtractedAnswer.None("no "
                + settings.rules().stream().sorted().map(ExtractionRule::title).collect(Collectors.joining(", no ")));
    }
}
