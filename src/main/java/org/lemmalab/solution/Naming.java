package org.lemmalab.solution;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name that a sentence ends with: "Thus the winner is Noor". */
final class Naming {
    private static final int LONGEST = 120;
    private static final Pattern NAMED = Pattern.compile(
            "(?:(?:So|Thus|Hence|Therefore|Then|Finally|Clearly)?,? ?(?:[Tt]he|[Ii]t|[Oo]ne) )(?:[\\p{L}'-]+ ){0,10}?(?:is|was|must be|will be) (?:called |named )?"
                    + "[*_\"]{0,2}(\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]*){0,2})[*_\".!]{0,4}");
    private static final Set<String> NONE = Set.of("The", "This", "That", "These", "There", "Not", "Correct", "Wrong");

    private Naming() {}

    static Optional<Span> in(String text, int from, int to) {
        int start = from;
        while (start < to && "*_ ".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        if (to - start > LONGEST) {
            return Optional.empty();
        }
        Matcher named = NAMED.matcher(text).region(start, to);
        return named.matches() && !NONE.contains(named.group(1))
                ? Optional.of(new Span(named.group(1), named.start(1), named.end(1)))
                : Optional.empty();
    }
}
