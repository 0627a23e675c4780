package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the last marked answer that says anything and is not taken back. */
final class MarkedFinder {
    private static final Pattern OR = Pattern.compile("\\bor\\b");
    private static final Pattern BOX_SIGNS = Pattern.compile("\\\\?[bf]?(?:boxed|box)|[{}\\s]");
    private static final Pattern CLOSING = Pattern.compile("(?:\\s|\\$|\\.$|\\\\[)\\]])+$");
    private static final int MOST_READ = 500;
    private static final int MOST_JOINED = 100;

    private final Passage passage;
    private final String text;
    private final ExtractionSettings settings;
    private final List<BoxFinder.Box> boxes;
    private List<Mark> marks;
    private Optional<ExtractedAnswer.Found> inWords = Optional.empty();
    private int takenBack;

    MarkedFinder(Passage passage, ExtractionSettings settings) {
        this.passage = passage;
        this.text = passage.text();
        this.settings = settings;
        this.boxes = BoxFinder.in(text);
        this.marks = List.of();
    }

    /** Whether the last box is empty or never closes. */
    boolean endsBroken() {
        if (boxes.isEmpty()) {
            return false;
        }
        BoxFinder.Box last = boxes.get(boxes.size() - 1);
        return !last.closed() || last.isBlank(text);
    }

    /** Where the last answer ends that is taken back; 0 where none is. */
    int takenBack() {
        return takenBack;
    }

    /** Most texts end with a box: the whole text is searched for marks only where what stands from it on says nothing. */
    Optional<ExtractedAnswer.Found> last() {
        int from = lastBoxAlone();
        Optional<ExtractedAnswer.Found> firm = from > 0 ? firm(from) : Optional.empty();
        return firm.or(() -> firm(0)).or(() -> inWords);
    }

    /** Where the last box begins, if no other is joined to it; 0 where there is none such. */
    private int lastBoxAlone() {
        int last = boxes.size() - 1;
        boolean joined = last > 0
                && BoxJoint.joins(
                        text, boxes.get(last - 1).end(), boxes.get(last).command());
        return last < 0 || joined ? 0 : boxes.get(last).command();
    }

    /** The last answer in marks from a place on that is firm and not taken back. */
    private Optional<ExtractedAnswer.Found> firm(int from) {
        marks = Marks.in(text, boxes, from);
        int next = text.length();
        int read = 0;
        for (int i = marks.size() - 1; i >= 0 && read < MOST_READ; i--) {
            Mark mark = marks.get(i);
            read += mark.box() == null || !mark.box().isBlank(text) ? 1 : 0;
            Optional<ExtractedAnswer.Found> found =
                    settings.rules().contains(mark.rule()) ? read(i, next) : Optional.empty();
            next = mark.start();
            if (found.isPresent() && isTakenBack(mark, found.get())) {
                takenBack = Math.max(takenBack, found.get().end());
            } else if (found.isPresent() && isFirm(mark, found.get())) {
                return found;
            } else if (inWords.isEmpty()) {
                inWords = found;
            }
        }
        return Optional.empty();
    }

    /** An answer in free words yields to an earlier one in figures: "the answer is complete" may mean nothing. */
    private boolean isFirm(Mark mark, ExtractedAnswer.Found found) {
        return mark.rule() == ExtractionRule.BOXED
                || mark.rule() == ExtractionRule.ANSWER_TAG
                || AnswerWords.isKnown(found.text())
                || !found.text().chars().allMatch(c -> Character.isLetter(c) || Character.isWhitespace(c))
                || found.text().length() == 1;
    }

    private boolean isTakenBack(Mark mark, ExtractedAnswer.Found found) {
        boolean boxed = mark.box() != null && Retraction.precedes(text, mark.start());
        return boxed || Retraction.follows(text, found.end());
    }

    private Optional<ExtractedAnswer.Found> read(int index, int next) {
        Mark mark = marks.get(index);
        if (mark.box() != null) {
            return boxed(index);
        }
        Mark bounded =
                new Mark(mark.rule(), mark.start(), mark.from(), Math.min(mark.to(), Math.max(next, mark.from())));
        Optional<Span> paragraph = mark.rule() == ExtractionRule.FINAL_ANSWER || mark.rule() == ExtractionRule.A_COLON
                ? Paragraph.of(passage, bounded.from(), bounded.to())
                : Optional.empty();
        return paragraph
                .or(() -> Clause.of(passage, bounded))
                .map(span -> new ExtractedAnswer.Found(
                        Equation.reduced(span.answer()), mark.rule(), span.start(), span.end()));
    }

    /** A box with those before it that are joined to it. */
    private Optional<ExtractedAnswer.Found> boxed(int last) {
        BoxFinder.Box box = marks.get(last).box();
        Optional<Span> content = content(box);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>(List.of(content.get().answer()));
        int start = box.command();
        boolean either = false;
        for (int i = last - 1; i >= 0 && parts.size() < MOST_JOINED && last - i < 2 * MOST_JOINED; i--) {
            BoxFinder.Box before = marks.get(i).box();
            boolean joined = before != null && before.closed() && BoxJoint.joins(text, before.end(), start);
            Optional<Span> part = joined ? content(before) : Optional.empty();
            if (part.isEmpty()) {
                break;
            }
            either |= OR.matcher(text).region(before.end(), start).find();
            if (!parts.contains(part.get().answer())) {
                parts.add(0, part.get().answer());
            }
            start = before.command();
        }
        return Optional.of(new ExtractedAnswer.Found(
                String.join(either ? " or " : ", ", parts), ExtractionRule.BOXED, start, box.end()));
    }

    private Optional<Span> content(BoxFinder.Box box) {
        Optional<Span> content = Span.trimmed(text, box.start(), box.contentEnd());
        return content.map(span -> box.closed() ? span : new Span(undelimited(span.answer()), span.start(), span.end()))
                .filter(span -> saysAnything(span.answer()));
    }

    /** Whether anything is left without the commands of further boxes. */
    private static boolean saysAnything(String content) {
        return content.indexOf("box") < 0 && !content.isBlank()
                || !BOX_SIGNS.matcher(content).replaceAll("").isEmpty();
    }

    /** Without the delimiter that closes the formula around a box that never closes. */
    private static String undelimited(String cut) {
        return CLOSING.matcher(cut).replaceAll("");
    }
}
