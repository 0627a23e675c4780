package org.lemmalab.kernel;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Map;

/** The forms in which the value of a cell is shown: the toolkit's where it is loaded and knows the value, else its text. */
final class Forms {
    private static final String TOOLKIT = "org.lemmalab.notebook.Shown";

    private Forms() {}

    static DisplayData of(CellControl control, Object value) throws CellFailure {
        try {
            return (DisplayData) control.run(() -> forms(value, control.loader()));
        } catch (Exception e) {
            throw new CellFailure("DisplayError", e.toString());
        }
    }

    private static DisplayData forms(Object value, ClassLoader loader) throws ReflectiveOperationException {
        if (value instanceof DisplayData data) {
            return data;
        }
        DisplayData data = new DisplayData();
        for (Map.Entry<?, ?> form : toolkit(value, loader).entrySet()) {
            data.putData((String) form.getKey(), form.getValue());
        }
        if (!data.hasDataForType(io.github.spencerpark.jupyter.kernel.display.mime.MIMEType.TEXT_PLAIN)) {
            data.putText(text(value));
        }
        return data;
    }

    private static Map<?, ?> toolkit(Object value, ClassLoader loader) throws ReflectiveOperationException {
        try {
            return (Map<?, ?>) Class.forName(TOOLKIT, true, loader)
                    .getMethod("forms", Object.class)
                    .invoke(null, value);
        } catch (ClassNotFoundException | NoSuchMethodException e) {
            return Map.of();
        } catch (InvocationTargetException e) {
            return Map.of("text/plain", text(value) + "\n[" + e.getCause() + "]");
        }
    }

    private static String text(Object value) {
        return value != null && value.getClass().isArray()
                ? Arrays.deepToString(new Object[] {value}).replaceAll("^\\[|]$", "")
                : String.valueOf(value);
    }
}
