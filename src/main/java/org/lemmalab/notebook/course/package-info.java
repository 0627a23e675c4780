/**
 * The course's units: what their notebooks show and how their exercises judge an answer. Right answers are worked out here by the
 * toolkit's own classes; the notebooks in {@code notebooks/course} hold none, those in {@code notebooks/course/solutions} hold one way
 * to each.
 */
package org.lemmalab.notebook.course;
