package org.lemmalab.solution;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what a text without a marked answer comes to: the whole of it, or what its last sentences state. */
final class ConclusionFinder {
    private static final Pattern ASIDE = Pattern.compile(
            "(?i)[\\s*_(]*(?:check|verification|verify|to (?:check|verify)|we can (?:check|verify)|let's (?:check|verify)|let me know|i hope|hope|note|as a check)\\b.*",
            Pattern.DOTALL);
    private static final int LONGEST_OPENING = 40;

    private final Passage passage;
    private final String text;
    private final ExtractionSettings settings;
    private final int from;

    /** Looks after a place: what was taken back before it is no conclusion. */
    ConclusionFinder(Passage passage, ExtractionSettings settings, int from) {
        this.passage = passage;
        this.text = passage.text();
        this.settings = settings;
        this.from = from;
    }

    Optional<ExtractedAnswer.Found> find() {
        Optional<Span> letter = from == 0 && uses(ExtractionRule.CHOICE) ? WholeText.letter(text) : Optional.empty();
        if (letter.isPresent()) {
            return letter.map(span -> found(span, ExtractionRule.CHOICE));
        }
        Optional<ExtractedAnswer.Found> whole =
                from == 0 && uses(ExtractionRule.WHOLE_TEXT) ? whole() : Optional.empty();
        if (whole.isPresent()) {
            return whole;
        }
        List<int[]> sentences = passage.sentences();
        Optional<ExtractedAnswer.Found> aside = Optional.empty();
        for (int i = sentences.size() - 1; i >= 0 && sentences.get(i)[1] > from; i--) {
            int start = Math.max(from, sentences.get(i)[0]);
            Optional<ExtractedAnswer.Found> found = sentence(start, sentences.get(i)[1]);
            if (found.isPresent() && !isAside(start, sentences.get(i)[1])) {
                return found;
            }
            aside = aside.isPresent() ? aside : found;
        }
        return aside;
    }

    private boolean uses(ExtractionRule rule) {
        return settings.rules().contains(rule);
    }

    private Optional<ExtractedAnswer.Found> whole() {
        return WholeText.of(passage).map(span -> found(span, ExtractionRule.WHOLE_TEXT));
    }

    private boolean isAside(int start, int end) {
        return ASIDE.matcher(text)
                .region(start, Math.min(end, start + LONGEST_OPENING))
                .matches();
    }

    private static ExtractedAnswer.Found found(Span span, ExtractionRule rule) {
        return new ExtractedAnswer.Found(span.answer(), rule, span.start(), span.end());
    }

    private Optional<ExtractedAnswer.Found> sentence(int start, int end) {
        Optional<Span> yes = uses(ExtractionRule.LAST_SENTENCE) ? AnswerWords.in(text, start, end) : Optional.empty();
        if (yes.isPresent()) {
            return yes.map(span -> found(span, ExtractionRule.LAST_SENTENCE));
        }
        Optional<Conclusion.Result> result = Conclusion.of(passage, start, end);
        if (result.isEmpty()) {
            return inWords(start, end);
        }
        if (uses(ExtractionRule.LAST_SENTENCE) && result.get().rule() != ExtractionRule.LAST_EQUATION) {
            Optional<Span> name = Naming.in(text, start, end);
            if (name.isPresent()) {
                return name.map(span -> found(span, ExtractionRule.LAST_SENTENCE));
            }
        }
        return result.filter(found -> uses(found.rule())).map(found -> found(found.span(), found.rule()));
    }

    private Optional<ExtractedAnswer.Found> inWords(int start, int end) {
        Optional<ExtractedAnswer.Found> stated = AnswerWords.stated(text, start, end)
                .or(() -> Naming.in(text, start, end))
                .map(span -> found(span, ExtractionRule.LAST_SENTENCE));
        Optional<ExtractedAnswer.Found> words = stated.isPresent()
                ? stated
                : AnswerWords.number(text, start, end).map(span -> found(span, ExtractionRule.LAST_NUMBER));
        return words.filter(found -> uses(found.rule()));
    }
}
