package org.lemmalab.synthetic.rewriting;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words and phrases that mean the same in a word problem, none of which states a value. */
final class Synonyms {
    private static final Map<String, List<String>> RULES = Map.ofEntries(
            Map.entry("altogether", List.of("in total", "overall")),
            Map.entry("in total", List.of("altogether", "overall")),
            Map.entry("in all", List.of("altogether", "in total")),
            Map.entry("buys", List.of("purchases")),
            Map.entry("bought", List.of("purchased")),
            Map.entry("purchased", List.of("bought")),
            Map.entry("wants to", List.of("would like to", "plans to")),
            Map.entry("needs to", List.of("has to")),
            Map.entry("has to", List.of("needs to")),
            Map.entry("kids", List.of("children")),
            Map.entry("children", List.of("kids")),
            Map.entry("every day", List.of("each day")),
            Map.entry("each day", List.of("every day")),
            Map.entry("every week", List.of("each week")),
            Map.entry("each week", List.of("every week")),
            Map.entry("every month", List.of("each month")),
            Map.entry("each month", List.of("every month")),
            Map.entry("per day", List.of("each day", "every day")),
            Map.entry("per week", List.of("each week", "every week")),
            Map.entry("per month", List.of("each month", "every month")),
            Map.entry("received", List.of("got")),
            Map.entry("gets", List.of("receives")),
            Map.entry("begins", List.of("starts")),
            Map.entry("starts", List.of("begins")),
            Map.entry("because", List.of("since")),
            Map.entry("large", List.of("big")),
            Map.entry("big", List.of("large")),
            Map.entry("finishes", List.of("completes")),
            Map.entry("finished", List.of("completed")),
            Map.entry("picked up", List.of("collected")),
            Map.entry("collected", List.of("gathered")),
            Map.entry("decides to", List.of("chooses to")),
            Map.entry("decided to", List.of("chose to")),
            Map.entry("store", List.of("shop")),
            Map.entry("shop", List.of("store")),
            Map.entry("movie", List.of("film")),
            Map.entry("movies", List.of("films")),
            Map.entry("mom", List.of("mother")),
            Map.entry("dad", List.of("father")),
            Map.entry("several", List.of("a number of")),
            Map.entry("How much money", List.of("What amount of money")),
            Map.entry("How many", List.of("What number of")),
            Map.entry("how many", List.of("what number of")),
            Map.entry("how much money", List.of("what amount of money")),
            Map.entry("is going to", List.of("will")),
            Map.entry("are going to", List.of("will")),
            Map.entry("bike", List.of("bicycle")),
            Map.entry("photos", List.of("pictures")),
            Map.entry("pictures", List.of("photos")),
            Map.entry("small", List.of("little")),
            Map.entry("buy", List.of("purchase")),
            Map.entry("car", List.of("automobile")),
            Map.entry("sofa", List.of("couch")),
            Map.entry("couch", List.of("sofa")));
    private static final Pattern PHRASE = Pattern.compile(RULES.keySet().stream()
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
            .collect(Collectors.joining("|", "(?<![\\w-])(?:", ")(?![\\w-])")));
    private static final int ONE_STAYS_OF = 5;

    private Synonyms() {}

    /**
     * @param text any text
     * @param random decides which phrases are exchanged, and for what
     * @return the text with most of its known phrases exchanged
     */
    static String exchanged(String text, Random random) {
        return PHRASE.matcher(text).replaceAll(match -> {
            List<String> others = RULES.get(match.group());
            return random.nextInt(ONE_STAYS_OF) == 0 ? match.group() : others.get(random.nextInt(others.size()));
        });
    }
}
