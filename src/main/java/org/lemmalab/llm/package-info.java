/**
 * Language models behind one interface: {@link org.lemmalab.llm.TextModel} completes prompts and scores continuations, whether
 * the model runs in this process or behind an endpoint. Experiments, teachers and students know this interface only.
 *
 * <p>A request is a prompt and {@link org.lemmalab.llm.SamplingSettings}; a reply is the completions or, where a request could
 * not be served, the reason. Replies come in the order of the requests. The implementation over the project's own decoder is
 * {@code org.lemmalab.transformer.LocalModel}: it lives in the room above, since this one knows no model.
 *
 * <table>
 *   <caption>What stands around a model</caption>
 *   <tr><th>package</th><th>holds</th></tr>
 *   <tr><td>{@code llm.endpoint}</td><td>{@code EndpointModel}: any OpenAI-compatible server</td></tr>
 *   <tr><td>{@code llm.record}</td><td>{@code RecordedModel}: every exchange on disk, replayed for nothing</td></tr>
 *   <tr><td>{@code llm.meter}</td><td>{@code MeteredModel}: tokens, seconds, money, a budget</td></tr>
 *   <tr><td>{@code llm.prompt}</td><td>{@code PromptTemplate} and {@code ReplyParser}: text in, a value or a reason out</td></tr>
 *   <tr><td>{@code llm.server}</td><td>{@code ModelServer}: any model behind OpenAI's interface</td></tr>
 * </table>
 */
package org.lemmalab.llm;
