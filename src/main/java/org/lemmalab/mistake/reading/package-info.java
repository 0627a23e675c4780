/**
 * Reading a step as claims that can be checked. The text, in LaTeX or plain, is cut into numbers, operators, letters, words and
 * relations; clause by clause these become chains a = b = c, whose neighbours are the links. Units and remarks in brackets are passed
 * over; "divided by", "is" and "half of" are read as what they mean. A letter stays a letter, and a word where a number should be makes a
 * term unreadable: neither ever vanishes.
 */
package org.lemmalab.mistake.reading;
