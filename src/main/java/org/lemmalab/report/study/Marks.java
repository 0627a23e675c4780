package org.lemmalab.report.study;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;

/** Lines and areas in a chart's coordinates that are no series of their own: intervals, bands, a line at zero. */
final class Marks extends Annotation {
    private static final float WIDTH = 2f;
    private static final BasicStroke SOLID = new BasicStroke(WIDTH);
    private static final BasicStroke DASHED =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {6, 4}, 0);

    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Color INK = new Color(0x222222);
    private static final Color EDGE = new Color(0xDDDDDD);
    private static final int INDENT = 6;
    private static final int BASELINE = 13;

    private final List<Line> lines = new ArrayList<>();
    private final List<Area> areas = new ArrayList<>();
    private final List<Name> names = new ArrayList<>();

    private record Line(double fromX, double fromY, double toX, double toY, Color colour, BasicStroke stroke) {}

    private record Name(double y, String text) {}

    private record Area(double[] x, double[] y, Color colour) {}

    Marks() {
        super(false);
    }

    void line(double fromX, double fromY, double toX, double toY, Color colour) {
        lines.add(new Line(fromX, fromY, toX, toY, colour, SOLID));
    }

    void dashed(double fromX, double fromY, double toX, double toY, Color colour) {
        lines.add(new Line(fromX, fromY, toX, toY, colour, DASHED));
    }

    /** An area with these corners. */
    void area(double[] x, double[] y, Color colour) {
        areas.add(new Area(x, y, colour));
    }

    /** A row's name at the left, under its upper edge, which is drawn. */
    void name(double y, String text) {
        names.add(new Name(y, text));
    }

    @Override
    public void paint(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        areas.forEach(area -> paint(graphics, area));
        names.forEach(name -> paint(graphics, name));
        for (Line line : lines) {
            graphics.setColor(line.colour);
            graphics.setStroke(line.stroke);
            graphics.draw(new Line2D.Double(
                    getXAxisScreenValue(line.fromX),
                    getYAxisScreenValue(line.fromY),
                    getXAxisScreenValue(line.toX),
                    getYAxisScreenValue(line.toY)));
        }
    }

    private void paint(Graphics2D graphics, Name name) {
        int left = getXAxisScreenValueForMin();
        int top = getYAxisScreenValue(name.y);
        graphics.setColor(EDGE);
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(new Line2D.Double(left, top, getXAxisScreenValueForMax(), top));
        graphics.setColor(INK);
        graphics.setFont(FONT);
        graphics.drawString(name.text, left + INDENT, top + BASELINE);
    }

    private void paint(Graphics2D graphics, Area area) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < area.x.length; i++) {
            double x = getXAxisScreenValue(area.x[i]);
            double y = getYAxisScreenValue(area.y[i]);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        graphics.setColor(area.colour);
        graphics.fill(path);
    }
}
