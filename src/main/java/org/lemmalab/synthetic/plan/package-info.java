/**
 * Errors in solutions of the synthetic relations problems, judged exactly: every line is executed against what the question states and what
 * the lines before it have found.
 */
package org.lemmalab.synthetic.plan;
