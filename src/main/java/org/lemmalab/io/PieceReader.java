package org.lemmalab.io;

import java.io.IOException;

/** Takes a stream of JSON values apart, one at a time, without looking into them. */
interface PieceReader {
    /** Goes to the next value; false where there is none. */
    boolean next() throws IOException;

    /** The number of the line that it begins on, from 1. */
    long number();

    /** Its text; a {@link LabException} says why it cannot be read. */
    String text();

    /** Its text as far as there is one, for the record of what was rejected. */
    String lenientText();
}
