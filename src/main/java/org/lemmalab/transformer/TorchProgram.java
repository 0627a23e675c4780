package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A TorchScript text from the resources, compiled by the engine. It opens every operator of PyTorch, the fused ones too, and
 * makes many operators one call.
 *
 * <p>The engine reads an archive: a stored zip of the program text and a pickled object without state, made here in memory.
 */
public final class TorchProgram implements AutoCloseable {
    private static final String TRAINED_METHOD = "module_method:";

    private final PtSymbolBlock block;

    private TorchProgram(PtSymbolBlock block) {
        this.block = block;
    }

    /**
     * @param manager what owns the program
     * @param className the class in the text
     * @param constants words in capitals and what to put in their place
     * @return the program of the resource {@code classname.torchscript}
     * @throws ai.djl.engine.EngineException if the engine does not know an operator in it
     */
    static TorchProgram load(NDManager manager, String className, Map<String, String> constants) {
        return load(manager, TorchProgram.class, className, constants);
    }

    /**
     * @param manager what owns the program
     * @param beside a Java class in whose package the text lies
     * @param className the class in the text
     * @param constants words in capitals and what to put in their place
     * @return the program of the resource {@code classname.torchscript}
     * @throws ai.djl.engine.EngineException if the engine does not know an operator in it
     */
    public static TorchProgram load(
            NDManager manager, Class<?> beside, String className, Map<String, String> constants) {
        String text = text(beside, className.toLowerCase(Locale.ROOT) + ".torchscript");
        for (Map.Entry<String, String> constant : constants.entrySet()) {
            text = text.replaceAll("\\b" + constant.getKey() + "\\b", constant.getValue());
        }
        byte[] archive = archive(className, text);
        try {
            return new TorchProgram(
                    JniUtils.loadModule((PtNDManager) manager, new ByteArrayInputStream(archive), false, false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param method a method of the program, run without gradients
     * @return a call to be given its arguments in order
     */
    public TorchCall call(String method) {
        return new TorchCall(block, method);
    }

    /**
     * Runs a method whose result carries gradients.
     *
     * @param scope owns the result
     * @param method a method of the program that returns one array
     * @param inputs its arguments; arrays named {@code NAME[]} make one list
     * @return its result
     */
    public NDArray train(NDManager scope, String method, NDList inputs) {
        JniUtils.setGraphExecutorOptimize(false);
        // The engine reads the method's name off an array's name, and puts the result where the first array is.
        try (NDArray name = scope.create(0f)) {
            name.setName(TRAINED_METHOD + method);
            NDList all = new NDList(name);
            all.addAll(inputs);
            return IValueUtils.forward(block, all, true).singletonOrThrow();
        }
    }

    @Override
    public void close() {
        block.close();
    }

    private static String text(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] archive(String className, String text) {
        // Pickle protocol 2: the class, an empty tuple, a new object of both, an empty dictionary as its state.
        String object = "\u0080\u0002c__torch__\n" + className + "\n)\u0081}b.";
        String noConstants = "\u0080\u0002).";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, "data.pkl", object.getBytes(StandardCharsets.ISO_8859_1));
            store(zip, "code/__torch__.py", text.getBytes(StandardCharsets.UTF_8));
            store(zip, "constants.pkl", noConstants.getBytes(StandardCharsets.ISO_8859_1));
            store(zip, "version", "10\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 checksum = new CRC32();
        checksum.update(content);
        ZipEntry entry = new ZipEntry("program/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
