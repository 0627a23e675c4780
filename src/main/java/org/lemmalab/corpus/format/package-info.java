/** The forms in which training corpora come and go: lines for {@code lab train}, chat messages, and rows as the public LEMMA data set has them. */
package org.lemmalab.corpus.format;
