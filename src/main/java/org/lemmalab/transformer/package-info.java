/**
 * The student itself: a decoder of the Llama family (Llama 2 and 3, Mistral, Qwen2 and 2.5, DeepSeekMath) on DJL's PyTorch engine,
 * from a few million parameters to real checkpoints.
 *
 * <p>A decoder reads tokens and gives, for each place, a distribution of the next token. Its layers add to a stream of width M: first
 * attention (each token looks back at those before it; queries outnumber keys and values, rotary positions say how far back), then a
 * gated feed-forward layer. {@code decoder.torchscript} among the resources is the whole computation, with shapes.
 *
 * <table>
 * <caption>Where to look</caption>
 * <tr><th>task</th><th>class</th></tr>
 * <tr><td>open a checkpoint folder, write one</td><td>{@link org.lemmalab.transformer.Checkpoint},
 *     {@link org.lemmalab.transformer.CheckpointWriter}</td></tr>
 * <tr><td>train: parameters, loss, gradients, packed batches</td><td>{@link org.lemmalab.transformer.Decoder},
 *     {@link org.lemmalab.transformer.TokenBatch}</td></tr>
 * <tr><td>look inside: next-token distribution, attention</td><td>{@link org.lemmalab.transformer.Inspector}</td></tr>
 * <tr><td>the students that ship with the project</td><td>{@link org.lemmalab.transformer.Students}</td></tr>
 * <tr><td>generate, score</td><td>{@link org.lemmalab.transformer.Generator}, {@link org.lemmalab.transformer.Scorer}</td></tr>
 * <tr><td>text in, text out</td><td>{@link org.lemmalab.transformer.LocalModel}, the {@code TextModel} of this process</td></tr>
 * <tr><td>a tokenizer of words and digits</td><td>{@link org.lemmalab.transformer.WordTokenizer}</td></tr>
 * </table>
 *
 * <p>Why programs: DJL's arrays cover single operators without PyTorch's fused ones, and each call crosses from Java to native code. A
 * TorchScript text opens all operators and makes a whole step of generation one call. Parameters stay plain named arrays, so gradients,
 * optimisers and checkpoints see nothing of it.
 *
 * <p>The interface {@code TextModel} is two rooms below, in {@code llm}; {@code LocalModel} is here because that room knows no model.
 */
package org.lemmalab.transformer;
