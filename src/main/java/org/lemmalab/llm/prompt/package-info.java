/**
 * Prompts and replies as text. A {@link org.lemmalab.llm.prompt.PromptTemplate} is a file with a version and a hash, so that every
 * record can say what was asked; {@link org.lemmalab.llm.prompt.ReplyParser} makes a value or a reason of what came back.
 */
package org.lemmalab.llm.prompt;
