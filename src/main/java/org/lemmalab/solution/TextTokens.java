package org.lemmalab.solution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lemmalab.solution.TextToken.Kind;

/**
 * Finds the tags and control tokens that the usual model families write: tags around thoughts ({@code <think>}), ends of texts and
 * turns ({@code <|im_end|>}), beginnings of turns and solutions. A tag in quotation marks or backticks is only spoken of.
 */
final class TextTokens {
    private static final String OPENINGS = "<[\u25C1";
    private static final int LONGEST = 48;
    private static final Set<String> THOUGHTS = Set.of(
            "think",
            "thinking",
            "thought",
            "thoughts",
            "reason",
            "reasoning",
            "reflection",
            "reflect",
            "scratchpad",
            "inner_monologue",
            "internal_monologue",
            "monologue",
            "antthinking",
            "cot",
            "chain_of_thought",
            "inner_thoughts",
            "thought_process",
            "reasoning_process");
    private static final Map<String, Kind> EXACT = Map.ofEntries(
            Map.entry("<|begin_of_thought|>", Kind.THOUGHT_OPENS),
            Map.entry("<|end_of_thought|>", Kind.THOUGHT_CLOSES),
            Map.entry("<|start_thinking|>", Kind.THOUGHT_OPENS),
            Map.entry("<|end_thinking|>", Kind.THOUGHT_CLOSES),
            Map.entry("<|inner_prefix|>", Kind.THOUGHT_OPENS),
            Map.entry("<|inner_suffix|>", Kind.THOUGHT_CLOSES),
            Map.entry("<|channel>", Kind.THOUGHT_OPENS),
            Map.entry("<channel|>", Kind.THOUGHT_CLOSES),
            Map.entry("<unused94>", Kind.THOUGHT_OPENS),
            Map.entry("<unused95>", Kind.THOUGHT_CLOSES),
            Map.entry("<start_working_out>", Kind.THOUGHT_OPENS),
            Map.entry("<end_working_out>", Kind.THOUGHT_CLOSES),
            Map.entry("<|im_start|>think", Kind.THOUGHT_OPENS),
            Map.entry("<|im_start|>answer", Kind.THOUGHT_CLOSES),
            Map.entry("<|im_end|>", Kind.TEXT_ENDS),
            Map.entry("</s>", Kind.TEXT_ENDS),
            Map.entry("<|eot_id|>", Kind.TEXT_ENDS),
            Map.entry("<|eom_id|>", Kind.TEXT_ENDS),
            Map.entry("<|endoftext|>", Kind.TEXT_ENDS),
            Map.entry("<|end_of_text|>", Kind.TEXT_ENDS),
            Map.entry("<|end|>", Kind.TEXT_ENDS),
            Map.entry("<|return|>", Kind.TEXT_ENDS),
            Map.entry("<|eos|>", Kind.TEXT_ENDS),
            Map.entry("<|eot|>", Kind.TEXT_ENDS),
            Map.entry("<|stop|>", Kind.TEXT_ENDS),
            Map.entry("<|endofturn|>", Kind.TEXT_ENDS),
            Map.entry("<|end_of_turn|>", Kind.TEXT_ENDS),
            Map.entry("<|end_of_turn_token|>", Kind.TEXT_ENDS),
            Map.entry("<|end_of_role|>", Kind.WRAPPING),
            Map.entry("<|assistant_end|>", Kind.TEXT_ENDS),
            Map.entry("<|endofassistant|>", Kind.TEXT_ENDS),
            Map.entry("<|pad|>", Kind.TEXT_ENDS),
            Map.entry("<pad>", Kind.TEXT_ENDS),
            Map.entry("<eos>", Kind.TEXT_ENDS),
            Map.entry("<eot>", Kind.TEXT_ENDS),
            Map.entry("<seed:eos>", Kind.TEXT_ENDS),
            Map.entry("<end_of_turn>", Kind.TEXT_ENDS),
            Map.entry("<end_of_utterance>", Kind.TEXT_ENDS),
            Map.entry("<turn|>", Kind.TEXT_ENDS),
            Map.entry("<\uFF5Cend\u2581of\u2581sentence\uFF5C>", Kind.TEXT_ENDS),
            Map.entry("[eos]", Kind.TEXT_ENDS),
            Map.entry("[/inst]", Kind.TEXT_ENDS),
            Map.entry("[inst]", Kind.OTHER_TURN),
            Map.entry("<|user|>", Kind.OTHER_TURN),
            Map.entry("<|system|>", Kind.OTHER_TURN),
            Map.entry("<|human|>", Kind.OTHER_TURN),
            Map.entry("<|observation|>", Kind.OTHER_TURN),
            Map.entry("<|im_start|>user", Kind.OTHER_TURN),
            Map.entry("<|im_start|>system", Kind.OTHER_TURN),
            Map.entry("<start_of_turn>user", Kind.OTHER_TURN),
            Map.entry("<\uFF5Cuser\uFF5C>", Kind.OTHER_TURN),
            Map.entry("<|start_header_id|>user<|end_header_id|>", Kind.OTHER_TURN),
            Map.entry("<|start_header_id|>system<|end_header_id|>", Kind.OTHER_TURN),
            Map.entry("<|start_header_id|>assistant<|end_header_id|>", Kind.WRAPPING),
            Map.entry("<|im_start|>assistant", Kind.WRAPPING),
            Map.entry("<start_of_turn>model", Kind.WRAPPING),
            Map.entry("<|turn>model", Kind.WRAPPING),
            Map.entry("<|turn>user", Kind.OTHER_TURN),
            Map.entry("<|assistant|>", Kind.WRAPPING),
            Map.entry("<|assistant_start|>", Kind.WRAPPING),
            Map.entry("<\uFF5Cassistant\uFF5C>", Kind.WRAPPING),
            Map.entry("<|begin_of_text|>", Kind.WRAPPING),
            Map.entry("<|startoftext|>", Kind.WRAPPING),
            Map.entry("<bos>", Kind.WRAPPING),
            Map.entry("<s>", Kind.WRAPPING),
            Map.entry("<|begin_of_solution|>", Kind.WRAPPING),
            Map.entry("<|end_of_solution|>", Kind.WRAPPING),
            Map.entry("<|start_response|>", Kind.WRAPPING),
            Map.entry("<|end_response|>", Kind.WRAPPING),
            Map.entry("<|start_text|>", Kind.WRAPPING),
            Map.entry("<|end_text|>", Kind.WRAPPING));
    private static final Map<String, String> ROLES = Map.of(
            "<|im_start|>", "think answer user system assistant",
            "<start_of_turn>", "user model",
            "<|turn>", "user model",
            "<|start_header_id|>", "user<|end_header_id|> system<|end_header_id|> assistant<|end_header_id|>");

    private TextTokens() {}

    /** All tokens of a text, in order; each character is looked at a bounded number of times. */
    static List<TextToken> in(String text) {
        List<TextToken> tokens = new ArrayList<>();
        int[] next = new int[OPENINGS.length()];
        int i = opening(text, 0, next);
        while (i < text.length()) {
            TextToken token = mayOpen(text, i) ? at(text, i, text.charAt(i)) : null;
            if (token != null && !isQuoted(text, token)) {
                tokens.add(token);
            }
            i = opening(text, token == null ? i + 1 : token.end(), next);
        }
        return tokens;
    }

    /** The next sign that may open a token, from a place on; where each of them stands next is kept. */
    private static int opening(String text, int from, int[] next) {
        int nearest = text.length();
        for (int i = 0; i < next.length; i++) {
            if (next[i] < from || from == 0) {
                int found = text.indexOf(OPENINGS.charAt(i), from);
                next[i] = found < 0 ? text.length() : found;
            }
            nearest = Math.min(nearest, next[i]);
        }
        return nearest;
    }

    /** A comparison sign or a displayed formula's bracket opens no token. */
    private static boolean mayOpen(String text, int i) {
        char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        boolean letter = (next | 0x20) >= 'a' && (next | 0x20) <= 'z';
        return text.charAt(i) == '['
                ? (letter || next == '/') && (i == 0 || text.charAt(i - 1) != '\\')
                : letter || next > '~' || "|/ ".indexOf(next) >= 0;
    }

    private static TextToken at(String text, int start, char open) {
        char close = open == '<' ? '>' : open == '[' ? ']' : '\u25B7';
        int end = start + 1;
        int limit = Math.min(text.length(), start + LONGEST);
        while (end < limit && text.charAt(end) != close && text.charAt(end) != '\n') {
            if (text.charAt(end) == open) {
                return null;
            }
            end++;
        }
        if (end >= limit || text.charAt(end) != close) {
            return null;
        }
        String written = text.substring(start, end + 1).toLowerCase(Locale.ROOT);
        return ROLES.containsKey(written) ? role(text, start, end + 1, written) : plain(written, start, end + 1);
    }

    /** The beginning of a turn together with its speaker. */
    private static TextToken role(String text, int start, int end, String written) {
        for (String role : ROLES.get(written).split(" ")) {
            if (text.regionMatches(true, end, role, 0, role.length())) {
                return new TextToken(EXACT.get(written + role), start, end + role.length());
            }
        }
        return new TextToken(Kind.WRAPPING, start, end);
    }

    private static TextToken plain(String written, int start, int end) {
        Kind exact = EXACT.get(written);
        if (exact != null) {
            return new TextToken(exact, start, end);
        }
        boolean closes = written.length() > 2 && written.charAt(1) == '/';
        String name = written.substring(closes ? 2 : 1, written.length() - 1).strip();
        if (name.startsWith("|") && name.endsWith("|") && name.length() > 2) {
            closes = name.charAt(1) == '/';
            name = name.substring(closes ? 2 : 1, name.length() - 1);
        }
        boolean thought = written.charAt(0) == '[' ? name.equals("think") || name.equals("reasoning") : isThought(name);
        return thought ? new TextToken(closes ? Kind.THOUGHT_CLOSES : Kind.THOUGHT_OPENS, start, end) : null;
    }

    /** A name of a thought, or one with a maker's prefix such as seed:think. */
    private static boolean isThought(String name) {
        int prefix = Math.max(name.lastIndexOf(':'), name.endsWith("_think") ? name.lastIndexOf('_') : -1);
        return THOUGHTS.contains(name) || prefix > 0 && THOUGHTS.contains(name.substring(prefix + 1));
    }

    private static boolean isQuoted(String text, TextToken token) {
        if (token.start() == 0 || token.end() >= text.length()) {
            return false;
        }
        int opening = "`\"'\u201C\u2018".indexOf(text.charAt(token.start() - 1));
        int closing = "`\"'\u201D\u2019".indexOf(text.charAt(token.end()));
        return opening >= 0 && opening == closing;
    }
}
