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
            Map.entry("abs", "abs"),
            Map.entry("gcd", "gcd"),
            Map.entry("GCD", "gcd"),
            Map.entry("hcf", "gcd"),
            Map.entry("HCF", "gcd"),
            Map.entry("gcf", "gcd"),
            Map.entry("GCF", "gcd"),
            Map.entry("lcm", "lcm"),
            Map.entry("LCM", "lcm"),
            Map.entry("max", "max"),
            Map.entry("min", "min"),
            Map.entry("floor", "floor"),
            Map.entry("ceil", "ceil"),
            Map.entry("sgn", "sgn"),
            Map.entry("cis", "cis"),
            Map.entry("coth", "coth"),
            Map.entry("sech", "sech"),
            Map.entry("csch", "csch"),
            Map.entry("arcsinh", "arcsinh"),
            Map.entry("arsinh", "arcsinh"),
            Map.entry("arccosh", "arccosh"),
            Map.entry("arcosh", "arccosh"),
            Map.entry("arctanh", "arctanh"),
            Map.entry("artanh", "arctanh"),
            Map.entry("arctg", "arctan"),
            Map.entry("arcctg", "arccot"),
            Map.entry("arg", "arg"),
            Map.entry("Re", "Re"),
            Map.entry("Im", "Im"),
            Map.entry("nCr", "binom"),
            Map.entry("nPr", "permutations"));

    /** The functions that are read only before a bracket, since their names are words too. */
    static final Set<String> BRACKETED =
            Set.of("arg", "gcd", "lcm", "max", "min", "floor", "ceil", "sgn", "Re", "Im", "binom", "permutations");

    /** The functions whose argument may be an angle in degrees, and whose {@code ^{-1}} is the inverse function. */
    static final Set<String> TRIGONOMETRIC = Set.of("sin", "cos", "tan", "cot", "sec", "csc");

    /** Words other than functions that are read as one token. */
    static final Set<String> WORDS =
            Set.of("and", "or", "mod", "sqrt", "cbrt", "pi", "infinity", "inf", "infty", "union", "in", "frac", "per");

    /** What makes an ordinal of a number. */
    static final Set<String> ORDINAL_ENDINGS = Set.of("th", "st", "nd", "rd");

    /** Commands that colour, space or label, with how many of their first arguments say nothing of the answer. */
    static final Map<String, Integer> IGNORED_ARGUMENTS = Map.ofEntries(
            Map.entry("color", 1),
            Map.entry("textcolor", 1),
            Map.entry("colorbox", 1),
            Map.entry("fcolorbox", 2),
            Map.entry("hspace", 1),
            Map.entry("vspace", 1),
            Map.entry("phantom", 1),
            Map.entry("hphantom", 1),
            Map.entry("vphantom", 1),
            Map.entry("label", 1),
            Map.entry("tag", 1),
            Map.entry("overset", 1),
            Map.entry("underset", 1),
            Map.entry("stackrel", 1));

    /** Environments that align rows without a meaning of their own. */
    static final Set<String> ALIGNMENTS = Set.of(
            "aligned",
            "align",
            "alignat",
            "alignedat",
            "flalign",
            "gathered",
            "gather",
            "split",
            "eqnarray",
            "equation",
            "multline",
            "displaymath",
            "math",
            "center");

    /** Environments that say their columns in braces. */
    static final Set<String> COLUMNED = Set.of("array", "alignat", "alignedat", "tabular");

    /** Accents that may mean something: a period over digits, a unit vector. */
    static final Set<String> ACCENTS =
            Set.of("overline", "bar", "dot", "hat", "vec", "mathbf", "bm", "boldsymbol", "widehat");

    /** Letters of the unit vectors as they are written below their accents, to the name of each. */
    static final Map<String, String> UNIT_VECTORS = Map.of(
            "i",
            "î",
            "j",
            "ĵ",
            "k",
            "k̂",
            "\\imath",
            "î",
            "\\jmath",
            "ĵ",
            "\\hat{i}",
            "î",
            "\\hat{j}",
            "ĵ",
            "\\hat{k}",
            "k̂",
            "\\hat{\\imath}",
            "î");

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
            "hfill",
            "large",
            "Large",
            "mathstrut",
            "scriptstyle",
            "enspace",
            "thinspace",
            "allowbreak",
            "hline",
            "centering",
            "sf",
            "tt",
            "cal",
            "em",
            "middle",
            "mathopen",
            "mathclose",
            "mathrel",
            "mathbin",
            "mathord",
            "mathpunct",
            "strut",
            "scriptscriptstyle",
            "small",
            "normalsize",
            "LARGE",
            "huge",
            "Huge",
            "noindent",
            "medspace",
            "thickspace",
            "negthinspace",
            "nobreak",
            "nobreakspace");

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
            "underline",
            "textup",
            "textmd",
            "mathop",
            "mathsfit");

    /** Commands that style their braced argument without a meaning of their own. */
    static final Set<String> STYLES = Set.of(
            "mathbf",
            "bold",
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
            "tilde",
            "mathscr",
            "mathfrak",
            "widetilde",
            "mathnormal");

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
            Map.entry("notin", "∉"),
            Map.entry("in", "∈"),
            Map.entry("equiv", "≡"));

    /** Names of constants, to one name each. */
    static final Map<String, Node.Constant> CONSTANTS = Map.of(
            "pi", Node.Constant.PI,
            "infty", Node.Constant.INFINITY,
            "infinity", Node.Constant.INFINITY,
            "inf", Node.Constant.INFINITY,
            "emptyset", Node.Constant.EMPTY_SET,
            "varnothing", Node.Constant.EMPTY_SET);

    private Vocabulary() {}

    /** The sign of a command that joins two sets or statements; a blank for any other. */
    static char setOperation(String command) {
        return switch (command) {
            case "cup" -> '∪';
            case "cap" -> '∩';
            case "setminus" -> '∖';
            case "land", "wedge" -> '∧';
            case "lor", "vee" -> '∨';
            default -> ' ';
        };
    }

    /** Whether a run of letters outside a command is one word rather than a product of letters. */
    static boolean isWord(String run) {
        return FUNCTIONS.containsKey(run)
                || WORDS.contains(run)
                || UnitNames.isWord(run)
                || WordAnswers.isShortWord(run)
                || run.length() >= 4 && !(run.length() < 7 && isCapitals(run));
    }

    /** Whether all letters are capitals, as in the name of a quadrilateral. */
    private static boolean isCapitals(String run) {
        for (int i = 0; i < run.length(); i++) {
            if (!Character.isUpperCase(run.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
