/**
 * Records on disk: JSON and JSON Lines, read as a stream so that memory never grows with a file's length, with every bad
 * line named and kept; hashes and provenance, so that every result says what it was made from.
 *
 * <p>This is the lowest room: it knows no other.
 */
package org.lemmalab.io;
