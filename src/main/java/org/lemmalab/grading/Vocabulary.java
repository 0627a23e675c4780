package org.lemmalab.grading;

import java.util.Map;
import java.util.Set;

/** Words and commands that mean something in an answer. */
final class Vocabulary {
    /** Functions by every name they go by, to one name each. */
    static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("sin", "sin"),
            Map.entry("cos", "cos"),
            Map.entry("tan", "tan"),
            Map.entry("tg", "tan"),
            Map.entry("cot", "cot"),
            Map.entry("ctg", "cot"),
            Map.entry("sec", "sec"),
            Map.entry("csc", "csc"),
            Map.entry("cosec", "csc"),
            Map.entry("arcsin", "arcsin"),
            Map.entry("asin", "arcsin"),
            Map.entry("arccos", "arccos"),
            Map.entry("acos", "arccos"),
            Map.entry("arctan", "arctan"),
            Map.entry("atan", "arctan"),
            Map.entry("arccot", "arccot"),
            Map.entry("arcsec", "arcsec"),
            Map.entry("arccsc", "arccsc"),
            Map.entry("sinh", "sinh"),
            Map.entry("cosh", "cosh"),
            Map.entry("tanh", "tanh"),
            Map.entry("ln", "ln"),
            Map.entry("log", "log"),
            Map.entry("lg", "log"),
            Map.entry("exp", "exp"),
            Map.entry("abs", "abs"));

    /** The functions whose argument may be an angle in degrees, and whose {@code ^{-1}} is the inverse function. */
    static final Set<String> TRIGONOMETRIC = Set.of("sin", "cos", "tan", "cot", "sec", "csc");

    /** Words other than functions that are read as one token. */
    static final Set<String> WORDS =
            Set.of("and", "or", "sqrt", "cbrt", "pi", "infinity", "inf", "infty", "union", "in", "frac");

    /** Commands that only format. */
    static final Set<String> FORMATTING = Set.of(
            "left",
            "right",
            "big",
            "Big",
            "bigg",
            "Bigg",
            "bigl",
            "bigr",
            "Bigl",
            "Bigr",
            "biggl",
            "biggr",
            "displaystyle",
            "textstyle",
            "limits",
            "nolimits",
            "quad",
            "qquad",
            "boldsymbol",
            "bf",
            "rm",
            "it",
            "hspace",
            "phantom",
            "hfill",
            "large",
            "Large",
            "mathstrut",
            "scriptstyle",
            "enspace",
            "thinspace",
            "allowbreak");

    /** Commands that set their braced argument as text. */
    static final Set<String> TEXT_COMMANDS = Set.of(
            "text",
            "mbox",
            "textbf",
            "textit",
            "textrm",
            "textsf",
            "textnormal",
            "mathrm",
            "hbox",
            "operatorname",
            "emph",
            "texttt",
            "underline");

    /** Commands that style their braced argument without a meaning of their own. */
    static final Set<String> STYLES = Set.of(
            "mathbf",
            "mathit",
            "mathsf",
            "mathcal",
            "vec",
            "hat",
            "bar",
            "overrightarrow",
            "bm",
            "boxed",
            "ensuremath",
            "fbox",
            "widehat",
            "tilde");

    /** Commands that are letters. */
    static final Set<String> GREEK = Set.of(
            "alpha",
            "beta",
            "gamma",
            "delta",
            "epsilon",
            "varepsilon",
            "zeta",
            "eta",
            "theta",
            "vartheta",
            "iota",
            "kappa",
            "lambda",
            "mu",
            "nu",
            "xi",
            "rho",
            "sigma",
            "tau",
            "upsilon",
            "phi",
            "varphi",
            "chi",
            "psi",
            "omega",
            "Gamma",
            "Delta",
            "Theta",
            "Lambda",
            "Xi",
            "Pi",
            "Sigma",
            "Phi",
            "Psi",
            "Omega",
            "ell",
            "hbar",
            "partial");

    /** Relations by command or sign, to one sign each. */
    static final Map<String, String> RELATIONS = Map.ofEntries(
            Map.entry("=", "="),
            Map.entry("<", "<"),
            Map.entry(">", ">"),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("ne", "≠"),
            Map.entry("approx", "≈"),
            Map.entry("simeq", "≈"),
            Map.entry("doteq", "≈"),
            Map.entry("in", "∈"));

    /** Names of constants, to one name each. */
    static final Map<String, Node.Constant> CONSTANTS = Map.of(
            "pi", Node.Constant.PI,
            "infty", Node.Constant.INFINITY,
            "infinity", Node.Constant.INFINITY,
            "inf", Node.Constant.INFINITY,
            "emptyset", Node.Constant.EMPTY_SET,
            "varnothing", Node.Constant.EMPTY_SET);

    private Vocabulary() {}

    /** Whether a run of letters outside a command is one word rather than a product of letters. */
    static boolean isWord(String run) {
        return FUNCTIONS.containsKey(run)
                || WORDS.contains(run)
                || Unit.named(run).isPresent()
                || WordAnswers.isShortWord(run)
                || run.length() >= 4;
    }
}
