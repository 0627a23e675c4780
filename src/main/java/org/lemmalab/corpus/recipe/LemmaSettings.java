package org.lemmalab.corpus.recipe;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.lemmalab.io.LabException;
import org.lemmalab.reflection.ConnectionStyle;
import org.lemmalab.reflection.ErrorSource;
import org.lemmalab.reflection.Strategy;

/**
 * Which part of LEMMA a training set has; the ablations of the paper's Tab. 5 and 11 switch one thing off each.
 *
 * @param sources whose errors
 * @param strategies which corrections
 * @param isTruncated whether an attempt ends at its first wrong step; if not, it goes on to its wrong answer before the reflection
 * @param style how error and correction are connected; empty: as the triplets have it
 * @param masksWrongStep whether the error is read and not learnt; the paper learns it
 * @param isSizeMatched whether further corrections of the errors that are left make up for those left out, up to LEMMA's size
 */
public record LemmaSettings(
        Set<ErrorSource> sources,
        Set<Strategy> strategies,
        boolean isTruncated,
        Optional<ConnectionStyle> style,
        boolean masksWrongStep,
        boolean isSizeMatched) {
    /** LEMMA itself. */
    public static final LemmaSettings FULL = new LemmaSettings(
            EnumSet.allOf(ErrorSource.class), EnumSet.allOf(Strategy.class), true, Optional.empty(), false, false);

    /** Copies the sets and checks that neither is empty. */
    public LemmaSettings {
        if (sources.isEmpty() || strategies.isEmpty()) {
            throw new LabException(
                    "lemma: expected at least one source and one strategy, found " + sources + " and " + strategies);
        }
        sources = Set.copyOf(sources);
        strategies = Set.copyOf(strategies);
    }

    /** Without mistake augmentation: the student's own errors alone. */
    LemmaSettings withoutAugmentation() {
        return new LemmaSettings(
                Set.of(ErrorSource.STUDENT), strategies, isTruncated, style, masksWrongStep, isSizeMatched);
    }

    /** Without Fresh &amp; Restart. */
    LemmaSettings withoutRestart() {
        return new LemmaSettings(
                sources, Set.of(Strategy.FIX_AND_CONTINUE), isTruncated, style, masksWrongStep, isSizeMatched);
    }

    LemmaSettings withoutTruncation() {
        return new LemmaSettings(sources, strategies, false, style, masksWrongStep, isSizeMatched);
    }

    LemmaSettings connected(ConnectionStyle other) {
        return new LemmaSettings(sources, strategies, isTruncated, Optional.of(other), masksWrongStep, isSizeMatched);
    }

    LemmaSettings masked() {
        return new LemmaSettings(sources, strategies, isTruncated, style, true, isSizeMatched);
    }

    LemmaSettings sizeMatched() {
        return new LemmaSettings(sources, strategies, isTruncated, style, masksWrongStep, true);
    }
}
