package org.lemmalab.solution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.lemmalab.solution.TextToken.Kind;

/**
 * Takes a model's text apart: thoughts, solution, and what follows the end of the turn. A thought's closing tag without an opening
 * one ends a thought that began with the text (the opening tag then stood in the prompt). An opening tag within a line of prose
 * that is never closed is only spoken of; at the start of a line it opens a thought that never ends.
 */
final class ThoughtReader {
    private static final String[][] PROSE = {
        {"here is my thought process:", "here is my response:"},
        {"here's my thought process:", "here's my response:"},
        {"here is my thought process:", "here's my response:"},
        {"here's my thought process:", "here is my response:"},
        {"thinking...", "...done thinking."}
    };

    private final String raw;
    private final KeptText kept;
    private final List<String> thoughts = new ArrayList<>();
    private boolean thinksOn;

    private ThoughtReader(String raw) {
        this.raw = raw;
        this.kept = new KeptText(raw);
    }

    /** What was read, and where the solution's parts stand in the whole. */
    record Reading(ModelText text, KeptText kept) {}

    static Reading read(String raw) {
        ThoughtReader reader = new ThoughtReader(raw);
        if (raw.contains("<|channel|>")) {
            reader.channels();
        } else if (!reader.bareChannels() && !reader.prose()) {
            List<TextToken> tokens = TextTokens.in(raw);
            if (tokens.isEmpty()) {
                reader.kept.add(0, raw.length());
                return new Reading(new ModelText(raw, "", raw, false), reader.kept);
            }
            reader.tagged(tokens);
        }
        KeptText solution = reader.thinksOn ? new KeptText(raw) : reader.kept.stripped();
        String thoughts = String.join("\n\n", reader.thoughts);
        return new Reading(new ModelText(raw, thoughts, solution.text(), reader.thinksOn), solution);
    }

    /** Messages of the harmony format: what stands in the channel "final" is the solution, all else is thought. */
    private void channels() {
        String message = "<|message|>";
        int at = raw.indexOf("<|channel|>");
        String head = raw.substring(0, at);
        if (head.contains("<|end|>")) {
            think(0, head.indexOf("<|end|>"));
        } else if (!head.isBlank() && !head.strip().startsWith("<|start|>")) {
            keep(0, at);
        }
        while (at >= 0) {
            int next = raw.indexOf("<|channel|>", at + 1);
            int body = at + "<|channel|>".length();
            while (body < raw.length() && body - at < 80 && !raw.startsWith(message, body) && body != next) {
                body++;
            }
            boolean last = raw.substring(at, body).contains("final");
            int end = messageEnd(Math.min(raw.length(), body + message.length()), next < 0 ? raw.length() : next);
            int start = Math.min(body + message.length(), end);
            if (last) {
                keep(start, end);
            } else {
                think(start, end);
            }
            thinksOn = !last;
            at = next;
        }
        thinksOn = kept.isBlank() || thinksOn && !raw.endsWith("<|return|>") && kept.isBlank();
    }

    private int messageEnd(int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (raw.charAt(i) == '<' && endsMessage(i)) {
                return i;
            }
        }
        return limit;
    }

    private boolean endsMessage(int i) {
        return List.of("<|end|>", "<|return|>", "<|call|>", "<|start|>", "<|endoftext|>").stream()
                .anyMatch(token -> raw.startsWith(token, i));
    }

    /** The harmony format after its control tokens were dropped: "analysis… assistantfinal…". */
    private boolean bareChannels() {
        boolean opens = raw.startsWith("analysis") && raw.length() > 8 && Character.isUpperCase(raw.charAt(8));
        if (!opens) {
            return false;
        }
        int last = raw.lastIndexOf("assistantfinal");
        think("analysis".length(), last < 0 ? raw.length() : last);
        thinksOn = last < 0;
        kept.add(last < 0 ? raw.length() : last + "assistantfinal".length(), raw.length());
        return true;
    }

    /** Thoughts and solution under headings in words; the text begins with the one and the other follows. */
    private boolean prose() {
        String opening =
                raw.substring(0, Math.min(raw.length(), 60)).stripLeading().toLowerCase(Locale.ROOT);
        for (String[] pair : PROSE) {
            if (opening.startsWith(pair[0])) {
                int close = indexOfIgnoringCase(pair[1]);
                if (close >= 0) {
                    think(raw.length() - raw.stripLeading().length() + pair[0].length(), close);
                    kept.add(close + pair[1].length(), raw.length());
                    return true;
                }
            }
        }
        return false;
    }

    private int indexOfIgnoringCase(String part) {
        for (int i = 0; i + part.length() <= raw.length(); i++) {
            if (raw.regionMatches(true, i, part, 0, part.length())) {
                return i;
            }
        }
        return -1;
    }

    private void tagged(List<TextToken> tokens) {
        int[] closeOf = matching(tokens);
        int from = 0;
        int orphan = lastOrphan(tokens, closeOf);
        int i = 0;
        if (orphan >= 0) {
            think(0, tokens.get(orphan).start());
            from = tokens.get(orphan).end();
            i = orphan + 1;
        }
        for (; i < tokens.size(); i++) {
            TextToken token = tokens.get(i);
            if (token.start() < from) {
                continue;
            }
            if (token.kind() == Kind.THOUGHT_OPENS) {
                if (closeOf[i] >= 0) {
                    keep(from, token.start());
                    TextToken close = tokens.get(closeOf[i]);
                    think(token.end(), close.start());
                    from = close.end();
                    i = closeOf[i];
                } else if (opensLine(token.start(), from)) {
                    think(token.end(), raw.length());
                    thinksOn = true;
                    return;
                }
            } else {
                keep(from, token.start());
                from = token.end();
                if (token.kind() == Kind.OTHER_TURN && kept.isBlank()) {
                    i = answering(tokens, i);
                    from = tokens.get(i).end();
                    continue;
                }
                boolean ends = token.kind() == Kind.TEXT_ENDS || token.kind() == Kind.OTHER_TURN;
                if (ends && !kept.isBlank()) {
                    return;
                }
            }
        }
        keep(from, raw.length());
    }

    /** The token with which the answer to an echoed prompt begins; the prompt's own where none follows. */
    private static int answering(List<TextToken> tokens, int prompt) {
        for (int i = prompt + 1; i < tokens.size(); i++) {
            boolean ends = tokens.get(i).kind() == Kind.TEXT_ENDS;
            if (tokens.get(i).kind() == Kind.WRAPPING
                    || ends && tokens.get(prompt).length() == "[INST]".length()) {
                return i;
            }
        }
        return prompt;
    }

    /**
     * For each opening tag the index of the tag that closes it. Nested thoughts end with the outermost; where too few tags close,
     * the last that closes ends the outermost thought.
     */
    private int[] matching(List<TextToken> tokens) {
        int[] closeOf = new int[tokens.size()];
        Arrays.fill(closeOf, -1);
        ArrayDeque<Integer> open = new ArrayDeque<>();
        int lastClose = -1;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Kind.THOUGHT_OPENS) {
                open.push(i);
            } else if (tokens.get(i).kind() == Kind.THOUGHT_CLOSES && !open.isEmpty()) {
                closeOf[open.pop()] = i;
                lastClose = i;
            }
        }
        while (!open.isEmpty() && open.peekLast() < lastClose) {
            int outermost = open.pollLast();
            if (opensLine(tokens.get(outermost).start(), 0)) {
                closeOf[outermost] = lastClose;
            }
        }
        return closeOf;
    }

    /** The last closing tag that closes nothing. */
    private static int lastOrphan(List<TextToken> tokens, int[] closeOf) {
        boolean[] closes = new boolean[tokens.size()];
        for (int close : closeOf) {
            if (close >= 0) {
                closes[close] = true;
            }
        }
        int last = -1;
        for (int i = 0; i < tokens.size(); i++) {
            last = tokens.get(i).kind() == Kind.THOUGHT_CLOSES && !closes[i] ? i : last;
        }
        return last;
    }

    private boolean opensLine(int start, int from) {
        int i = start - 1;
        while (i >= from && (raw.charAt(i) == ' ' || raw.charAt(i) == '\t')) {
            i--;
        }
        return i < from || raw.charAt(i) == '\n';
    }

    private void keep(int start, int end) {
        kept.add(start, end);
    }

    private void think(int start, int end) {
        String thought = end > start ? raw.substring(start, end).strip() : "";
        if (!thought.isEmpty()) {
            thoughts.add(thought);
        }
    }
}
