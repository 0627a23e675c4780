package org.lemmalab.notebook;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;
import org.knowm.xchart.internal.chartpart.IChart;
import org.lemmalab.experiment.ErrorTypeStudy;
import org.lemmalab.io.LabException;
import org.lemmalab.reflection.Triplet;
import org.lemmalab.report.ErrorTypeReport;
import org.lemmalab.report.Figure;
import org.lemmalab.report.LearntTokensView;
import org.lemmalab.report.TableView;
import org.lemmalab.report.TokenStrip;
import org.lemmalab.report.TrajectoryView;
import org.lemmalab.report.TripletViews;
import org.lemmalab.report.study.FindingsView;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** What a cell shows of the value that it ends with: what Show would, tables of records, the first values of a stream. */
final class LastValue {
    private static final int MOST_ROWS = 20;
    private static final int LONGEST_TEXT = 300;

    private LastValue() {}

    static Optional<Shown> shown(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.flatMap(LastValue::shown);
        }
        return ofToolkit(value).or(() -> ofJava(value));
    }

    private static Optional<Shown> ofToolkit(Object value) {
        if (value instanceof Shown shown) {
            return Optional.of(shown);
        } else if (value instanceof Figure figure) {
            return Optional.of(Shown.figure(figure));
        } else if (value instanceof IChart chart) {
            return Optional.of(Shown.chart(chart, "[chart " + chart.getTitle() + "]"));
        } else if (value instanceof Table table) {
            return table.columnCount() == 0 ? Optional.empty() : Optional.of(Shown.table(table));
        } else if (value instanceof TableView view) {
            return Optional.of(Shown.table(view));
        } else if (value instanceof FindingsView findings) {
            return Optional.of(Shown.findings(findings));
        }
        return ofSolution(value);
    }

    private static Optional<Shown> ofSolution(Object value) {
        if (value instanceof TrajectoryView view) {
            return Optional.of(Shown.trajectory(view));
        } else if (value instanceof Triplet triplet) {
            return Optional.of(Shown.trajectory(TripletViews.of(triplet)));
        } else if (value instanceof ErrorTypeStudy.Example example) {
            return Optional.of(Shown.trajectory(ErrorTypeReport.trajectory(example)));
        } else if (value instanceof TokenStrip strip) {
            return Optional.of(Shown.strip(strip));
        } else if (value instanceof LearntTokensView tokens) {
            return Optional.of(Shown.learnt(tokens));
        }
        return Optional.empty();
    }

    private static Optional<Shown> ofJava(Object value) {
        if (value instanceof Record record && record.getClass().getRecordComponents().length > 0) {
            return Optional.of(components(record));
        } else if (value instanceof BaseStream<?, ?> stream) {
            return Optional.of(rows(stream.iterator(), "stream"));
        } else if (value instanceof Collection<?> all
                && !all.isEmpty()
                && all.iterator().next() instanceof Record) {
            return Optional.of(rows(all.iterator(), all.size() + " values"));
        }
        return Optional.empty();
    }

    private static Shown components(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        return Shown.table(Table.create(
                record.getClass().getSimpleName(),
                column(
                        "component",
                        Arrays.stream(components).map(RecordComponent::getName).toList()),
                column(
                        "value",
                        Arrays.stream(components)
                                .map(each -> text(record, each))
                                .toList())));
    }

    private static Shown rows(Iterator<?> values, String what) {
        List<Object> first = new ArrayList<>();
        while (values.hasNext() && first.size() < MOST_ROWS) {
            first.add(values.next());
        }
        String caption = what + (values.hasNext() ? ", the first " + first.size() : "");
        boolean isRecords = !first.isEmpty()
                && first.get(0) instanceof Record
                && first.stream()
                        .allMatch(each ->
                                each != null && each.getClass() == first.get(0).getClass());
        List<Column<?>> columns = isRecords
                ? recordColumns(first)
                : List.of(
                        column("value", first.stream().map(LastValue::shortened).toList()));
        return Shown.table(Table.create(caption, columns));
    }

    private static List<Column<?>> recordColumns(List<Object> records) {
        return Arrays.stream(records.get(0).getClass().getRecordComponents())
                .map(component -> column(
                        component.getName(),
                        records.stream().map(record -> text(record, component)).toList()))
                .collect(Collectors.toList());
    }

    private static Column<?> column(String name, List<String> values) {
        return StringColumn.create(name, values);
    }

    private static String text(Object record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return shortened(accessor.invoke(record));
        } catch (ReflectiveOperationException e) {
            throw new LabException(record.getClass().getName() + ": " + component.getName() + " cannot be read", e);
        }
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
