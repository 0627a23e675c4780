package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lemmalab.problem.Problem;
import org.lemmalab.synthetic.wordproblem.StoryFragment.Range;
import org.lemmalab.synthetic.wordproblem.StoryFragment.StepForm;

/** A story as it is put together, fragment by fragment. */
final class StoryDraft implements Generator.Draft {
    private static final int TRIES = 30;
    private static final Pattern OPERAND = Pattern.compile("[a-z]|\\d+");

    private final Difficulty difficulty;
    private final boolean isReworded;
    private final StoryWorld world;
    private final Random random;
    private final List<PlannedStep> steps = new ArrayList<>();
    private final List<Long> results = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> instance = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private int asked = -1;
    private final Map<Hero, Integer> running = new EnumMap<>(Hero.class);

    /** Where a question ends: how much has been told, and how many steps have been taken by then. */
    private record Turn(int told, int steps) {}

    StoryDraft(StoryWorld world, Difficulty difficulty, boolean isReworded, Random random) {
        this.difficulty = difficulty;
        this.isReworded = isReworded;
        this.world = world;
        this.random = random;
    }

    /** Adds a fragment of a story of one person; false, with nothing changed, where no numbers suit it. */
    boolean add(StoryFragment fragment) {
        return add(fragment, Hero.ONLY);
    }

    /** Adds a fragment; false, with nothing changed, where no numbers suit it or it cannot be told of that person. */
    boolean add(StoryFragment fragment, Hero hero) {
        List<String> ways = hero.telling(fragment.ways(isReworded));
        for (int i = 0; i < TRIES && !ways.isEmpty(); i++) {
            Map<String, Long> numbers = new LinkedHashMap<>();
            fragment.numbers().forEach((letter, range) -> numbers.put(letter, number(range)));
            if (numbers.values().stream().allMatch(value -> value <= difficulty.largest())
                    && addSteps(fragment, numbers, hero)) {
                asked = fragment.steps().isEmpty() ? running.getOrDefault(hero, asked) : steps.size() - 1;
                told.add(hero.in(withNumbers(ways.get(random.nextInt(ways.size())), numbers)));
                instance.add(fragment.name() + numbers.values() + (hero == Hero.SECOND ? "'" : ""));
                return true;
            }
        }
        return false;
    }

    /** Adds a question; the story can go on after it. */
    boolean ask(StoryFragment closing) {
        boolean added = add(closing);
        turns.add(new Turn(told.size(), steps.size()));
        return added;
    }

    private long number(Range range) {
        List<Long> values = range.values();
        if (range.isChoice()) {
            return values.get(random.nextInt(values.size()));
        }
        long least = values.get(0);
        long most = values.get(1) * difficulty.scale();
        return least + random.nextInt(Math.toIntExact(most - least + 1));
    }

    private boolean addSteps(StoryFragment fragment, Map<String, Long> numbers, Hero hero) {
        int before = steps.size();
        Map<String, Integer> places = new HashMap<>();
        if (running.containsKey(hero)) {
            places.put("x", running.get(hero));
        }
        if (running.containsKey(Hero.SECOND) && hero == Hero.FIRST) {
            places.put("y", running.get(Hero.SECOND));
        }
        for (StepForm form : fragment.steps()) {
            PlannedStep step = step(form, numbers, places, hero);
            OptionalLong value = step.value(results);
            if (value.isEmpty()
                    || value.getAsLong() < 2
                    || value.getAsLong() > difficulty.largest()
                    || hero != Hero.ONLY && hasWritten(step)) {
                steps.subList(before, steps.size()).clear();
                results.subList(before, results.size()).clear();
                return false;
            }
            places.put(form.result(), steps.size());
            steps.add(step);
            results.add(value.getAsLong());
        }
        if (places.containsKey("x")) {
            running.put(hero, places.get("x"));
        }
        return true;
    }

    /** Whether another step reads the same, so that one could not tell whose it is. */
    private boolean hasWritten(PlannedStep step) {
        return steps.stream().anyMatch(other -> other.expression(results).equals(step.expression(results)));
    }

    private PlannedStep step(StepForm form, Map<String, Long> numbers, Map<String, Integer> places, Hero hero) {
        List<Term> terms = new ArrayList<>();
        Matcher operands = OPERAND.matcher(form.expression());
        while (operands.find()) {
            String operand = operands.group();
            if (numbers.containsKey(operand)) {
                terms.add(new Term.Given(numbers.get(operand)));
            } else {
                terms.add(
                        places.containsKey(operand)
                                ? new Term.Result(places.get(operand))
                                : new Term.Given(Long.parseLong(operand)));
            }
        }
        List<String> wordings = hero.saying(form.say()).stream()
                .map(saying -> hero.in(withNumbers(saying, numbers)))
                .toList();
        return new PlannedStep(terms, OPERAND.matcher(form.expression()).replaceAll(""), wordings);
    }

    private static String withNumbers(String text, Map<String, Long> numbers) {
        String filled = text;
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            filled = filled.replace(
                    "{" + number.getKey() + "}", number.getValue().toString());
        }
        return filled;
    }

    /** The steps that lead to what was asked last, with places for persons and things. */
    List<PlannedStep> needed() {
        TreeSet<Integer> places = new TreeSet<>(List.of(asked));
        for (Integer place = asked; place != null; place = places.lower(place)) {
            places.addAll(steps.get(place).needs());
        }
        List<Integer> kept = List.copyOf(places);
        return kept.stream().map(place -> moved(steps.get(place), kept)).toList();
    }

    private static PlannedStep moved(PlannedStep step, List<Integer> kept) {
        List<Term> terms = step.terms().stream()
                .map(term -> term instanceof Term.Result used ? new Term.Result(kept.indexOf(used.step())) : term)
                .toList();
        return new PlannedStep(terms, step.operators(), step.wordings());
    }

    @Override
    public String instance() {
        return "stories: " + world.name() + " " + String.join(" ", instance);
    }

    @Override
    public WordProblem told(Random teller) {
        Map<String, String> roles = world.cast().draw(teller);
        String question = String.join(" ", told);
        return WordProblem.of(
                Sentences.capitalised(filled(question, roles)),
                new Plan(cast(needed(), roles)),
                instance(),
                Cast.named(question, roles),
                teller);
    }

    /** The dialogue of the questions asked: each turn has what was told since the one before, and the steps that this adds. */
    FollowUp turns(String id, Random teller) {
        Map<String, String> roles = world.cast().draw(teller);
        List<Problem> problems = new ArrayList<>();
        Turn before = new Turn(0, 0);
        for (Turn turn : turns) {
            String question = String.join(" ", told.subList(before.told, turn.told));
            Plan plan = new Plan(cast(steps.subList(0, turn.steps), roles));
            String solution = plan.text(plan.naturalOrder(), teller)
                    .lines()
                    .skip(before.steps)
                    .collect(Collectors.joining("\n"));
            problems.add(new Problem(
                    id + "/" + (problems.size() + 1),
                    Sentences.capitalised(filled(question, roles)),
                    solution,
                    Long.toString(plan.answer())));
            before = turn;
        }
        return new FollowUp(id, problems, instance(), Cast.named(String.join(" ", told), roles));
    }

    private static List<PlannedStep> cast(List<PlannedStep> some, Map<String, String> roles) {
        return some.stream()
                .map(step -> new PlannedStep(
                        step.terms(),
                        step.operators(),
                        step.wordings().stream()
                                .map(wording -> filled(wording, roles))
                                .toList()))
                .toList();
    }

    private static String filled(String text, Map<String, String> roles) {
        String filled = text;
        for (Map.Entry<String, String> role : roles.entrySet()) {
            filled = filled.replace("{" + role.getKey() + "}", role.getValue());
        }
        return filled;
    }
}
