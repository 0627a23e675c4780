/** The command line: thin commands over the other rooms, for those who prefer a terminal to a notebook. */
package org.lemmalab.cli;
