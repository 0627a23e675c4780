/** A teacher for the made relations problems, which judges, corrects and explains exactly, and the reading of trajectories that reflect. */
package org.lemmalab.reflection.plan;
