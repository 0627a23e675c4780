/**
 * The model as a teacher: what it is asked and what is made of its replies (paper Secs. 3.2 and 3.3).
 *
 * <p>A {@link org.lemmalab.mistake.prompted.TeachingModel} fills a prompt file, asks, and reads one JSON object out of the reply. A reply
 * that is empty, cut, no JSON, in another language than the question, or that contradicts itself or the problem is a refusal with its
 * reason; only what passes every check is given. The reasons are fixed sentences, so that they can be counted.
 */
package org.lemmalab.mistake.prompted;
