/**
 * Tokens, time and money. {@link org.lemmalab.llm.meter.MeteredModel} counts what any {@link org.lemmalab.llm.TextModel} uses up
 * and stops before a budget is passed; {@link org.lemmalab.llm.meter.DryRun} says beforehand what it would come to. A record
 * ({@code llm.record}) belongs around the meter, so that replayed exchanges cost nothing.
 */
package org.lemmalab.llm.meter;
