package org.lemmalab.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.lemmalab.io.LabException;
import org.lemmalab.llm.TokenLogProbability;

/** What is shown of a model's inside is what it computes with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectorTest {
    private static final String TEXT = "Ann has 12 pears.\nBen has 3";
    private static final int WIDTH = 12;
    private static final int FEED_FORWARD = 20;
    private static final int HEADS = 4;
    private static final int KEY_VALUE_HEADS = 2;
    private static final int HEAD_WIDTH = 4;

    private final Map<String, double[]> parameters = new TreeMap<>();
    private LocalModel model;
    private Inspector inspector;

    @BeforeAll
    void open(@TempDir Path folder) {
        WordTokenizer words = WordTokenizer.fromCorpus(List.of(TEXT), 300);
        ModelConfig.Size size =
                new ModelConfig.Size(words.size(), WIDTH, FEED_FORWARD, 1, HEADS, KEY_VALUE_HEADS, HEAD_WIDTH, 40);
        ModelConfig config = ModelConfig.llama(size, true, words.specialTokens());
        try (NDManager manager = NDManager.newBaseManager();
                Decoder decoder = Decoder.random(manager, config, 0.6, 5)) {
            decoder.parameters().forEach((name, array) -> parameters.put(name, doubles(array.toFloatArray())));
            CheckpointWriter.float32().write(folder.resolve("tiny"), decoder, words.files());
        }
        model = LocalModel.open(folder.resolve("tiny"));
        inspector = new Inspector(model);
    }

    @AfterAll
    void close() {
        model.close();
    }

    @Test
    void tokensAreThoseThatTheModelReads() {
        List<String> texts =
                inspector.tokens(TEXT).stream().map(Inspector.Piece::text).toList();
        assertEquals(List.of("<s>", "Ann", " has", " ", "1", "2", " pears", ".", "\n", "Ben", " has", " ", "3"), texts);
        assertEquals(1, inspector.tokens(TEXT).get(0).id());
    }

    @Test
    void theLikeliestNextTokensComeFirstAndAllTogetherAreCertain() {
        int all = model.decoder().config().size().vocabulary();
        List<TokenLogProbability> next = inspector.next(TEXT, all);
        double sum = 0;
        for (int i = 0; i < all; i++) {
            sum += Math.exp(next.get(i).logProbability());
            assertTrue(i == 0 || next.get(i - 1).logProbability() >= next.get(i).logProbability());
        }
        assertEquals(1, sum, 1e-5);
        assertEquals(next.subList(0, 5), inspector.next(TEXT, 5));
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertMessage("head: expected one from 0 to 3, found 4", () -> inspector.attention(TEXT, 0, 4));
        assertMessage("layer: expected one from 0 to 0, found 1", () -> inspector.attention(TEXT, 1, 0));
        assertMessage("next tokens: expected a count from 1 to", () -> inspector.next(TEXT, 0));
        assertMessage("expected at most 40 tokens", () -> inspector.next("1".repeat(50), 1));
    }

    /** The layer worked out with plain loops from the weights that are shown gives the decoder's own prediction. */
    @Test
    void attentionIsCausalAndGivesTheDecodersOwnOutput() {
        int[] tokens = model.tokenizer().encode(TEXT, true);
        double[] attended = new double[HEADS * HEAD_WIDTH];
        for (int head = 0; head < HEADS; head++) {
            float[][] weights = inspector.attention(TEXT, 0, head).weights();
            assertRowsAreShares(weights);
            for (int from = 0; from < tokens.length; from++) {
                double[] value = product("layers.0.value", normed("layers.0.attention_norm", embedding(tokens[from])));
                for (int d = 0; d < HEAD_WIDTH; d++) {
                    int at = head / (HEADS / KEY_VALUE_HEADS) * HEAD_WIDTH + d;
                    attended[head * HEAD_WIDTH + d] += weights[tokens.length - 1][from] * value[at];
                }
            }
        }
        double[] state = sum(embedding(tokens[tokens.length - 1]), product("layers.0.output", attended));
        double[] expected = product("embedding", normed("norm", sum(state, feedForward(state))));
        double all = Math.log(Arrays.stream(expected).map(Math::exp).sum());
        float[] found = model.decoder().nextLogProbabilities(tokens);
        for (int token = 0; token < found.length; token++) {
            assertEquals(expected[token] - all, found[token], 1e-4, "token " + token);
        }
    }

    private double[] feedForward(double[] state) {
        double[] normed = normed("layers.0.feed_forward_norm", state);
        double[] gate = product("layers.0.gate", normed);
        double[] up = product("layers.0.up", normed);
        double[] wide = new double[FEED_FORWARD];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = gate[i] / (1 + Math.exp(-gate[i])) * up[i];
        }
        return product("layers.0.down", wide);
    }

    private double[] embedding(int token) {
        return Arrays.copyOfRange(parameters.get("embedding"), token * WIDTH, (token + 1) * WIDTH);
    }

    /** A matrix [out, in], row by row, times a vector. */
    private double[] product(String matrix, double[] x) {
        double[] values = parameters.get(matrix);
        double[] result = new double[values.length / x.length];
        for (int i = 0; i < values.length; i++) {
            result[i / x.length] += values[i] * x[i % x.length];
        }
        return result;
    }

    private double[] normed(String weight, double[] x) {
        double square = Arrays.stream(x).map(value -> value * value).sum() / x.length;
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = x[i] / Math.sqrt(square + 1e-5) * parameters.get(weight)[i];
        }
        return result;
    }

    private static double[] sum(double[] a, double[] b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    private static double[] doubles(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }

    private static void assertRowsAreShares(float[][] weights) {
        for (int i = 0; i < weights.length; i++) {
            double row = 0;
            for (int j = 0; j < weights.length; j++) {
                row += weights[i][j];
                assertTrue(j <= i ? weights[i][j] > 0 : weights[i][j] == 0);
            }
            assertEquals(1, row, 1e-5);
        }
    }

    private static void assertMessage(String part, Executable call) {
        String message = assertThrows(LabException.class, call).getMessage();
        assertTrue(message.contains(part), message);
    }
}
