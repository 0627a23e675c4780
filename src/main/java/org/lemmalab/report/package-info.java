/**
 * What people look at: Tablesaw tables as HTML, Markdown and plain text, XChart figures as SVG and PNG, solutions with their
 * steps highlighted, and the paper's printed numbers to set beside one's own.
 *
 * <p>This room draws; it measures nothing. Each drawing has a plain-text form for terminals.
 */
package org.lemmalab.report;
