package org.lemmalab.transformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.util.ArrayList;
import java.util.List;

/** The arguments of one call of a {@link TorchProgram}, in order; releases them after the call. */
public final class TorchCall {
    private final PtSymbolBlock block;
    private final String method;
    private final List<IValue> arguments = new ArrayList<>();
    private final List<IValue> owned = new ArrayList<>();

    TorchCall(PtSymbolBlock block, String method) {
        this.block = block;
        this.method = method;
    }

    /**
     * @param array the next argument
     * @return this call
     */
    public TorchCall with(NDArray array) {
        return own(IValue.from((PtNDArray) array));
    }

    /**
     * @param value the next argument
     * @return this call
     */
    public TorchCall with(double value) {
        return own(IValue.from(value));
    }

    TorchCall with(long value) {
        return own(IValue.from(value));
    }

    TorchCall with(long[] values) {
        return own(IValue.listFrom(values));
    }

    /**
     * @param arrays the next argument
     * @return this call
     */
    public TorchCall with(List<NDArray> arrays) {
        return own(list(arrays));
    }

    /** A value that outlives the call. */
    TorchCall with(IValue shared) {
        arguments.add(shared);
        return this;
    }

    static IValue list(List<NDArray> arrays) {
        return IValue.listFrom(arrays.toArray(PtNDArray[]::new));
    }

    /** Runs the method; the caller closes the result. */
    IValue value() {
        JniUtils.setGraphExecutorOptimize(false);
        try {
            return IValueUtils.runMethod(block, method, arguments.toArray(IValue[]::new));
        } finally {
            owned.forEach(IValue::close);
        }
    }

    /**
     * Runs a method that returns one array.
     *
     * @param manager owns the result
     * @return the result
     */
    public NDArray array(NDManager manager) {
        try (IValue result = value()) {
            return result.toTensor((PtNDManager) manager);
        }
    }

    /** Runs a method that returns several arrays. */
    NDArray[] arrays(NDManager manager) {
        try (IValue result = value()) {
            return result.toTensorArray((PtNDManager) manager);
        }
    }

    private TorchCall own(IValue value) {
        owned.add(value);
        arguments.add(value);
        return this;
    }
}
