package org.lemmalab.reflection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;
import org.lemmalab.solution.Step;

/**
 * The revised text t_sub ⊕ RP ⊕ t_good (paper Sec. 3.1), one part a line, with the final answer after it. Whatever learns from a
 * triplet, shows it, scores it or checks it uses this rendering.
 *
 * @param parts the parts in their order
 */
public record Revision(List<Part> parts) {
    private static final String ANSWER = "The answer is: ";

    /** What a part is. */
    public enum Role {
        /** A sound step before the error. */
        GOOD,
        /** The first wrong step. */
        WRONG,
        /** What follows the error where the attempt is not truncated. */
        AFTER_ERROR,
        /** What leads out of the error. */
        REFLECTION,
        /** A step of the correction. */
        CORRECTION,
        /** The final answer. */
        ANSWER
    }

    /**
     * One part.
     *
     * @param role what it is
     * @param text its text
     */
    public record Part(Role role, String text) {
        /** Checks role and text. */
        public Part {
            if (role == null || text == null || text.isBlank()) {
                throw new LabException(
                        "revision: expected a role and a text for each part, found " + role + " and '" + text + "'");
            }
        }
    }

    /**
     * A stretch of the text.
     *
     * @param start its first character, in Unicode code points from 0
     * @param end one after its last
     */
    public record Span(int start, int end) {
        /** Checks the order. */
        public Span {
            if (start < 0 || end <= start) {
                throw new LabException("span: expected 0 <= start < end, found " + start + " and " + end);
            }
        }
    }

    /** Copies the parts and checks that there are some. */
    public Revision {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new LabException("revision: expected parts, found none");
        }
    }

    /**
     * @param triplet a triplet
     * @return its text
     */
    public static Revision of(Triplet triplet) {
        return of(triplet.attempt(), triplet.reflection(), triplet.correction());
    }

    /**
     * @param attempt the error
     * @param reflection what leads out of it
     * @param correction the right way
     * @return the three as one text
     */
    public static Revision of(ErroneousAttempt attempt, Reflection reflection, Correction correction) {
        List<Part> parts = new ArrayList<>(error(attempt).parts());
        if (!reflection.text().isBlank()) {
            parts.add(new Part(Role.REFLECTION, reflection.text().strip()));
        }
        correction.steps().forEach(step -> parts.add(new Part(Role.CORRECTION, step)));
        parts.add(new Part(Role.ANSWER, answerLine(correction.answer())));
        return new Revision(parts);
    }

    /**
     * @param attempt the error
     * @return the attempt alone; one that is not truncated ends in its wrong answer
     */
    public static Revision error(ErroneousAttempt attempt) {
        List<Part> parts = new ArrayList<>();
        for (Step step : attempt.steps()) {
            Role role = step.number() < attempt.firstWrongStep()
                    ? Role.GOOD
                    : step.number() == attempt.firstWrongStep() ? Role.WRONG : Role.AFTER_ERROR;
            parts.add(new Part(role, step.text()));
        }
        if (!attempt.isTruncated() && !attempt.givenAnswer().isBlank()) {
            parts.add(new Part(Role.AFTER_ERROR, answerLine(attempt.givenAnswer())));
        }
        return new Revision(parts);
    }

    /**
     * @param answer a final answer
     * @return the line that states it
     */
    public static String answerLine(String answer) {
        return ANSWER + answer;
    }

    /**
     * @return the text, one part a line
     */
    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining("\n"));
    }

    /**
     * @param first one of the roles asked for
     * @param others further ones
     * @return where parts of these roles stand in {@link #text()}, in their order, each with the line break after it where there is
     *     one, so that masks leave no stray line breaks to learn
     */
    public List<Span> spans(Role first, Role... others) {
        Set<Role> wanted = EnumSet.of(first, others);
        List<Span> spans = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i).text();
            int end = start + part.codePointCount(0, part.length()) + (i + 1 < parts.size() ? 1 : 0);
            if (wanted.contains(parts.get(i).role())) {
                spans.add(new Span(start, end));
            }
            start = end;
        }
        return List.copyOf(spans);
    }
}
