package org.lemmalab.grading;

/** Whole answers such as 2e-5, which are numbers in scientific notation or differences with Euler's number. */
final class ScientificForm {
    private static final int LONGEST = 16;

    private ScientificForm() {}

    /** Whether an answer is nothing but an integer, e- and one digit. */
    static boolean may(String text) {
        return text.length() <= LONGEST && text.indexOf("e-") > 0 && isWhole(text);
    }

    private static boolean isWhole(String text) {
        String plain = plain(text);
        int letter = plain.indexOf("e-");
        int start = !plain.isEmpty() && "+-".indexOf(plain.charAt(0)) >= 0 ? 1 : 0;
        boolean power = letter > start && plain.length() == letter + 3 && isDigit(plain.charAt(letter + 2));
        return power && plain.substring(start, letter).chars().allMatch(c -> isDigit((char) c));
    }

    /** The answer's text in a form that has only the scientific reading; any other text as it is. */
    static String certain(String text) {
        return may(text) ? plain(text).replace('e', 'E') : text;
    }

    private static String plain(String text) {
        String plain = text.strip();
        boolean formula = plain.length() > 2 && plain.startsWith("$") && plain.endsWith("$");
        return formula ? plain.substring(1, plain.length() - 1).strip() : plain;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
