package org.lemmalab.synthetic.rewriting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.problem.Problem;

/** Exchanges given names for others of the same kind, so that pronouns still fit. Names that are words as well are left alone. */
final class NameExchange {
    private static final List<String> WOMEN = List.of(
            "Abigail",
            "Alice",
            "Amanda",
            "Amy",
            "Ana",
            "Andrea",
            "Anna",
            "Annie",
            "Barbara",
            "Beth",
            "Betty",
            "Bella",
            "Brenda",
            "Carla",
            "Carol",
            "Caroline",
            "Cindy",
            "Clara",
            "Claire",
            "Debra",
            "Diana",
            "Elena",
            "Ella",
            "Emily",
            "Emma",
            "Erica",
            "Erin",
            "Eva",
            "Fiona",
            "Gina",
            "Hannah",
            "Helen",
            "Isabella",
            "Jane",
            "Janet",
            "Jenny",
            "Jessica",
            "Jill",
            "Joanna",
            "Julia",
            "Julie",
            "Karen",
            "Kate",
            "Katie",
            "Kelly",
            "Kim",
            "Laura",
            "Lena",
            "Linda",
            "Lisa",
            "Lucy",
            "Maria",
            "Marie",
            "Martha",
            "Mary",
            "Megan",
            "Melissa",
            "Mia",
            "Michelle",
            "Molly",
            "Monica",
            "Nancy",
            "Natalia",
            "Nicole",
            "Nina",
            "Nora",
            "Olivia",
            "Pamela",
            "Rachel",
            "Rebecca",
            "Samantha",
            "Sandra",
            "Sara",
            "Sarah",
            "Sophia",
            "Sophie",
            "Stella",
            "Susan",
            "Tina",
            "Vanessa",
            "Wendy");
    private static final List<String> MEN = List.of(
            "Aaron",
            "Adam",
            "Alan",
            "Albert",
            "Alex",
            "Andrew",
            "Andy",
            "Anthony",
            "Ben",
            "Benjamin",
            "Bob",
            "Brad",
            "Brandon",
            "Brian",
            "Bruce",
            "Carl",
            "Carlos",
            "Charles",
            "Charlie",
            "Chris",
            "Daniel",
            "Dave",
            "David",
            "Dennis",
            "Derek",
            "Diego",
            "Donald",
            "Edward",
            "Eric",
            "Ethan",
            "Felix",
            "Fred",
            "Gary",
            "George",
            "Greg",
            "Harry",
            "Henry",
            "Howard",
            "Hugo",
            "Ian",
            "Isaac",
            "Jacob",
            "Jake",
            "James",
            "Jason",
            "Jeff",
            "Jeremy",
            "Jim",
            "Jimmy",
            "Joe",
            "John",
            "Jonathan",
            "Joseph",
            "Josh",
            "Joshua",
            "Juan",
            "Justin",
            "Keith",
            "Ken",
            "Kevin",
            "Kyle",
            "Larry",
            "Leo",
            "Luis",
            "Luke",
            "Marco",
            "Martin",
            "Matt",
            "Matthew",
            "Michael",
            "Mike",
            "Nathan",
            "Nick",
            "Noah",
            "Oliver",
            "Oscar",
            "Paul",
            "Pedro",
            "Peter",
            "Philip",
            "Richard",
            "Robert",
            "Roger",
            "Ryan",
            "Sam",
            "Samuel",
            "Scott",
            "Sean",
            "Simon",
            "Stephen",
            "Steve",
            "Steven",
            "Ted",
            "Terry",
            "Thomas",
            "Tim",
            "Timothy",
            "Toby",
            "Tom",
            "Tommy",
            "Tony",
            "Travis",
            "Victor",
            "Vincent",
            "Walter",
            "Zack");
    private static final Set<String> ALL_WOMEN = Set.copyOf(WOMEN);
    private static final Set<String> ALL_MEN = Set.copyOf(MEN);
    private static final Pattern WORD = Pattern.compile("\\b[A-Z][a-z]+\\b");

    private final Random random;

    NameExchange(Random random) {
        this.random = random;
    }

    Problem apply(Problem problem) {
        String text = problem.question() + "\n" + problem.goldSolution();
        Map<String, String> exchange = new LinkedHashMap<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String name = matcher.group();
            if (!exchange.containsKey(name) && (ALL_WOMEN.contains(name) || ALL_MEN.contains(name))) {
                exchange.put(name, draw(ALL_WOMEN.contains(name) ? WOMEN : MEN, text, exchange));
            }
        }
        return new Problem(
                problem.id(),
                replaced(problem.question(), exchange),
                replaced(problem.goldSolution(), exchange),
                problem.goldAnswer());
    }

    private String draw(List<String> names, String text, Map<String, String> exchange) {
        List<String> open = new ArrayList<>(names);
        open.removeIf(name -> text.contains(name) || exchange.containsValue(name));
        return open.get(random.nextInt(open.size()));
    }

    private static String replaced(String text, Map<String, String> exchange) {
        return WORD.matcher(text).replaceAll(match -> exchange.getOrDefault(match.group(), match.group()));
    }
}
