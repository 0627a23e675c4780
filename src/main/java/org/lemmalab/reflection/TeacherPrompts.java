package org.lemmalab.reflection;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lemmalab.llm.prompt.PromptTemplate;
import org.lemmalab.mistake.prompted.PromptTexts;

/**
 * The prompt files of a {@link PromptedTeacher}. Own ones need the same places.
 *
 * @param analyse asks for the first wrong step and its type
 * @param inject asks for a wrong solution with an error of a type
 * @param fix asks for a correction that goes on from the wrong step
 * @param restart asks for a solution from scratch
 * @param link asks for the words between error and correction
 */
public record TeacherPrompts(
        PromptTemplate analyse,
        PromptTemplate inject,
        PromptTemplate fix,
        PromptTemplate restart,
        PromptTemplate link) {
    private static final Set<String> CORRECTION =
            Set.of("question", "solution", "gold_answer", "attempt", "wrong_step", "type", "explanation");
    private static final Set<String> LINK =
            Set.of("question", "attempt", "wrong_step", "type", "definition", "explanation", "strategy", "next");

    /** Checks the places of those that no class of their own checks. */
    public TeacherPrompts {
        PromptTexts.requirePlaces(fix, CORRECTION);
        PromptTexts.requirePlaces(restart, CORRECTION);
        PromptTexts.requirePlaces(link, LINK);
    }

    /**
     * @return the toolkit's own
     */
    public static TeacherPrompts bundled() {
        return new TeacherPrompts(
                PromptTemplate.bundled("teacher-analyse"),
                PromptTemplate.bundled("teacher-inject"),
                PromptTemplate.bundled("teacher-fix"),
                PromptTemplate.bundled("teacher-restart"),
                PromptTemplate.bundled("teacher-link"));
    }

    /**
     * @return SHA-256 of each file, by the prompt's name
     */
    public Map<String, String> hashes() {
        return Stream.of(analyse, inject, fix, restart, link)
                .collect(Collectors.toUnmodifiableMap(PromptTemplate::name, PromptTemplate::hash));
    }
}
