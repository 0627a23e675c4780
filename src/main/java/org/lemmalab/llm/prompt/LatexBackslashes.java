package org.lemmalab.llm.prompt;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Mends JSON in which a model wrote LaTeX with single backslashes. To a JSON reader {@code \frac} is a form feed and "rac", and {@code \(}
 * is no JSON; meant is a backslash. JSON that is written rightly stays as it is.
 *
 * <p>A backslash that escapes is doubled where no JSON escape begins, before {@code b} and {@code f} with letters after them, and before
 * {@code n}, {@code r} and {@code t} where the letters spell a command of LaTeX; of these, commands of two letters ({@code \nu}, {@code \ne})
 * could be a line break and a name, and count only where another command of the text shows how it was written. In a text that
 * nowhere doubles a command's backslash the line break of a table, {@code \\}, is doubled too.
 */
final class LatexBackslashes {
    private static final Pattern RUN = Pattern.compile("(\\\\+)([A-Za-z]*+)");
    private static final Pattern UNICODE = Pattern.compile("u[0-9A-Fa-f]{4}.*", Pattern.DOTALL);
    private static final int SHORT = 2;

    /** Commands whose first letter is one that JSON escapes too. */
    private static final Set<String> COMMANDS = Set.of(
            "nabla",
            "natural",
            "ncong",
            "ne",
            "nearrow",
            "neg",
            "neq",
            "newcommand",
            "newline",
            "nexists",
            "ngeq",
            "ngtr",
            "ni",
            "nleftarrow",
            "nleq",
            "nless",
            "nmid",
            "noindent",
            "nolimits",
            "nonumber",
            "not",
            "notag",
            "notin",
            "nparallel",
            "nprec",
            "nrightarrow",
            "nsim",
            "nsubseteq",
            "nsucc",
            "nsupseteq",
            "nu",
            "nwarrow",
            "raisebox",
            "rangle",
            "rbrace",
            "rbrack",
            "rceil",
            "Re",
            "ref",
            "rfloor",
            "rgroup",
            "rho",
            "right",
            "rightarrow",
            "rightarrowtail",
            "rightharpoondown",
            "rightharpoonup",
            "rightleftarrows",
            "rightleftharpoons",
            "rm",
            "rtimes",
            "rule",
            "rvert",
            "rVert",
            "tag",
            "tan",
            "tanh",
            "tau",
            "tbinom",
            "text",
            "textasciitilde",
            "textbf",
            "textcolor",
            "textcircled",
            "textdegree",
            "textit",
            "textnormal",
            "textrm",
            "textsc",
            "textsf",
            "textstyle",
            "textsuperscript",
            "texttt",
            "tfrac",
            "therefore",
            "theta",
            "thickapprox",
            "thicksim",
            "thinspace",
            "tilde",
            "times",
            "tiny",
            "to",
            "top",
            "triangle",
            "triangledown",
            "triangleleft",
            "triangleleq",
            "triangleq",
            "triangleright",
            "tt");

    private LatexBackslashes() {}

    /**
     * @param text a model's reply, JSON in it
     * @return the same with the backslashes of its LaTeX doubled; the very text where nothing is to be mended
     */
    static String mended(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        boolean single = RUN.matcher(text).results().anyMatch(LatexBackslashes::isSingleForSure);
        boolean doubled = RUN.matcher(text).results().anyMatch(LatexBackslashes::isDoubled);
        Matcher runs = RUN.matcher(text);
        StringBuilder mended = new StringBuilder();
        while (runs.find()) {
            int more = missing(runs, text, single, single && !doubled);
            runs.appendReplacement(
                    mended, Matcher.quoteReplacement("\\".repeat(runs.group(1).length() + more) + runs.group(2)));
        }
        return runs.appendTail(mended).toString();
    }

    /** How many backslashes a run lacks. */
    private static int missing(MatchResult run, String text, boolean single, boolean everywhere) {
        int length = run.group(1).length();
        if (length % 2 == 0) {
            return everywhere && run.group(2).isEmpty() ? length : 0;
        }
        if (!escapesLatex(run, text, single)) {
            return 0;
        }
        return everywhere ? length : 1;
    }

    private static boolean escapesLatex(MatchResult run, String text, boolean single) {
        String letters = run.group(2);
        if (letters.isEmpty()) {
            return run.end() == text.length() || "\"/".indexOf(text.charAt(run.end())) < 0;
        }
        return switch (letters.charAt(0)) {
            case 'u' ->
                !UNICODE.matcher(letters + text.substring(run.end(), Math.min(run.end() + 4, text.length())))
                        .matches();
            case 'b', 'f' -> letters.length() > 1;
            case 'n', 'r', 't' -> COMMANDS.contains(letters) && (letters.length() > SHORT || single);
            default -> true;
        };
    }

    /** Whether a run can be nothing but the single backslash of a command. */
    private static boolean isSingleForSure(MatchResult run) {
        String letters = run.group(2);
        if (run.group(1).length() % 2 == 0 || letters.isEmpty()) {
            return false;
        }
        return switch (letters.charAt(0)) {
            case 'u' -> false;
            case 'b', 'f' -> letters.length() > 1;
            case 'n', 'r', 't' -> letters.length() > SHORT && COMMANDS.contains(letters);
            default -> true;
        };
    }

    private static boolean isDoubled(MatchResult run) {
        return run.group(1).length() % 2 == 0 && run.group(2).length() > 1;
    }
}
