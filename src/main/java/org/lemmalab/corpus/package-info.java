/**
 * Training corpora (paper Sec. 4.1, App. A): recipes that make training examples of problems with the help of a teacher and a student,
 * LEMMA and every baseline beside it, and the formats in which corpora come and go.
 */
package org.lemmalab.corpus;
