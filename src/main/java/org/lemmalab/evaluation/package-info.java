/**
 * Evaluation (paper Sec. 4 and App. A.4): the benchmark sets with the prompts and shots of the paper's runs, accuracy, pass@k and
 * maj@k, and the statistics that say how sure a difference is.
 */
package org.lemmalab.evaluation;
