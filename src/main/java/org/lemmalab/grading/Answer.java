package org.lemmalab.grading;

/**
 * An answer as it was read.
 *
 * @param text its text without formatting
 * @param words its text as plain words
 * @param node what it was parsed to
 * @param choice the letter before the text of a choice, as in "(C) 12"; empty where there is none
 */
record Answer(String text, String words, Node node, String choice) {}
