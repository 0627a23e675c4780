package org.lemmalab.solution;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * LaTeX commands whose backslash was lost or doubled on the way through JSON or a program's string. An unescaped {@code \frac}
 * is a form feed and "rac", an unescaped {@code \text} a tab and "ext"; {@code \\frac} was escaped once too often. A text
 * without such places comes back as it is.
 */
public final class Escapes {
    private static final String EATEN = "\u0007\b\t\n\u000b\f\r";
    private static final String EATEN_LETTERS = "abtnvfr";
    private static final char ESCAPE = '\u001b';
    private static final Set<String> COMMANDS =
            Arrays.stream(("""
                    frac dfrac tfrac cfrac sqrt text textbf textit textrm textsf texttt mbox mathrm mathbf mathbb mathcal mathit
                    mathsf operatorname times cdot div pm mp le leq leqslant ge geq geqslant ne neq lt gt approx equiv sim cong to
                    in notin subset subseteq cup cap setminus emptyset varnothing infty pi alpha beta gamma delta epsilon
                    varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi rho sigma tau upsilon phi varphi chi psi omega
                    Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega ell sin cos tan cot sec csc arcsin arccos arctan sinh cosh
                    tanh ln log exp lg gcd lcm max min lim sum prod int oint partial nabla binom dbinom tbinom choose over left
                    right big Big bigg Bigg bigl bigr Bigl Bigr begin end boxed fbox quad qquad overline underline bar hat vec dot
                    tilde widehat overrightarrow angle triangle circ degree ldots cdots dots vdots mid nmid parallel perp pmod
                    bmod mod lfloor rfloor lceil rceil langle rangle lvert rvert lbrace rbrace vert backslash land lor lnot neg
                    forall exists Rightarrow rightarrow Leftrightarrow leftarrow implies iff therefore because prime star ast
                    displaystyle textstyle boldsymbol bm color textcolor cancel not top Re Im bot tag hline real reals""").strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    /** Commands that remain of an eaten "\n", which is a line's end first: only such as no line begins with. */
    private static final Set<String> AFTER_LINE_END = Set.of("neq", "ne", "nu", "nabla", "nmid", "notin");

    private Escapes() {}

    /**
     * @param text any text
     * @return the text with one backslash before each command
     */
    public static String mended(String text) {
        boolean eaten = false;
        for (int i = 0; i < text.length() && !eaten; i++) {
            eaten = text.charAt(i) < ' ';
        }
        String whole = eaten ? withCommands(text) : text;
        return whole.contains("\\\\") ? undoubled(whole) : whole;
    }

    private static String withCommands(String text) {
        StringBuilder mended = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int kind = EATEN.indexOf(c);
            if (kind < 0 && c < ' ') {
                i += colourLength(text, i);
                mended.append(c == ESCAPE ? "" : " ");
            } else if (kind < 0 || !continues(text, i, EATEN_LETTERS.charAt(kind))) {
                mended.append(c);
            } else {
                mended.append('\\').append(EATEN_LETTERS.charAt(kind));
            }
        }
        return mended.toString();
    }

    /** How much belongs to a terminal's colour after the escape character here: {@code [0m}; 0 after any other. */
    private static int colourLength(String text, int at) {
        if (text.charAt(at) != ESCAPE || !text.startsWith("[", at + 1)) {
            return 0;
        }
        int end = at + 2;
        while (end < text.length() && (text.charAt(end) >= '0' && text.charAt(end) <= '9' || text.charAt(end) == ';')) {
            end++;
        }
        return end < text.length() && runEnd(text, end) > end ? end - at : 0;
    }

    /** Whether what follows a control character completes a command's name. */
    private static boolean continues(String text, int at, char first) {
        int end = runEnd(text, at + 1);
        String name = first + text.substring(at + 1, Math.min(end, at + 20));
        if (first != 'n') {
            return end > at + 1 && COMMANDS.contains(name);
        }
        char before = at > 0 ? text.charAt(at - 1) : '\n';
        boolean within = ".=:\r\n".indexOf(before) < 0;
        return within && AFTER_LINE_END.contains(name);
    }

    private static int runEnd(String text, int start) {
        int end = start;
        while (end < text.length() && (text.charAt(end) | 32) >= 'a' && (text.charAt(end) | 32) <= 'z') {
            end++;
        }
        return end;
    }

    /**
     * {@code \\frac} as {@code \frac}. Within an environment a double backslash ends a row, unless the environment's own
     * {@code \begin} is doubled too: then everything is.
     */
    private static String undoubled(String text) {
        boolean all =
                text.contains("\\\\begin{") && !text.replace("\\\\begin{", "").contains("\\begin{");
        if (!all && text.contains("\\begin{")) {
            return text;
        }
        boolean braces = text.contains("\\\\{") && text.contains("\\\\}");
        boolean delimiters =
                text.contains("\\\\(") && text.contains("\\\\)") || text.contains("\\\\[") && text.contains("\\\\]");
        StringBuilder single = new StringBuilder(text.length());
        boolean any = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == '\\';
            if (!pair) {
                single.append(c);
                continue;
            }
            boolean four = text.startsWith("\\\\\\\\", i);
            if (four && (all || any)) {
                single.append("\\\\");
                i += 3;
                continue;
            }
            char next = i + 2 < text.length() ? text.charAt(i + 2) : ' ';
            boolean command = COMMANDS.contains(text.substring(Math.min(i + 2, text.length()), runEnd(text, i + 2)));
            boolean sign = braces && "{}".indexOf(next) >= 0
                    || delimiters && "()[]".indexOf(next) >= 0
                    || "%$".indexOf(next) >= 0
                    || (any || all) && ",;!:|".indexOf(next) >= 0;
            any |= command || sign;
            single.append(command || sign ? "\\" : "\\\\");
            i++;
        }
        return single.toString();
    }
}
