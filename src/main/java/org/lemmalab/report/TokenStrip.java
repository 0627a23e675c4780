package org.lemmalab.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.TokenLogProbability;

/**
 * A text token by token, each the darker the less the model expected it. The number itself stands below a token that had less than
 * half of the probability, so that the strip reads in grey and for colour-blind people too; pointing at any token shows it.
 *
 * @param title what is shown
 * @param tokens the text's tokens with their log-probabilities
 */
public record TokenStrip(String title, List<TokenLogProbability> tokens) {
    /** A token below this probability has its number printed. */
    private static final double EXPECTED = 0.5;

    /** The least probability that shades differ by; below it a token is as dark as can be. */
    private static final double DARKEST = 0.001;

    /** Copies the list and checks it. */
    public TokenStrip {
        tokens = List.copyOf(tokens);
        for (TokenLogProbability token : tokens) {
            if (!(token.logProbability() <= 1e-6)) {
                throw new LabException("token strip: token '" + token.token()
                        + "': expected a log-probability of at most 0, found " + token.logProbability());
            }
        }
    }

    /**
     * @return HTML without scripts or style sheets of its own
     */
    public String html() {
        String strip = tokens.stream().map(TokenStrip::htmlToken).collect(Collectors.joining());
        return "<div style=\"max-width:52em;margin:.6em 0;padding:.6em .9em;border:1px solid rgba(128,128,128,.35);"
                + "border-radius:.4em\"><div style=\"margin-bottom:.4em\"><b>" + Html.escape(title)
                + "</b></div><div style=\"line-height:2.6\">" + strip
                + "</div><div style=\"margin:.4em 0 0;font-size:85%;opacity:.85\">" + legend() + "</div></div>";
    }

    /**
     * @return the same for a terminal: after each token that was not expected its probability
     */
    public String text() {
        StringBuilder text = new StringBuilder(title).append('\n');
        for (TokenLogProbability token : tokens) {
            text.append(token.token());
            if (probability(token) < EXPECTED) {
                text.append('[').append(number(token)).append(']');
            }
        }
        return text.append('\n').append(summary()).append('\n').toString();
    }

    private static String htmlToken(TokenLogProbability token) {
        boolean breaks = token.token().contains("\n");
        String shown = Html.escape(token.token().replace("\n", "↵"));
        String below = probability(token) < EXPECTED ? "<sub style=\"font-size:65%\">" + number(token) + "</sub>" : "";
        return "<span title=\"probability " + number(token) + "\" style=\"white-space:pre;padding:.15em 0;"
                + "border-right:1px solid rgba(128,128,128,.4);background:rgba(213,94,0," + shade(token) + ")\">"
                + shown
                + below + "</span>" + (breaks ? "<br>" : "");
    }

    /** From 0 where the token was certain to 0.75 at a thousandth and below, in steps of its logarithm. */
    private static String shade(TokenLogProbability token) {
        double depth = Math.min(1, Math.max(0, token.logProbability() / Math.log(DARKEST)));
        return String.format(Locale.ROOT, "%.2f", 0.75 * depth);
    }

    private String legend() {
        return "Darker: less expected. Below a token: its probability where that is under " + EXPECTED + ". "
                + summary();
    }

    private String summary() {
        double sum =
                tokens.stream().mapToDouble(TokenLogProbability::logProbability).sum();
        return tokens.size() + " tokens"
                + (tokens.isEmpty()
                        ? "."
                        : String.format(Locale.ROOT, ", %.3f nats a token on average.", -sum / tokens.size()));
    }

    private static double probability(TokenLogProbability token) {
        return Math.exp(token.logProbability());
    }

    private static String number(TokenLogProbability token) {
        double probability = probability(token);
        return probability < DARKEST ? "0.000" : String.format(Locale.ROOT, "%.3f", probability);
    }
}
