/**
 * Solutions as the paper sees them (Sec. 3.1): a trajectory is steps and a predicted answer, t = (s1 … sn, a). This room
 * splits text into steps and finds the final answer.
 */
package org.lemmalab.solution;
