package org.lemmalab.report;

/** Text inside HTML. */
public final class Html {
    private Html() {}

    /**
     * @param text any text
     * @return the same with the characters that HTML reads as markup escaped
     */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                // Jupyter's pages typeset what stands between dollar signs; amounts of money are not formulas.
                case '$' -> escaped.append("<span>&#36;</span>");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
