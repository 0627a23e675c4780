package org.lemmalab.mistake;

/**
 * An analyst of somebody else's, that {@code --teacher NAME} finds: a class with a constructor without parameters, named in {@code
 * META-INF/services/org.lemmalab.mistake.AnalystProvider}.
 */
public interface AnalystProvider {
    /**
     * @return the name on the command line: small letters, digits and hyphens, none of the toolkit's own
     */
    String name();

    /**
     * @return the analyst; safe for several threads
     */
    Analyst analyst();
}
