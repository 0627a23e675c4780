/**
 * What a difference of two percentages is worth: estimators of pass@k and majority votes, bootstrap intervals, paired tests, and the
 * correction for testing often. Every random choice depends on a seed; every formula names its source.
 */
package org.lemmalab.evaluation.statistics;
