package org.lemmalab.mistake.departure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lemmalab.mistake.ErrorType;

/** Confusing concept: step and gold step (or question) name the two sides of a pair that is easily mixed up. */
final class ConceptRule implements Rule {
    private record Pair(Set<String> one, Set<String> other) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair(Set.of("revenue", "sale", "earned", "earn"), Set.of("profit", "loss", "net")),
            new Pair(Set.of("total", "altogether", "all"), Set.of("remaining", "left", "remain")),
            new Pair(Set.of("each", "per", "every"), Set.of("total", "altogether", "together")),
            new Pair(Set.of("time", "twice", "triple"), Set.of("more", "additional", "fewer")),
            new Pair(Set.of("cost", "price"), Set.of("saving", "saved", "discount", "change")));

    @Override
    public Optional<Finding> judge(Departure departure) {
        Set<String> here = departure.step().words();
        Set<String> gold = departure.counterpartWords();
        if (gold.isEmpty()) {
            return Optional.empty();
        }
        return PAIRS.stream()
                .filter(pair ->
                        mixed(pair.one(), pair.other(), here, gold) || mixed(pair.other(), pair.one(), here, gold))
                .findFirst()
                .flatMap(pair -> Rule.found(
                        ErrorType.CONFUSING_CONCEPT,
                        departure,
                        "It is about '" + word(pair, here) + "' where gold is about '" + word(pair, gold) + "'."));
    }

    private static boolean mixed(Set<String> one, Set<String> other, Set<String> here, Set<String> gold) {
        return any(one, here) && !any(other, here) && any(other, gold) && !any(one, gold);
    }

    private static boolean any(Set<String> cues, Set<String> words) {
        return cues.stream().anyMatch(words::contains);
    }

    private static String word(Pair pair, Set<String> words) {
        return java.util.stream.Stream.concat(pair.one().stream(), pair.other().stream())
                .filter(words::contains)
                .sorted()
                .findFirst()
                .orElse("");
    }
}
