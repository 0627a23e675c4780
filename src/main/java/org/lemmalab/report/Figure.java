package org.lemmalab.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.internal.chartpart.IChart;
import org.lemmalab.io.LabException;

/**
 * A drawn chart. One that a reader could not read is refused: each axis has its title, several series have their legend.
 *
 * @param name the file name without its ending, for example {@code error-types}
 * @param caption what a reader should see in it, in one sentence
 * @param chart the XChart chart
 */
public record Figure(String name, String caption, IChart chart) {
    /** What a reader reads, or a number with many digits. */
    private static final Pattern TEXT_OR_LONG_DECIMAL = Pattern.compile(">[^<]+<|-?\\d+\\.\\d{3,}");

    private static final Pattern CLIP = Pattern.compile("clip-?\\d+");

    /** Checks name, caption and what a reader needs of the chart. */
    public Figure {
        if (name == null || !name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new LabException("figure: expected a name of lower-case words joined by '-', found '" + name + "'");
        }
        if (caption == null || caption.isBlank()) {
            throw new LabException("figure " + name + ": the caption is missing");
        }
        List<String> missing = FigureCheck.missing(chart);
        if (!missing.isEmpty()) {
            throw new LabException("figure " + name + ": expected " + String.join(" and ", missing) + ", found none");
        }
    }

    /**
     * @return the chart as an SVG document
     */
    public String svg() {
        return svg(chart);
    }

    /**
     * @param chart any chart, also one that lacks what a figure must have
     * @return it as an SVG document
     */
    public static String svg(IChart chart) {
        return numberedClips(rounded(new String(encoded(chart, "svg"), StandardCharsets.UTF_8)));
    }

    /**
     * @return the chart as a PNG image, one image pixel for each unit of the chart
     */
    public byte[] png() {
        return png(chart);
    }

    /**
     * @param chart any chart, also one that lacks what a figure must have
     * @return it as a PNG image, one image pixel for each unit of the chart
     */
    public static byte[] png(IChart chart) {
        return encoded(chart, "png");
    }

    /** Coordinates to a hundredth of a unit: finer than any screen shows, and half the text. Words stay as they are. */
    static String rounded(String svg) {
        return TEXT_OR_LONG_DECIMAL.matcher(svg).replaceAll(found -> {
            if (found.group().startsWith(">")) {
                return Matcher.quoteReplacement(found.group());
            }
            String text = String.format(Locale.ROOT, "%.2f", Double.parseDouble(found.group()));
            return text.replaceFirst("\\.?0+$", "");
        });
    }

    /** The SVG writer names clip paths after hash codes; numbers instead make the same chart the same text. */
    private static String numberedClips(String svg) {
        Map<String, String> names = new LinkedHashMap<>();
        return CLIP.matcher(svg)
                .replaceAll(found -> names.computeIfAbsent(found.group(), name -> "clip-" + (names.size() + 1)));
    }

    private static byte[] encoded(IChart chart, String format) {
        try {
            return ChartEncoder.getBytes(chart, format);
        } catch (IOException e) {
            throw new LabException(
                    "the chart '" + chart.getTitle() + "' cannot be drawn as " + format + ": " + e.getMessage(), e);
        }
    }
}
