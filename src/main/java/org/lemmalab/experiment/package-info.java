/**
 * The paper's experiments, one class each, run alike by notebooks and by the command line. An experiment measures and returns
 * numbers with their provenance; drawing them is the business of room {@code report}.
 */
package org.lemmalab.experiment;
