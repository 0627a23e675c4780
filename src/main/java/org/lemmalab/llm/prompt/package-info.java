/**
 * Prompts and replies as text. A {@link org.lemmalab.llm.prompt.PromptTemplate} is a file with a version and a hash, so that every
 * record can say what was asked; {@link org.lemmalab.llm.prompt.ReplyParser} makes a value or a reason of what came back.
 *
 * <p>Worked examples (few-shot) stand in a prompt's own file before the question, as in {@code teacher-analyse}; or, where they come
 * from a data set, {@code evaluation.EvaluationPrompt} puts them before a template. Either way the prompt's hash covers them. All of
 * those that ship were written for this project.
 */
package org.lemmalab.llm.prompt;
