package org.lemmalab.reflection;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lemmalab.io.LabException;

/** What stands between an error and its correction. */
public enum ConnectionStyle {
    /** Nothing: the corrected step follows directly. */
    ABRUPT((teacher, chooser) -> Connection.abrupt()),
    /** A transition phrase that fits any error. */
    PHRASE((teacher, chooser) -> Connection.phrase()),
    /** A link worded for this error: what went wrong, and why the correction holds. */
    SMOOTH((teacher, chooser) -> Connection.smooth(teacher)),
    /** Of several smooth links the one that the student finds most natural. */
    MODEL_AWARE((teacher, chooser) -> new ModelAwareConnection(teacher, chooser.get()));

    private final Maker maker;

    ConnectionStyle(Maker maker) {
        this.maker = maker;
    }

    /** Makes the connection of a style. */
    private interface Maker {
        Connection make(Teacher teacher, Supplier<LinkChooser> chooser);
    }

    /**
     * @param teacher words the links
     * @param chooser the student that chooses among links; asked for only where the style needs one
     * @return the connection of this style
     */
    public Connection connection(Teacher teacher, Supplier<LinkChooser> chooser) {
        return maker.make(teacher, chooser);
    }

    /**
     * @return the name in files
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param label a name as {@link #label()} gives it
     * @return what has that name
     * @throws LabException if nothing has, naming those that exist
     */
    public static ConnectionStyle ofLabel(String label) {
        return Arrays.stream(values())
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new LabException("connection style: expected one of "
                        + Arrays.stream(values()).map(ConnectionStyle::label).collect(Collectors.joining(", "))
                        + ", found '" + label + "'"));
    }
}
