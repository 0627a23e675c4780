package org.lemmalab.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.CategoryChart;
import org.lemmalab.experiment.ErrorPool;
import org.lemmalab.mistake.ErrorType;
import org.lemmalab.mistake.InjectionScore;
import org.lemmalab.mistake.Share;

/** The charts of {@link MistakeAugmentationReport}. */
final class MistakeAugmentationFigures {
    private static final List<String> THIRDS = List.of("first third", "middle third", "last third");

    private MistakeAugmentationFigures() {}

    static Figure injectable(InjectionScore kept, String set) {
        CategoryChart chart = ErrorTypeFigures.bars(
                "Problems that take an error of the type (" + set + ")", "error type", "problems (%)");
        chart.getStyler().setLegendVisible(false);
        List<ErrorType> types = Arrays.asList(ErrorType.values());
        ErrorTypeFigures.addShares(
                chart,
                "kept",
                ErrorTypeFigures.titles(types),
                types.stream()
                        .map(type -> new Share(
                                kept.byType().containsKey(type)
                                        ? kept.byType().get(type).given()
                                        : 0,
                                kept.problems()))
                        .toList());
        return new Figure(
                "injectable",
                "Share of problems into which an error of the type was brought and kept; thin lines are 95 % intervals ("
                        + set + ").",
                chart);
    }

    static Figure typeShares(List<ErrorPool> pools, List<ErrorType> types, String set) {
        CategoryChart chart =
                ErrorTypeFigures.bars("Types in the pool, by switch", "error type", "share of the pool (%)");
        for (ErrorPool pool : pools) {
            Map<ErrorType, Long> counts = pool.byType();
            ErrorTypeFigures.addShares(
                    chart,
                    pool.name(),
                    ErrorTypeFigures.titles(types),
                    types.stream()
                            .map(type -> new Share(
                                    counts.getOrDefault(type, 0L), pool.errors().size()))
                            .toList());
        }
        return new Figure(
                "type-shares",
                "Error types in the pools that the switches give; thin lines are 95 % intervals (" + set + ").",
                chart);
    }

    static Figure positions(List<ErrorPool> pools, String set) {
        CategoryChart chart = ErrorTypeFigures.bars(
                "Where the first wrong step lies", "part of the wrong solution", "share of the pool (%)");
        chart.getStyler().setXAxisLabelRotation(0);
        for (ErrorPool pool : pools) {
            Map<Integer, Long> counts = pool.byPosition(THIRDS.size());
            ErrorTypeFigures.addShares(
                    chart,
                    pool.name(),
                    THIRDS,
                    List.of(0, 1, 2).stream()
                            .map(part -> new Share(
                                    counts.getOrDefault(part, 0L), pool.errors().size()))
                            .toList());
        }
        return new Figure(
                "positions",
                "In which third of the wrong solution the middle of the first wrong step lies; thin lines are 95 % intervals ("
                        + set + ").",
                chart);
    }
}
