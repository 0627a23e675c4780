/**
 * Reflections (paper Sec. 3.4): from a wrong attempt to a revision that a model can learn from.
 *
 * <p>A {@link org.lemmalab.reflection.Triplet} is error – reflection – correction. The {@link
 * org.lemmalab.reflection.ErroneousAttempt} ends at its first wrong step; the {@link org.lemmalab.reflection.Correction} either goes on
 * from there (Fix &amp; Continue) or starts over (Fresh &amp; Restart); the {@link org.lemmalab.reflection.Reflection} between them is
 * abrupt, a phrase, a smooth link that says what went wrong, or the one of several smooth links that the student itself finds most
 * natural. All three come from a {@link org.lemmalab.reflection.Teacher}: a program where problems are programs, a model elsewhere.
 */
package org.lemmalab.reflection;
