package org.lemmalab.solution;

import java.util.regex.Pattern;

/** Says whether a line after {@code ####} is an answer or the heading of a section. */
final class Heading {
    private static final Pattern HEADING = Pattern.compile(
            "(?i)(?:step|part|case|solution|conclusion|explanation|answer|final|verification|check|summary|approach|method|analysis|"
                    + "calculation|result|given|note|problem|question|understanding|reasoning|proof|example|setup)s?\\b.*|\\d+[.):] +\\D.*");
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 4;

    private Heading() {}

    static boolean isContent(String text, int from, int end) {
        if (end <= from) {
            return false;
        }
        String line = text.substring(from, Math.min(end, from + LONGEST)).strip();
        if (line.isEmpty() || HEADING.matcher(line).matches()) {
            return false;
        }
        boolean digits = line.chars().anyMatch(Character::isDigit) || line.indexOf('\\') >= 0 || line.indexOf('$') >= 0;
        boolean last =
                text.substring(end, Math.min(text.length(), end + LONGEST)).isBlank();
        int words = line.split("\\s+").length;
        return digits
                ? opensAnswer(line) || words <= MOST_WORDS
                : last && words <= MOST_WORDS || words == 1 && AnswerWords.isKnown(line);
    }

    private static boolean opensAnswer(String line) {
        char c = line.charAt(0);
        return !Character.isLetter(c) || line.length() > 1 && !Character.isLetter(line.charAt(1));
    }
}
