package org.lemmalab.transformer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lemmalab.io.Json;
import org.lemmalab.io.LabException;

/**
 * The small student's tokenizer: words (a space before a word belongs to it, and a colon after it), single digits, single marks, single line breaks. A word
 * that the vocabulary does not have falls to its UTF-8 bytes, so every text comes back as it was. Meant for decoders of the Llama
 * family: transformers 5 opens it beside those by itself, but takes Qwen's own cutting of words beside a Qwen2 model.
 *
 * <p>Digits stand alone so that a number's value can be read off its places (as in Llama and PaLM). Written in the format of
 * Hugging Face's tokenizers: a byte-level BPE without merges that takes whole words where it knows them.
 */
public final class WordTokenizer {
    /** What a text is cut into; the same expression cuts in the tokenizer's own engine. */
    private static final String PIECES = " ?\\p{L}+:?|\\p{N}| ?[^\\s\\p{L}\\p{N}]|\\s";

    private static final List<String> SPECIAL = List.of("<pad>", "<s>", "</s>");
    private static final int BYTES = 256;

    private final Map<String, Integer> vocabulary;

    private WordTokenizer(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * Takes the most frequent pieces of a corpus; of equally frequent ones the alphabetically first.
     *
     * @param texts the corpus
     * @param size tokens in all; 3 are special and 256 are bytes
     * @return the tokenizer; smaller than asked for where the corpus has fewer pieces
     * @throws LabException if the size leaves no room for words
     */
    public static WordTokenizer fromCorpus(Iterable<String> texts, int size) {
        int given = SPECIAL.size() + BYTES;
        if (size <= given) {
            throw new LabException("tokenizer: expected a size above " + given + ", found " + size);
        }
        Map<String, Long> counts = new HashMap<>();
        Pattern pieces = Pattern.compile(PIECES);
        for (String text : texts) {
            Matcher matcher = pieces.matcher(text);
            while (matcher.find()) {
                counts.merge(matcher.group(), 1L, Long::sum);
            }
        }
        Map<String, Integer> vocabulary = beginning();
        counts.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> visible(entry.getKey()))
                .filter(piece -> !vocabulary.containsKey(piece))
                .limit(size - (long) given)
                .forEach(piece -> vocabulary.put(piece, vocabulary.size()));
        return new WordTokenizer(vocabulary);
    }

    /**
     * @param pieces words and marks, none twice, each as a text is cut
     * @return the tokenizer that has them, in their order
     */
    public static WordTokenizer of(List<String> pieces) {
        Map<String, Integer> vocabulary = beginning();
        for (String piece : pieces) {
            if (vocabulary.putIfAbsent(visible(piece), vocabulary.size()) != null) {
                throw new LabException("tokenizer: expected every piece once, found '" + piece + "' again");
            }
        }
        return new WordTokenizer(vocabulary);
    }

    private static Map<String, Integer> beginning() {
        Map<String, Integer> vocabulary = new LinkedHashMap<>();
        SPECIAL.forEach(token -> vocabulary.put(token, vocabulary.size()));
        for (int b = 0; b < BYTES; b++) {
            vocabulary.put(Character.toString(visible(b)), vocabulary.size());
        }
        return vocabulary;
    }

    /**
     * @return how many tokens it has
     */
    public int size() {
        return vocabulary.size();
    }

    /**
     * @return start 1, end 2, padding 0
     */
    public SpecialTokens specialTokens() {
        return SpecialTokens.of(1, 2, 0);
    }

    /**
     * @return the files of a checkpoint folder that make up the tokenizer, by name
     */
    public Map<String, String> files() {
        return Map.of(
                "tokenizer.json", Json.pretty(tokenizerFile()) + "\n",
                "tokenizer_config.json", Json.pretty(configFile()) + "\n");
    }

    private ObjectNode tokenizerFile() {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("version", "1.0").putNull("truncation").putNull("padding");
        ArrayNode added = json.putArray("added_tokens");
        for (int id = 0; id < SPECIAL.size(); id++) {
            added.addObject()
                    .put("id", id)
                    .put("content", SPECIAL.get(id))
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", true);
        }
        json.putNull("normalizer");
        json.set("pre_tokenizer", preTokenizer());
        json.set("post_processor", postProcessor());
        json.set("decoder", byteLevel());
        json.set("model", model());
        return json;
    }

    private static ObjectNode preTokenizer() {
        ObjectNode sequence = Json.mapper().createObjectNode().put("type", "Sequence");
        ArrayNode steps = sequence.putArray("pretokenizers");
        ObjectNode split = steps.addObject().put("type", "Split");
        split.putObject("pattern").put("Regex", PIECES);
        split.put("behavior", "Isolated").put("invert", false);
        steps.add(byteLevel());
        return sequence;
    }

    private static ObjectNode byteLevel() {
        return Json.mapper()
                .createObjectNode()
                .put("type", "ByteLevel")
                .put("add_prefix_space", false)
                .put("trim_offsets", false)
                .put("use_regex", false);
    }

    /** A start token before a text, on request. */
    private static ObjectNode postProcessor() {
        ObjectNode json = Json.mapper().createObjectNode().put("type", "TemplateProcessing");
        ArrayNode single = json.putArray("single");
        single.addObject().putObject("SpecialToken").put("id", SPECIAL.get(1)).put("type_id", 0);
        single.addObject().putObject("Sequence").put("id", "A").put("type_id", 0);
        ArrayNode pair = json.putArray("pair");
        pair.addObject().putObject("SpecialToken").put("id", SPECIAL.get(1)).put("type_id", 0);
        pair.addObject().putObject("Sequence").put("id", "A").put("type_id", 0);
        pair.addObject().putObject("Sequence").put("id", "B").put("type_id", 1);
        ObjectNode start = json.putObject("special_tokens").putObject(SPECIAL.get(1));
        start.put("id", SPECIAL.get(1));
        start.putArray("ids").add(1);
        start.putArray("tokens").add(SPECIAL.get(1));
        return json;
    }

    private ObjectNode model() {
        ObjectNode model = Json.mapper().createObjectNode().put("type", "BPE");
        model.putNull("dropout").putNull("unk_token").putNull("continuing_subword_prefix");
        model.putNull("end_of_word_suffix").put("fuse_unk", false).put("byte_fallback", false);
        model.put("ignore_merges", true);
        ObjectNode tokens = model.putObject("vocab");
        vocabulary.forEach(tokens::put);
        model.putArray("merges");
        return model;
    }

    private static ObjectNode configFile() {
        return Json.mapper()
                .createObjectNode()
                .put("tokenizer_class", "PreTrainedTokenizerFast")
                .put("pad_token", SPECIAL.get(0))
                .put("bos_token", SPECIAL.get(1))
                .put("eos_token", SPECIAL.get(2))
                .put("clean_up_tokenization_spaces", false);
    }

    private static String visible(String piece) {
        StringBuilder text = new StringBuilder();
        for (byte b : piece.getBytes(StandardCharsets.UTF_8)) {
            text.appendCodePoint(visible(b & 0xFF));
        }
        return text.toString();
    }

    /** Byte-level BPE writes printable bytes as themselves and the others, in order, from U+0100 on (Radford et al. 2019). */
    private static int visible(int b) {
        if (isPrintable(b)) {
            return b;
        }
        int before = 0;
        for (int other = 0; other < b; other++) {
            before += isPrintable(other) ? 0 : 1;
        }
        return BYTES + before;
    }

    private static boolean isPrintable(int b) {
        return b >= '!' && b <= '~' || b >= 0xA1 && b <= 0xAC || b >= 0xAE;
    }
}
