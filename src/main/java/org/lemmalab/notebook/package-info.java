/**
 * The notebook's side of the toolkit: showing tables, figures, trajectories and live progress in whichever Java kernel runs, and the settings
 * that a notebook takes from its surroundings.
 */
package org.lemmalab.notebook;
