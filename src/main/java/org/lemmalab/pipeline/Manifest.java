package org.lemmalab.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run folder says of itself, in {@code manifest.json}.
 *
 * @param identity stage, settings and inputs
 * @param execution how the latest start went about it
 * @param counts how many records came to what
 * @param times when and how long
 * @param usage tokens and money of all calls whose results were kept
 * @param outputSha256 SHA-256 of {@code output.jsonl}, once the run is complete
 */
public record Manifest(
        RunIdentity identity,
        Execution execution,
        Counts counts,
        Times times,
        Usage usage,
        Optional<String> outputSha256) {

    /**
     * @param toolkits every toolkit version that worked on this run, in order
     * @param java the Java runtime of the latest start
     * @param settings the latest start's settings of execution, by name
     */
    public record Execution(List<String> toolkits, String java, Map<String, String> settings) {
        /** Copies list and map. */
        public Execution {
            toolkits = List.copyOf(toolkits);
            settings = new TreeMap<>(settings);
        }
    }

    /**
     * @param succeeded lines in the output
     * @param failed lines in the failed file
     * @param rejected input lines that are no record; known when the inputs are read to the end
     */
    public record Counts(long succeeded, long failed, long rejected) {
        /**
         * @return all three together
         */
        public long settled() {
            return succeeded + failed + rejected;
        }
    }

    /**
     * @param started the first start, ISO 8601 in UTC
     * @param updated the latest change, ISO 8601 in UTC
     * @param seconds time at work, all starts together
     * @param starts how often the run was started
     */
    public record Times(String started, String updated, double seconds, int starts) {}

    /**
     * @return lines of all inputs that are not blank
     */
    public long total() {
        return identity.inputs().stream().mapToLong(InputFile::lines).sum();
    }
}
