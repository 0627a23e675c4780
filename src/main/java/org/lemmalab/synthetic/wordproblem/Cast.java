package org.lemmalab.synthetic.wordproblem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whom and what stories of a world are about.
 *
 * @param women names
 * @param men names
 * @param items things, in the plural
 * @param boxes what holds them, or where it happens
 */
record Cast(List<String> women, List<String> men, List<String> items, List<String> boxes) {
    private static final Pattern OF_THE_HERO = Pattern.compile("\\{(?:name|[Hh]e|[Hh]is|[Hh]im)}");

    /** Places and their fillings: four persons, a pronoun for the first, a thing and its holder. */
    Map<String, String> draw(Random random) {
        List<String> names = new ArrayList<>(women);
        names.addAll(men);
        Collections.shuffle(names, random);
        boolean woman = women.contains(names.get(0));
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("name", names.get(0));
        roles.put("name2", names.get(1));
        roles.put("name3", names.get(2));
        roles.put("name4", names.get(3));
        roles.put("items", items.get(random.nextInt(items.size())));
        roles.put("boxes", boxes.get(random.nextInt(boxes.size())));
        roles.put("he", woman ? "she" : "he");
        roles.put("his", woman ? "her" : "his");
        roles.put("him", woman ? "her" : "him");
        roles.put("He", woman ? "She" : "He");
        roles.put("His", woman ? "Her" : "His");
        return roles;
    }

    /** The persons and things that a text with places names. */
    static String named(String text, Map<String, String> roles) {
        return roles.keySet().stream()
                .filter(role -> role.equals("name") && OF_THE_HERO.matcher(text).find()
                        || role.matches("name\\d|items|boxes") && text.contains("{" + role + "}"))
                .map(roles::get)
                .collect(Collectors.joining("|"));
    }
}
