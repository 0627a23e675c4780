package org.lemmalab.kernel;

/** Javadoc as plain text. */
final class Javadoc {
    private Javadoc() {}

    /** The text below a signature; empty where there is none. */
    static String plain(String comment) {
        if (comment == null || comment.isBlank()) {
            return "";
        }
        String text = comment.replaceAll("(?m)^ ", "")
                .replaceAll("\\{@link(?:plain)? #", "{@link ")
                .replaceAll("\\{@(?:code|literal|link|linkplain|value|index)\\s+([^{}]*)}", "$1")
                .replaceAll("\\{@inheritDoc}", "")
                .replaceAll("(?s)\\{@\\w+\\s+([^{}]*)}", "$1")
                .replaceAll("\\s*<(?:p|/pre|/ul|/ol|pre|ul|ol)\\b[^>]*>\\s*", "\n\n")
                .replaceAll("\\s*<li>\\s*", "\n- ")
                .replaceAll("</?[a-zA-Z][^>]*>", "")
                .replaceAll("(?m)^\\s*@param\\s+(\\S+)\\s+", "  $1: ")
                .replaceAll("(?m)^\\s*@return\\s+", "  returns ")
                .replaceAll("(?m)^\\s*@(?:throws|exception)\\s+(\\S+)\\s+", "  throws $1 ")
                .replaceAll("(?m)^\\s*@(\\w+)\\s+", "  $1: ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replaceAll("\n{3,}", "\n\n");
        return "\n" + text.stripTrailing();
    }
}
