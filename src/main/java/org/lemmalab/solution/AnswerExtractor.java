package org.lemmalab.solution;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the final answer in a model's text. Rules are tried in the order of the settings, each looks at the text's last
 * occurrence of its marker, and text after the answer is ignored. Time is linear in the text's length; no text makes it throw.
 */
public final class AnswerExtractor {
    private final ExtractionSettings settings;

    private AnswerExtractor(ExtractionSettings settings) {
        this.settings = settings;
    }

    /**
     * @return an extractor with {@link ExtractionSettings#lenient()}
     */
    public static AnswerExtractor standard() {
        return with(ExtractionSettings.lenient());
    }

    /**
     * @return an extractor with {@link ExtractionSettings#strict()}
     */
    public static AnswerExtractor strict() {
        return with(ExtractionSettings.strict());
    }

    /**
     * @param settings rules and their order
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
     * @param text a model's text
     * @return the answer with rule and span, or none
     */
    public ExtractedAnswer extract(String text) {
        for (ExtractionRule rule : settings.rules()) {
            if (rule == ExtractionRule.BOXED && !settings.recoverBrokenBox() && BoxFinder.endsBroken(text)) {
                return new ExtractedAnswer.None("the last box is empty or not closed");
            }
            Optional<Span> found = find(rule, text);
            if (found.isPresent()) {
                Span span = found.get();
                return new ExtractedAnswer.Found(span.answer(), rule, span.start(), span.end());
            }
        }
        return new ExtractedAnswer.None(
                "no " + settings.rules().stream().map(ExtractionRule::title).collect(Collectors.joining(", no ")));
    }

    private static Optional<Span> find(ExtractionRule rule, String text) {
        return switch (rule) {
            case BOXED -> BoxFinder.last(text);
            case HASHES, ANSWER_IS, FINAL_ANSWER, A_COLON -> MarkerFinder.last(rule, text);
            case CHOICE -> ChoiceFinder.last(text);
            case LAST_LATEX -> MathFinder.last(text);
            case LAST_NUMBER -> NumberFinder.last(text);
        };
    }
}
