/**
 * Measurements of speed, memory and accuracy that anyone can repeat: {@code lab bench NAME --data DIR} prints a table and ends
 * with one line of JSON.
 */
package org.lemmalab.benchmark;
