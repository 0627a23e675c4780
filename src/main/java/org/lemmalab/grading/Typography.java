package org.lemmalab.grading;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.lemmalab.solution.Escapes;

/**
 * Brings an answer's signs to those of LaTeX and ASCII: superscripts and subscripts, vulgar fractions, mathematical letters,
 * full-width and Chinese punctuation, Greek letters, spaces of every width, and characters that cannot be seen. Unicode's
 * compatibility form (NFKC) comes last and one sign at a time, since it would make 51⁄2 of 5½ and x2 of x².
 */
final class Typography {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ";
    private static final String RAISED = "0123456789+-=()niabcdefghjklmoprstuvwxyzT";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢⱼᵣᵤᵥ";
    private static final String LOWERED = "0123456789+-=()aeoxhklmnpstijruv";
    private static final String FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒↉";
    private static final String[] FRACTION_VALUES =
            "1/2 1/3 2/3 1/4 3/4 1/5 2/5 3/5 4/5 1/6 5/6 1/7 1/8 3/8 5/8 7/8 1/9 1/10 0/3".split(" ");
    private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩";
    private static final char OVERLINE = '\u0305';
    private static final char MACRON = '\u0304';
    private static final char DOT_ABOVE = '\u0307';
    private static final Map<Character, String> SIGNS = signs();

    private Typography() {}

    /**
     * @param text an answer as it was typed
     * @return the same answer in ASCII and LaTeX, but for what has no such sign
     */
    static String plain(String text) {
        String mended = Escapes.mended(text);
        for (int i = 0; i < mended.length(); i++) {
            if (mended.charAt(i) >= 128) {
                return converted(mended);
            }
        }
        return mended;
    }

    private static String converted(String text) {
        StringBuilder plain = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean marked = at + 1 < text.length() && isMark(text.charAt(at + 1)) && c < 128;
            if (marked) {
                at = overlined(text, at, plain);
            } else if (c < 128) {
                plain.append(c);
                at++;
            } else {
                at = sign(text, at, plain);
            }
        }
        return plain.toString();
    }

    private static int sign(String text, int at, StringBuilder plain) {
        char c = text.charAt(at);
        if (SUPERSCRIPTS.indexOf(c) >= 0) {
            return isDegree(text, at) ? degree(at, plain) : raised(text, at, plain);
        }
        if (SUBSCRIPTS.indexOf(c) >= 0) {
            int end = runEnd(text, at, SUBSCRIPTS);
            plain.append("_{")
                    .append(translated(text, at, end, SUBSCRIPTS, LOWERED))
                    .append('}');
            return end;
        }
        if (FRACTIONS.indexOf(c) >= 0) {
            String[] parts = FRACTION_VALUES[FRACTIONS.indexOf(c)].split("/");
            plain.append("\\frac{")
                    .append(parts[0])
                    .append("}{")
                    .append(parts[1])
                    .append('}');
            return at + 1;
        }
        if (CIRCLED.indexOf(c) >= 0) {
            boolean after = at > 0 && CIRCLED.indexOf(text.charAt(at - 1)) >= 0;
            plain.append(after ? ", " : "").append(CIRCLED.indexOf(c) + 1);
            return at + 1;
        }
        return endsSentence(text, at) ? text.length() : root(text, at, plain);
    }

    /** A full-width exclamation mark at the very end: a sentence's, for a factorial's is typed with the digits. */
    private static boolean endsSentence(String text, int at) {
        return text.charAt(at) == '！' && at > 0 && text.substring(at + 1).isBlank();
    }

    /** A raised 0 or o directly after a digit, as a degree sign is typed: 30⁰. */
    private static boolean isDegree(String text, int at) {
        boolean circle = text.charAt(at) == '⁰' || text.charAt(at) == 'ᵒ';
        boolean alone = at + 1 == text.length() || SUPERSCRIPTS.indexOf(text.charAt(at + 1)) < 0;
        return circle && alone && at > 0 && isDigit(text.charAt(at - 1));
    }

    private static int degree(int at, StringBuilder plain) {
        plain.append('°');
        return at + 1;
    }

    /** A superscript: a fraction's numerator (³⁄₄), a root's degree (³√8), or a power. */
    private static int raised(String text, int at, StringBuilder plain) {
        int end = runEnd(text, at, SUPERSCRIPTS);
        String above = translated(text, at, end, SUPERSCRIPTS, RAISED);
        char next = end < text.length() ? text.charAt(end) : ' ';
        if (above.equals("-") && plain.isEmpty() && isDigit(next)) {
            plain.append('-');
            return end;
        }
        int below = end + 1;
        if ((next == '⁄' || next == '/') && runEnd(text, below, SUBSCRIPTS) > below) {
            int stop = runEnd(text, below, SUBSCRIPTS);
            plain.append("\\frac{").append(above).append("}{");
            plain.append(translated(text, below, stop, SUBSCRIPTS, LOWERED)).append('}');
            return stop;
        }
        char before = plain.length() == 0 ? ' ' : plain.charAt(plain.length() - 1);
        boolean degree = next == '√' && !Character.isLetterOrDigit(before) && before != ')' && before != '}';
        if (degree) {
            plain.append("\\sqrt[").append(above).append(']');
            return radicand(text, end + 1, plain);
        }
        plain.append("^{").append(above).append('}');
        return end;
    }

    private static int root(String text, int at, StringBuilder plain) {
        char c = text.charAt(at);
        int degree = "√∛∜".indexOf(c);
        if (degree < 0) {
            return other(text, at, plain);
        }
        plain.append(degree == 0 ? "\\sqrt" : degree == 1 ? "\\sqrt[3]" : "\\sqrt[4]");
        return radicand(text, at + 1, plain);
    }

    /** √12 is the root of 12: a number after the sign is its radicand as a whole. */
    private static int radicand(String text, int start, StringBuilder plain) {
        int end = start;
        while (end < text.length() && (isDigit(text.charAt(end)) || isPoint(text, end) || isMark(text.charAt(end)))) {
            end++;
        }
        if (end > start) {
            StringBuilder digits = new StringBuilder();
            text.substring(start, end).chars().filter(c -> !isMark((char) c)).forEach(c -> digits.append((char) c));
            plain.append('{').append(digits).append('}');
        } else {
            plain.append(' ');
        }
        return end;
    }

    private static boolean isPoint(String text, int at) {
        return text.charAt(at) == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Digits with lines or dots above them: 0.1̅6̅, 0.1̇42857̇; a line over a letter is that command. */
    private static int overlined(String text, int start, StringBuilder plain) {
        char mark = text.charAt(start + 1);
        boolean digit = isDigit(text.charAt(start));
        if (mark == DOT_ABOVE || !digit) {
            boolean mathematical = digit || Character.isLetter(text.charAt(start)) && mark == OVERLINE;
            String name = mark == DOT_ABOVE ? "\\dot{" : "\\overline{";
            plain.append(mathematical ? name + text.charAt(start) + "}" : String.valueOf(text.charAt(start)));
            return start + 2;
        }
        plain.append("\\overline{");
        int at = start;
        while (at + 1 < text.length() && isDigit(text.charAt(at)) && text.charAt(at + 1) == mark) {
            plain.append(text.charAt(at));
            at += 2;
        }
        plain.append('}');
        return at;
    }

    private static boolean isMark(char c) {
        return c == OVERLINE || c == MACRON || c == DOT_ABOVE;
    }

    private static int other(String text, int at, StringBuilder plain) {
        int point = text.codePointAt(at);
        int length = Character.charCount(point);
        String sign = length == 1 ? SIGNS.get((char) point) : null;
        boolean letterMu =
                (point == 'μ' || point == 'µ') && (at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1)));
        sign = letterMu ? "\\mu " : sign;
        if (sign != null) {
            plain.append(sign);
        } else if (Character.digit(point, 10) >= 0) {
            plain.append(Character.digit(point, 10));
        } else if (isCompatible(point)) {
            String normal = Normalizer.normalize(text.substring(at, at + length), Normalizer.Form.NFKC);
            normal.chars().forEach(c -> plain.append(SIGNS.getOrDefault((char) c, String.valueOf((char) c))));
        } else if (!isInvisible(point)) {
            plain.append(
                    Character.isSpaceChar(point) || Character.isISOControl(point)
                            ? " "
                            : text.substring(at, at + length));
        }
        return at + length;
    }

    /** Signs that stand for others: mathematical and letterlike letters, full-width forms, presentation forms, circled ones. */
    private static boolean isCompatible(int point) {
        return point >= 0x1D400 && point <= 0x1D7FF
                || point >= 0xFF01 && point <= 0xFFE6
                || point >= 0xFE10 && point <= 0xFE6B
                || point >= 0x2100 && point <= 0x2138 && point != 0x2103 && point != 0x2109
                || point >= 0x2145 && point <= 0x2149
                || point >= 0x2160 && point <= 0x217F
                || point >= 0x2460 && point <= 0x24FF
                || point >= 0xFB00 && point <= 0xFB06;
    }

    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT || point == 0xFE0F || point == 0xFE0E || point == 0x20D7;
    }

    private static int runEnd(String text, int start, String signs) {
        int end = start;
        while (end < text.length() && signs.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static String translated(String text, int start, int end, String from, String to) {
        StringBuilder translated = new StringBuilder();
        for (int i = start; i < end; i++) {
            translated.append(to.charAt(from.indexOf(text.charAt(i))));
        }
        return translated.toString();
    }

    private static Map<Character, String> signs() {
        Map<Character, String> signs = new HashMap<>();
        String table = """
                × \\times  ✕ \\times  ✖ \\times  ⨯ \\times  ⋅ \\cdot  · \\cdot  ∙ \\cdot  • \\cdot  ‧ \\cdot  ∗ *  ⁎ *
                ÷ \\div  ➗ \\div  ∕ /  ⁄ /  − -  ‐ -  ‑ -  ﹣ -  ‒ –  ― —  ˗ -  ➖ -  ∶ :  ＝ =
                ≤ \\le  ≥ \\ge  ≦ \\le  ≧ \\ge  ⩽ \\le  ⩾ \\ge  ≠ \\ne  ≈ \\approx  ≃ \\approx  ≅ \\cong  ≡ \\equiv
                ± \\pm  ∓ \\mp  ∞ \\infty  ∅ \\emptyset  ⌀ \\emptyset  ∪ \\cup  ∩ \\cap  ∈ \\in  ∉ \\notin  ∖ \\setminus
                ⊂ \\subset  ⊆ \\subseteq  ⊃ \\supset  ⊇ \\supseteq  ∧ \\land  ∨ \\lor  ¬ \\neg  ∀ \\forall  ∃ \\exists
                → \\to  ⇒ \\Rightarrow  ⟹ \\Rightarrow  ↔ \\leftrightarrow  ⇔ \\Leftrightarrow  ∴ \\therefore
                ℝ \\mathbb{R}  ℤ \\mathbb{Z}  ℕ \\mathbb{N}  ℚ \\mathbb{Q}  ℂ \\mathbb{C}  ℓ \\ell  ℏ \\hbar
                ∑ \\sum  ∏ \\prod  ∫ \\int  ∂ \\partial  ∇ \\nabla  ∠ \\angle  △ \\triangle  ▵ \\triangle  ∘ \\circ
                ⌊ \\lfloor  ⌋ \\rfloor  ⌈ \\lceil  ⌉ \\rceil  ⟨ \\langle  ⟩ \\rangle  〈 \\langle  〉 \\rangle
                ∣ |  ∥ \\parallel  ⊥ \\perp  ∤ \\nmid  … ...  ⋯ ...  ， ,  、 ,  ； ;  ： :  。 .  ． .  【 [  】 ]
                α \\alpha  β \\beta  γ \\gamma  δ \\delta  ε \\epsilon  ϵ \\epsilon  ζ \\zeta  η \\eta  θ \\theta  ϑ \\vartheta
                ι \\iota  κ \\kappa  λ \\lambda  ν \\nu  ξ \\xi  π \\pi  ρ \\rho  σ \\sigma  ς \\sigma  τ \\tau  υ \\upsilon
                φ \\phi  ϕ \\phi  χ \\chi  ψ \\psi  ω \\omega  Γ \\Gamma  Δ \\Delta  ∆ \\Delta  Θ \\Theta  Λ \\Lambda  Ξ \\Xi
                Π \\Pi  Σ \\Sigma  Φ \\Phi  Ψ \\Psi  Ω \\Omega  ◦ \\circ  º °  ˚ °
                “ "  ” "  „ "  ‟ "  ‘ '  ‛ '  ‚ '""";
        String[] entries = table.strip().split("\\s+");
        for (int i = 0; i < entries.length; i += 2) {
            String value = entries[i + 1];
            boolean command = value.length() > 1 && value.charAt(0) == '\\' && !value.endsWith("}");
            signs.put(entries[i].charAt(0), command ? value + " " : value);
        }
        return Map.copyOf(signs);
    }
}
