package org.lemmalab.synthetic.rewriting;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.pipeline.Result;
import org.lemmalab.problem.Problem;

/**
 * A question as a statement with its answer: "How many clips did Natalia sell in May?" becomes "Natalia sold 24 clips in May." (paper
 * App. A.2, MetaMath's Self-Verification). The rules know the forms in which word problems ask; where a sentence fits none, there is
 * no statement.
 */
public final class Statement {
    private static final Pattern ASKED_THING = Pattern.compile(
            "(?:How many|What number of) ([^,]+?) (did|does|do|will|can|could|would|should) ([^?]+)\\?");
    private static final Pattern ASKED_MONEY = Pattern.compile(
            "(?:How much|What amount of)(?: (money|more money))? (did|does|do|will|can|could|would|should) ([^?]+)\\?");
    private static final Pattern THERE =
            Pattern.compile("How (?:many|much) ([^,]+?) (are|were|is|was) there\\b ?([^?]*)\\?");
    private static final Pattern BEING =
            Pattern.compile("(?:How many|What number of) ([^,]+?) (are|were|is|was|remain|remained) ([^?]*)\\?");
    private static final Pattern WHAT_IS = Pattern.compile("What(?:'s| (is|was|are|were|will be|would be)) ([^?]+)\\?");
    private static final Pattern HOW_OLD = Pattern.compile("How old (is|was) ([^?]+?)( now| today| then)?\\?");
    private static final Pattern HOW_OLD_WILL = Pattern.compile("How old will ([^?]+?) be\\b ?([^?]*)\\?");
    private static final Pattern PREPOSITION_LEFT =
            Pattern.compile("(?:.* )?(to|with|for|in|of|at|from|on|by|about|into|out|up)");

    private final String answer;

    private Statement(String answer) {
        this.answer = answer;
    }

    /**
     * @param problem question and gold solution
     * @param seed decides nothing here: a sentence has one statement
     * @return the whole problem without a question, the answer in it, or why there is none
     */
    public static Result<String> of(Problem problem, long seed) {
        Optional<QuestionParts> parts = QuestionParts.of(problem.question());
        if (parts.isEmpty()) {
            return Result.failure("the text does not end with its only question");
        }
        String money = isMoney(problem) && !problem.goldAnswer().startsWith("$") ? "$" : "";
        Optional<String> said = new Statement(money + problem.goldAnswer())
                .said(parts.get().ask())
                .map(text -> text.replaceAll("\\s+", " ").strip());
        return said.<Result<String>>map(text -> Result.success(joined(parts.get(), text)))
                .orElseGet(() -> Result.failure("what is asked has no form that turns into a statement for sure"));
    }

    private static String joined(QuestionParts parts, String said) {
        String last =
                parts.condition().isEmpty() ? said + "." : parts.condition() + ", " + QuestionParts.small(said) + ".";
        return parts.facts().isEmpty() ? last : parts.told() + " " + last;
    }

    /** The gold solution's last result stands after a dollar sign. */
    private static boolean isMoney(Problem problem) {
        String last = problem.goldSolution().lines().reduce("", (a, b) -> b);
        return last.matches(".*\\$ ?<<[^<>]*>>[^<]*|.*>> ?\\$[^<]*");
    }

    private Optional<String> said(String ask) {
        if (ask.matches(".*\\b(and|or) (how|what|which)\\b.*")) {
            return Optional.empty();
        }
        Matcher there = THERE.matcher(ask);
        if (there.matches()) {
            return Optional.of("There " + there.group(2) + " " + amount(there.group(1)) + " " + there.group(3));
        }
        Matcher thing = ASKED_THING.matcher(ask);
        if (thing.matches()) {
            return active(thing.group(2), thing.group(3), amount(thing.group(1)), false);
        }
        Matcher money = ASKED_MONEY.matcher(ask);
        if (money.matches()) {
            boolean more = "more money".equals(money.group(1));
            return active(money.group(2), money.group(3), answer + (more ? " more" : ""), true);
        }
        Matcher being = BEING.matcher(ask);
        if (being.matches() && !PREPOSITION_LEFT.matcher(being.group(3)).matches()) {
            return Optional.of(
                    QuestionParts.capital(amount(being.group(1))) + " " + being.group(2) + " " + being.group(3));
        }
        return measured(ask);
    }

    private Optional<String> measured(String ask) {
        Matcher what = WHAT_IS.matcher(ask);
        if (what.matches() && what.group(2).matches("(the|his|her|their|its|[A-Z]\\w+'s) .*")) {
            String be = what.group(1) == null ? "is" : what.group(1);
            return what.group(2).contains(",")
                    ? Optional.empty()
                    : Optional.of(QuestionParts.capital(what.group(2)) + " " + be + " " + answer);
        }
        Matcher old = HOW_OLD.matcher(ask);
        if (old.matches()) {
            String when = old.group(3) == null ? "" : old.group(3);
            return Optional.of(
                    QuestionParts.capital(old.group(2)) + " " + old.group(1) + " " + answer + " years old" + when);
        }
        Matcher will = HOW_OLD_WILL.matcher(ask);
        return will.matches()
                ? Optional.of(
                        QuestionParts.capital(will.group(1)) + " will be " + answer + " years old " + will.group(2))
                : Optional.empty();
    }

    private String amount(String thing) {
        return answer + " " + thing;
    }

    /** Subject, verbs, then the amount, then the rest: "Natalia", "need to sell", "in May". */
    private static Optional<String> active(String auxiliary, String clause, String amount, boolean money) {
        List<String> words = Arrays.asList(clause.split(" "));
        int verb = 1;
        while (verb < words.size() && !Verbs.isVerb(words.get(verb))) {
            verb++;
        }
        if (verb >= words.size()
                || verb > 4
                || words.get(0).equals("it") && words.get(verb).equals("take")) {
            return Optional.empty();
        }
        int end = verb + 1;
        while (end + 1 < words.size()
                && words.get(end).equals("to")
                && Verbs.takesAnother(words.get(end - 1))
                && (money ? Verbs.isOfMoney(words.get(end + 1)) : Verbs.isVerb(words.get(end + 1)))) {
            end += 2;
        }
        String rest = String.join(" ", words.subList(end, words.size()));
        if (PREPOSITION_LEFT.matcher(rest).matches() || money && !Verbs.isOfMoney(words.get(end - 1))) {
            return Optional.empty();
        }
        String subject = String.join(" ", words.subList(0, verb));
        String more = String.join(" ", words.subList(verb + 1, end));
        String verbs = inflected(auxiliary, words.get(verb)) + (more.isEmpty() ? "" : " " + more);
        return Optional.of(QuestionParts.capital(subject) + " " + verbs + " " + amount + " " + rest);
    }

    private static String inflected(String auxiliary, String verb) {
        return switch (auxiliary.toLowerCase(Locale.ROOT)) {
            case "did" -> Verbs.past(verb);
            case "does" -> Verbs.third(verb);
            case "do" -> verb;
            default -> auxiliary + " " + verb;
        };
    }
}
