package org.lemmalab.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lemmalab.io.LabException;
import org.lemmalab.transformer.TorchProgram;

/** AdamW with clipping by the global norm; its state is two arrays for each parameter and a count of steps. */
final class AdamW implements AutoCloseable {
    private static final String MEAN = "exp_avg.";
    private static final String SQUARE = "exp_avg_sq.";

    private final NDManager manager;
    private final TrainingSettings.Optimizer settings;
    private final TorchProgram program;
    private final Map<String, NDArray> parameters;
    private final Map<String, NDArray> state = new LinkedHashMap<>();
    private final List<Group> groups = new ArrayList<>();

    /** Parameters that share a weight decay. */
    private record Group(double decay, List<String> names, List<NDArray> counts) {}

    AdamW(NDManager parent, Map<String, NDArray> parameters, TrainingSettings.Optimizer settings) {
        this.manager = parent.newSubManager();
        this.settings = settings;
        this.parameters = parameters;
        this.program = TorchProgram.load(manager, AdamW.class, "AdamW", Map.of());
        List<String> matrices = new ArrayList<>();
        List<String> others = new ArrayList<>();
        parameters.forEach((name, parameter) -> {
            state.put(MEAN + name, manager.zeros(parameter.getShape()));
            state.put(SQUARE + name, manager.zeros(parameter.getShape()));
            (parameter.getShape().dimension() > 1 ? matrices : others).add(name);
        });
        addGroup(settings.weightDecay(), matrices);
        addGroup(0, others);
    }

    private void addGroup(double decay, List<String> names) {
        if (!names.isEmpty()) {
            List<NDArray> counts =
                    names.stream().map(name -> manager.zeros(new Shape())).toList();
            groups.add(new Group(decay, names, counts));
        }
    }

    /**
     * @param scope owns what is computed on the way
     * @return the norm of all gradients as one vector
     */
    double gradientNorm(NDManager scope) {
        return program.call("norm")
                .with(gradients(scope, parameters.keySet()))
                .array(scope)
                .getFloat();
    }

    /**
     * Shortens the gradients to the longest allowed norm, changes the parameters, sets the gradients to zero.
     *
     * @param scope owns what is computed on the way
     * @param rate the learning rate
     * @param norm of the gradients
     */
    void step(NDManager scope, double rate, double norm) {
        List<NDArray> all = gradients(scope, parameters.keySet());
        double factor = settings.maxGradientNorm() / (norm + 1e-6);
        if (factor < 1) {
            program.call("scale").with(all).with(factor).array(scope);
        }
        for (Group group : groups) {
            program.call("step")
                    .with(group.names.stream().map(parameters::get).toList())
                    .with(gradients(scope, group.names))
                    .with(states(MEAN, group))
                    .with(states(SQUARE, group))
                    .with(group.counts)
                    .with(rate)
                    .with(settings.beta1())
                    .with(settings.beta2())
                    .with(group.decay)
                    .with(settings.epsilon())
                    .array(scope);
        }
        program.call("clear").with(all).array(scope);
    }

    /** Sets the gradients to zero without using them. */
    void forget(NDManager scope) {
        program.call("clear").with(gradients(scope, parameters.keySet())).array(scope);
    }

    Map<String, NDArray> state() {
        return state;
    }

    /**
     * @param saved what {@link #state} was
     * @param steps how many steps had been taken
     */
    void restore(Map<String, NDArray> saved, int steps) {
        assign(state, saved);
        try (NDManager scope = manager.newSubManager()) {
            NDArray count = scope.create((float) steps);
            for (Group group : groups) {
                for (NDArray array : group.counts) {
                    program.call("assign")
                            .with(List.of(array))
                            .with(List.of(count))
                            .array(scope);
                }
            }
        }
    }

    /** Overwrites arrays in place; also those that gradients flow to. */
    void assign(Map<String, NDArray> to, Map<String, NDArray> values) {
        try (NDManager scope = manager.newSubManager()) {
            for (Map.Entry<String, NDArray> entry : to.entrySet()) {
                NDArray value = values.get(entry.getKey());
                if (value == null || !value.getShape().equals(entry.getValue().getShape())) {
                    throw new LabException("checkpoint: expected array '" + entry.getKey() + "' of shape "
                            + entry.getValue().getShape() + ", found "
                            + (value == null ? "none" : value.getShape().toString()));
                }
                program.call("assign")
                        .with(List.of(entry.getValue()))
                        .with(List.of(value))
                        .array(scope);
            }
        }
    }

    @Override
    public void close() {
        manager.close();
    }

    private List<NDArray> gradients(NDManager scope, Iterable<String> names) {
        List<NDArray> gradients = new ArrayList<>();
        for (String name : names) {
            NDArray gradient = parameters.get(name).getGradient();
            gradient.attach(scope);
            gradients.add(gradient);
        }
        return gradients;
    }

    private List<NDArray> states(String prefix, Group group) {
        return group.names.stream().map(name -> state.get(prefix + name)).toList();
    }
}
