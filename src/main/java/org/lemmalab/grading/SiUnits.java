package org.lemmalab.grading;

import java.util.Set;

/** The commands of LaTeX's package siunitx, which set a number, a unit, or both. */
final class SiUnits {
    private static final Set<String> COMMANDS = Set.of("SI", "qty", "si", "unit", "num");

    private SiUnits() {}

    static boolean isCommand(String name) {
        return COMMANDS.contains(name);
    }

    static boolean hasNumber(String name) {
        return !name.equals("si") && !name.equals("unit");
    }

    static boolean hasUnit(String name) {
        return !name.equals("num");
    }

    /** A unit's macros as words. */
    static String words(String braced) {
        return braced.replace("\\percent", "%")
                .replace("\\celsius", " ℃")
                .replace("\\degreeCelsius", " ℃")
                .replace("\\tothe", "^")
                .replace("\\", " ")
                .replace(".", " ")
                .replace('~', ' ')
                .strip();
    }
}
