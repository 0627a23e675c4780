/**
 * What keeps bad triplets out of a corpus (paper Sec. 3.4): small filters, each with one reason. The right answer, the error word for
 * word, exactly one reflection, no word that gives the making away, sound arithmetic, bounds of length, no evaluation question, no
 * near-duplicate. Nothing is dropped silently: what is removed is written down with its filter and the reason.
 */
package org.lemmalab.reflection.filter;
