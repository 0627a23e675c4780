/**
 * Language models behind one interface: {@link org.lemmalab.llm.TextModel} completes prompts and scores continuations, whether
 * the model runs in this process or behind an endpoint. Experiments, teachers and students know this interface only.
 *
 * <p>A request is a prompt and {@link org.lemmalab.llm.SamplingSettings}; a reply is the completions or, where a request could
 * not be served, the reason. Replies come in the order of the requests. The implementation over the project's own decoder is
 * {@code org.lemmalab.transformer.LocalModel}: it lives in the room above, since this one knows no model.
 */
package org.lemmalab.llm;
