/**
 * From problems and a student's attempts to a set of triplets (paper Secs. 3.2 to 3.4), in three stages that each resume:
 *
 * <pre>
 *   problems (+ attempts) ─▶ analyse ─▶ errors ─▶ revise ─▶ near-duplicates, size ─▶ triplets.jsonl, removed.jsonl, exports
 *                            first wrong  student's   fix and     counts of all that was refused or removed, with the reason
 *                            step, type   and teacher's restart, linked, filtered
 * </pre>
 *
 * The stages are pure functions of their records and seeds: one seed gives the same files byte for byte.
 */
package org.lemmalab.reflection.build;
