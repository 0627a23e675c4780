package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A formula as a chain of equations: where its signs of equality stand at the outermost level. */
final class Chain {
    private static final Pattern NAME = Pattern.compile(
            "(?:\\\\(?:angle|triangle|overline|vec|mathrm|operatorname|mathbf|theta|alpha|beta|lambda|mu|phi|pi)\\s*)?\\{?[A-Za-z]{0,3}\\}?'?"
                    + "(?:_\\{?\\w+\\}?)?(?:\\([A-Za-z0-9, ]*\\)|\\([A-Za-z](?:, ?[A-Za-z])+\\))?|\\([a-z](?:, ?[a-z])+\\)");

    private Chain() {}

    static List<Integer> signs(String formula) {
        List<Integer> signs = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < formula.length(); i++) {
            char c = formula.charAt(i);
            depth += c == '{' || c == '(' ? 1 : c == '}' || c == ')' ? -1 : 0;
            boolean part = i > 0 && "<>!:=&".indexOf(formula.charAt(i - 1)) >= 0
                    || i + 1 < formula.length() && formula.charAt(i + 1) == '=';
            if (c == '=' && depth == 0 && !part) {
                signs.add(i);
            }
        }
        return signs;
    }

    /** Whether a left side only names what the right side gives: x, f(x), AB, \angle A. */
    static boolean isName(String left) {
        return left.length() <= 40 && NAME.matcher(left).matches();
    }
}
