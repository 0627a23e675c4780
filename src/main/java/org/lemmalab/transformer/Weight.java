package org.lemmalab.transformer;

import ai.djl.ndarray.types.Shape;

/**
 * One parameter of a decoder.
 *
 * @param name our name, for example {@code layers.3.query}
 * @param checkpointName its name in a Hugging Face checkpoint, for example {@code model.layers.3.self_attn.q_proj.weight}
 * @param shape its shape; a matrix is [out, in]
 */
public record Weight(String name, String checkpointName, Shape shape) {}
