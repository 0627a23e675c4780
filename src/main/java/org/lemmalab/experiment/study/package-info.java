/**
 * The study: one class per experiment of the paper, at the scale of the machine, over one store of artefacts (samples, corpora, trained
 * students, answers) that all experiments share and that a stopped run goes on from.
 */
package org.lemmalab.experiment.study;
