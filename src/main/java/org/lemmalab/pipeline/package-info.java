/**
 * Stages over JSON Lines that never lose work.
 *
 * <p>Building a corpus means asking a model a hundred thousand questions: hours of time and real money, on machines that are
 * switched off, disks that fill up and endpoints that fall over. This room makes such work ordinary. A {@link
 * org.lemmalab.pipeline.Stage} is a pure, serialisable function from one record to one {@link org.lemmalab.pipeline.Result}; it
 * knows nothing of files, threads or what happened before. A {@link org.lemmalab.pipeline.StageRun} applies it to every record of
 * some input files and may be stopped at any moment, by anything, and started again.
 *
 * <h2>The idea: journal first, output in order</h2>
 *
 * <pre>
 *   input.jsonl ─▶ reader ─▶ W workers call the stage ─▶ journal.jsonl ─▶ output.jsonl          (successes, input's order)
 *                    │                                   (as they come)   output.failed.jsonl   (failures with their reason)
 *                    └─▶ output.rejected.jsonl (bad lines)
 * </pre>
 *
 * <p>Workers finish in any order. Each result goes to a journal the moment it is there, so a slow record never puts the results
 * behind it at risk; then it waits in memory for its turn, and is appended to the output. From time to time a checkpoint says how
 * long the output files are and starts a fresh, short journal that is swapped in by one atomic rename. To resume is to cut the
 * output files to the lengths in the checkpoint and to put the journal's results through the same door again: nothing is lost,
 * nothing doubled, and a torn last line, of whichever file, is gone.
 *
 * <h2>On disk</h2>
 *
 * <table>
 *   <caption>A run folder</caption>
 *   <tr><th>file</th><th>holds</th></tr>
 *   <tr><td>{@code manifest.json}</td><td>stage, version, settings, inputs with SHA-256; counts, times, tokens, money; toolkit
 *       version. Replaced as a whole.</td></tr>
 *   <tr><td>{@code output.jsonl}</td><td>the values of the successes, one a line, in the input's order</td></tr>
 *   <tr><td>{@code output.failed.jsonl}</td><td>{@code number} (of the record among the good ones, from 0), {@code id}, {@code
 *       reason}, {@code attempts}, {@code record}; only where there are failures</td></tr>
 *   <tr><td>{@code output.rejected.jsonl}</td><td>input lines that are no record: {@code file}, {@code line}, {@code reason},
 *       {@code content}; only where there are such lines. A function of the inputs alone, written anew at each start.</td></tr>
 *   <tr><td>{@code journal.jsonl}</td><td>first line: the checkpoint; then the results since it, in the order of
 *       completion</td></tr>
 *   <tr><td>{@code run.lock}</td><td>locked by the process at work; always empty</td></tr>
 *   <tr><td>{@code run.owner}</td><td>number and start of that process, for people</td></tr>
 *   <tr><td>{@code *.part}</td><td>a file being written, renamed when whole; may be left by a kill and is then taken up or
 *       overwritten</td></tr>
 * </table>
 *
 * <h2>Guarantees</h2>
 *
 * <ul>
 *   <li>Exactly once in the files: every good record has one line in the output or in the failed file, never both, never two.
 *   <li>At least once for calls: a call in flight when the process dies is made again. Stages are pure, so only its price is paid
 *       twice.
 *   <li>After a kill no finished result is lost that had been handed over; after a power cut, none older than the rhythm of
 *       {@link org.lemmalab.pipeline.Durability}.
 *   <li>An interrupted and resumed run writes the bytes of an undisturbed one, if the stage is a function of its record.
 *   <li>Results of different settings or inputs are never mixed: the run refuses and names each difference.
 *   <li>Memory does not grow with the input, but for 48 to 96 bytes a record that find a second use of an id.
 * </ul>
 */
package org.lemmalab.pipeline;
