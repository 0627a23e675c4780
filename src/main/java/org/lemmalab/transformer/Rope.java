package org.lemmalab.transformer;

import org.lemmalab.io.LabException;

/**
 * Rotary positions (Su et al. 2021): pair i of a head of width D turns by position / theta^(2i/D). Scaling stretches the turns so
 * that a model reaches further than it was first trained to.
 *
 * @param theta the base, for example 10 000
 * @param scaling how the frequencies are stretched
 */
public record Rope(double theta, Scaling scaling) {
    /** Checks the base. */
    public Rope {
        if (!(theta > 0)) {
            throw new LabException("rope_theta: expected a number above 0, found " + theta);
        }
        if (scaling == null) {
            throw new LabException("rope scaling: expected one, found none; use Rope.plain");
        }
    }

    /**
     * @param theta the base
     * @return positions that are not scaled
     */
    public static Rope plain(double theta) {
        return new Rope(theta, new None());
    }

    /** How frequencies are stretched. */
    public sealed interface Scaling permits None, Linear, Llama3 {
        /**
         * @param frequency turns a position, in radians
         * @return the stretched frequency
         */
        double apply(double frequency);
    }

    /** As they are. */
    public record None() implements Scaling {
        @Override
        public double apply(double frequency) {
            return frequency;
        }
    }

    /**
     * All by one factor.
     *
     * @param factor from 1
     */
    public record Linear(double factor) implements Scaling {
        /** Checks the factor. */
        public Linear {
            requireFactor(factor);
        }

        @Override
        public double apply(double frequency) {
            return frequency / factor;
        }
    }

    /**
     * Llama 3.1's: long waves by a factor, short ones not at all, a smooth passage between.
     *
     * @param factor for the long waves, from 1
     * @param lowFrequencyFactor waves longer than originalContext / this are long
     * @param highFrequencyFactor waves shorter than originalContext / this are short
     * @param originalContext tokens that the model was first trained on
     */
    public record Llama3(double factor, double lowFrequencyFactor, double highFrequencyFactor, int originalContext)
            implements Scaling {
        /** Checks the factors. */
        public Llama3 {
            requireFactor(factor);
            if (!(lowFrequencyFactor > 0 && highFrequencyFactor > lowFrequencyFactor) || originalContext < 1) {
                throw new LabException(
                        "rope scaling llama3: expected 0 < low_freq_factor < high_freq_factor and an original"
                                + " context from 1, found " + lowFrequencyFactor + ", " + highFrequencyFactor + ", "
                                + originalContext);
            }
        }

        @Override
        public double apply(double frequency) {
            double wave = 2 * Math.PI / frequency;
            if (wave > originalContext / lowFrequencyFactor) {
                return frequency / factor;
            }
            if (wave < originalContext / highFrequencyFactor) {
                return frequency;
            }
            double share = (originalContext / wave - lowFrequencyFactor) / (highFrequencyFactor - lowFrequencyFactor);
            return (1 - share) * frequency / factor + share * frequency;
        }
    }

    /**
     * @param headWidth width of a head, even
     * @return the frequency of each pair, headWidth / 2 of them
     */
    float[] frequencies(int headWidth) {
        float[] frequencies = new float[headWidth / 2];
        for (int i = 0; i < frequencies.length; i++) {
            frequencies[i] = (float) scaling.apply(Math.pow(theta, -2.0 * i / headWidth));
        }
        return frequencies;
    }

    private static void requireFactor(double factor) {
        if (!(factor >= 1)) {
            throw new LabException("rope scaling: expected a factor from 1, found " + factor);
        }
    }
}
