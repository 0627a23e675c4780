/**
 * Problems: a question with its gold solution and answer, the sets that they come from, and the exact program behind a gold
 * solution where there is one (GSM8K's calculator annotations are programs).
 */
package org.lemmalab.problem;
