package org.lemmalab.corpus.rewriting;

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
    private static final Set<String> REGULAR = Set.of(
            ("save earn collect need use work walk travel bake pick plant receive cook cover carry complete contain count"
                            + " deliver donate download drop earn end finish fill gain harvest help hike jog join jump kill"
                            + " knit last learn list live load look mow move open order own owe pack paint park pass pick plan"
                            + " plant play plow pour practice prepare print produce purchase raise record recycle remove rent"
                            + " replace score serve sew share shovel skip solve start stay stop study take throw trade train"
                            + " type use visit wait want wash watch water weigh work wrap add answer borrow burn buy catch"
                            + " charge clean climb consume create cross cycle decorate require return rescue invite miss"
                            + " measure make mail iron hatch gather fold exercise enter dance expect feel discover destroy"
                            + " convert charge cost call brush bury build attend attract assemble ask accumulate")
                    .split(" "));

    private Verbs() {}

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
