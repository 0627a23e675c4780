/**
 * Exchanges with models, kept on disk: a study that was paid for once can be run again for nothing, and by others.
 * {@link org.lemmalab.llm.record.RecordedModel} puts the record before any {@link org.lemmalab.llm.TextModel}.
 */
package org.lemmalab.llm.record;
