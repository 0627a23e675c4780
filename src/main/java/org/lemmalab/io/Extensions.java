package org.lemmalab.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What others add to the toolkit. A jar names its classes in {@code META-INF/services/INTERFACE}, as {@link ServiceLoader} has it; on the
 * class path, they stand after the toolkit's own.
 */
public final class Extensions {
    private Extensions() {}

    /**
     * @param service the interface that others implement
     * @param <S> the interface
     * @return what is on the class path, in its order; looked up anew each time, as a notebook may have added a jar
     * @throws LabException if a named class is missing or cannot be made, naming it
     */
    public static <S> List<S> of(Class<S> service) {
        try {
            List<S> found = new ArrayList<>();
            ServiceLoader.load(service).forEach(found::add);
            return List.copyOf(found);
        } catch (ServiceConfigurationError e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new LabException(
                    "extension: expected a " + service.getSimpleName() + " that can be made, found "
                            + cause.getMessage() + " (" + e.getMessage() + ")",
                    e);
        }
    }

    /**
     * @param own the toolkit's own
     * @param others those of others
     * @param name the name that files and options give each
     * @param <T> what they are
     * @return all of them, the toolkit's first
     * @throws LabException if two have one name, naming it
     */
    public static <T> List<T> joined(List<T> own, List<T> others, Function<? super T, String> name) {
        Set<String> names = new HashSet<>();
        List<T> all = new ArrayList<>(own);
        all.addAll(others);
        for (T each : all) {
            if (!names.add(name.apply(each))) {
                throw new LabException("extension: expected a name of its own, found '" + name.apply(each)
                        + "' twice, the second time in " + each.getClass().getName());
            }
        }
        return List.copyOf(all);
    }

    /**
     * @param what what is looked for, for the message
     * @param all all of them
     * @param name the name of each
     * @param wanted the name that is looked for
     * @param <T> what they are
     * @return the one of that name
     * @throws LabException if there is none, naming those that exist
     */
    public static <T> T named(String what, List<T> all, Function<? super T, String> name, String wanted) {
        Predicate<T> isWanted = each -> name.apply(each).equals(wanted);
        return all.stream()
                .filter(isWanted)
                .findFirst()
                .orElseThrow(() -> new LabException(what + ": expected one of "
                        + all.stream().map(name).collect(Collectors.joining(", ")) + ", found '" + wanted + "'"));
    }
}
