package dev.confab.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Where values lie on an axis from 0 to 1, and which of them are written beside it. */
sealed interface Scale {
    double at(double value);

    List<Double> ticks();

    /** From 0. */
    record Linear(double end) implements Scale {
        private static final int TICKS = 5;

        static Linear over(DoubleStream values) {
            return new Linear(roundUp(values.max().orElse(1)));
        }

        /** The next of 1, 2, 5, 10, 20, … that is divided by {@link #TICKS} without much ado. */
        static double roundUp(double value) {
            double power = Math.pow(10, Math.floor(Math.log10(Math.max(value, 1e-9))));
            return DoubleStream.of(1, 2, 2.5, 5, 10)
                    .map(step -> step * power)
                    .filter(round -> round >= value)
                    .findFirst()
                    .orElse(10 * power);
        }

        @Override
        public double at(double value) {
            return value / end;
        }

        @Override
        public List<Double> ticks() {
            return DoubleStream.iterate(0, i -> i <= TICKS, i -> i + 1)
                    .map(i -> end * i / TICKS)
                    .boxed()
                    .toList();
        }
    }

    /** From a power of ten to another. */
    record Logarithmic(int first, int last) implements Scale {

        static Logarithmic over(DoubleStream values) {
            var range = values.filter(value -> value > 0).summaryStatistics();
            int first = (int) Math.floor(Math.log10(range.getMin()));
            return new Logarithmic(first, Math.max(first + 1, (int) Math.ceil(Math.log10(range.getMax()))));
        }

        @Override
        public double at(double value) {
            return (Math.log10(value) - first) / (last - first);
        }

        @Override
        public List<Double> ticks() {
            var ticks = new ArrayList<Double>();
            for (int power = first; power <= last; power++) {
                ticks.add(Math.pow(10, power));
            }
            return ticks;
        }
    }

    /** Percentiles, the rare ones as far apart as the frequent: 0, 90, 99, 99.9, 99.99. */
    record Percentiles(int nines) implements Scale {
        @Override
        public double at(double percentile) {
            return -Math.log10(1 - Math.min(percentile, 99.9999) / 100) / nines;
        }

        @Override
        public List<Double> ticks() {
            return DoubleStream.of(0, 50, 90, 99, 99.9, 99.99, 99.999)
                    .filter(percentile -> at(percentile) <= 1.0001)
                    .boxed()
                    .toList();
        }
    }
}
