/**
 * Training elsewhere: the same examples and settings written for LLaMA-Factory and for TRL, which train on several machines. What is
 * written is held against {@link org.lemmalab.training.export.ToolSchema}, the names and types that a stated version of the tool
 * accepts.
 */
package org.lemmalab.training.export;
