package org.lemmalab.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lemmalab.training.Example;
import org.lemmalab.transformer.TextTokenizer;

/**
 * An example token by token: which are read only, which are learnt.
 *
 * @param title what is shown
 * @param tokens in order
 */
public record LearntTokensView(String title, List<Token> tokens) {
    /** Copies the list. */
    public LearntTokensView {
        tokens = List.copyOf(tokens);
    }

    /**
     * One token.
     *
     * @param text what it stands for
     * @param prompt whether it belongs to the prompt
     * @param learnt whether it is learnt
     */
    public record Token(String text, boolean prompt, boolean learnt) {}

    /**
     * @param title what is shown
     * @param example the example
     * @param tokenizer that made it
     * @return its tokens
     */
    public static LearntTokensView of(String title, Example example, TextTokenizer tokenizer) {
        List<Token> tokens = new ArrayList<>();
        for (int token : example.prompt()) {
            tokens.add(new Token(tokenizer.decode(new int[] {token}, false), true, false));
        }
        for (int i = 0; i < example.response().length; i++) {
            String text = tokenizer.decode(new int[] {example.response()[i]}, false);
            tokens.add(new Token(text, false, example.learned()[i]));
        }
        return new LearntTokensView(title, tokens);
    }

    /**
     * @return how many tokens are learnt
     */
    public long learnt() {
        return tokens.stream().filter(Token::learnt).count();
    }

    /**
     * @return HTML: learnt tokens underlined on a coloured ground, masked ones of the answer struck through, the prompt grey
     */
    public String html() {
        return "<div style=\"max-width:52em;margin:.6em 0;padding:.6em .9em;border:1px solid rgba(128,128,128,.35);"
                + "border-radius:.4em;line-height:1.9\"><div style=\"margin-bottom:.4em\"><b>" + Html.escape(title)
                + "</b> <span style=\"font-size:85%\">" + summary() + "</span></div>"
                + tokens.stream().map(LearntTokensView::html).collect(Collectors.joining()) + "</div>";
    }

    private static String html(Token token) {
        String style = token.learnt
                ? "background:rgba(0,158,115,.22);border-bottom:2px solid #009E73"
                : token.prompt ? "opacity:.6" : "text-decoration:line-through;color:#D55E00";
        String breaks =
                "<br>".repeat((int) token.text.chars().filter(c -> c == '\n').count());
        String text = Html.escape(token.text.strip().isEmpty() ? "·" : token.text.strip());
        return "<span style=\"" + style + ";margin-right:2px;padding:0 2px;border-radius:2px\">" + text + "</span> "
                + breaks;
    }

    /**
     * @return the same for a terminal: learnt tokens in square brackets
     */
    public String text() {
        return title + " (" + summary() + ")\n"
                + tokens.stream()
                        .map(token -> token.learnt ? "[" + token.text + "]" : token.text)
                        .collect(Collectors.joining())
                + "\n";
    }

    private String summary() {
        long prompt = tokens.stream().filter(Token::prompt).count();
        return prompt + " tokens of the prompt read, " + learnt() + " of the answer learnt, "
                + (tokens.size() - prompt - learnt()) + " masked";
    }
}
