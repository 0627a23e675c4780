package org.lemmalab.synthetic.rewriting;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Verbs of word problems and two of their forms. */
final class Verbs {
    private static final Map<String, String> IRREGULAR = irregular(
            "be was have had do did go went buy bought sell sold get got make made give gave spend spent eat ate drink drank run"
                    + " ran read read write wrote drive drove pay paid lose lost win won find found catch caught bring brought"
                    + " see saw build built cut cut put put feed fed hold held keep kept leave left lend lent send sent"
                    + " sleep slept swim swam teach taught throw threw wear wore draw drew fly flew grow grew know knew break"
                    + " broke begin began come came choose chose hit hit let let meet met ride rode sing sang sit sat"
                    + " stand stood steal stole take took tell told think thought understand understood withdraw withdrew"
                    + " bet bet shoot shot burn burned dig dug hang hung lay laid blow blew sew sewed");
    private static final Set<String> REGULAR =
            Set.of(("accumulate add answer ask assemble attend attract bake borrow brush build burn bury buy call"
                            + " carry catch charge clean climb collect complete consume contain convert cook cost count cover"
                            + " create cross cycle dance decorate deliver destroy discover donate download drop earn end enter"
                            + " exercise expect feel fill finish fold gain gather harvest hatch help hike invite iron jog join"
                            + " jump kill knit last learn list live load look mail make measure miss move mow need open order"
                            + " owe own pack paint park pass pick plan plant play plow pour practice prepare print produce"
                            + " purchase raise receive record recycle remove rent replace require rescue return save score"
                            + " serve sew share shovel skip solve start stay stop study take throw trade train travel type use"
                            + " visit wait walk want wash watch water weigh work wrap")
                    .split(" "));

    private static final Set<String> TAKING_ANOTHER =
            Set.of("need", "want", "have", "plan", "hope", "expect", "try", "like", "begin", "start", "get");
    private static final Set<String> OF_MONEY = Set.of(
            "charge",
            "collect",
            "cost",
            "donate",
            "earn",
            "get",
            "give",
            "have",
            "lend",
            "lose",
            "make",
            "need",
            "owe",
            "pay",
            "raise",
            "receive",
            "save",
            "spend",
            "win",
            "withdraw",
            "borrow",
            "keep");

    private Verbs() {}

    /** Whether "to" and another verb may follow that belongs to it: need to sell. */
    static boolean takesAnother(String verb) {
        return TAKING_ANOTHER.contains(verb);
    }

    /** Whether an amount of money can be its object. */
    static boolean isOfMoney(String verb) {
        return OF_MONEY.contains(verb);
    }

    /** Whether a word is a known verb in its base form. */
    static boolean isVerb(String word) {
        return IRREGULAR.containsKey(word) || REGULAR.contains(word);
    }

    /** The past tense. */
    static String past(String verb) {
        if (IRREGULAR.containsKey(verb)) {
            return IRREGULAR.get(verb);
        }
        if (verb.equals("cost")) {
            return verb;
        }
        if (verb.endsWith("e")) {
            return verb + "d";
        }
        if (verb.matches(".*[^aeiou]y")) {
            return verb.substring(0, verb.length() - 1) + "ied";
        }
        boolean doubles = verb.matches("[^aeiou]*[aeiou][^aeiouwxy]");
        return verb + (doubles ? verb.substring(verb.length() - 1) : "") + "ed";
    }

    /** The present tense with he, she or it. */
    static String third(String verb) {
        if (verb.equals("have") || verb.equals("be")) {
            return verb.equals("have") ? "has" : "is";
        }
        if (verb.matches(".*[^aeiou]y")) {
            return verb.substring(0, verb.length() - 1) + "ies";
        }
        return verb + (verb.matches(".*(s|x|z|ch|sh|o)") ? "es" : "s");
    }

    private static Map<String, String> irregular(String pairs) {
        String[] words = pairs.split(" ");
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            map.put(words[i], words[i + 1]);
        }
        return Map.copyOf(map);
    }
}
