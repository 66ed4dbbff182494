package org.holdfast.demo;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that comes out the same every time. Each subject has a stream of its own, so that a story told differently
 * leaves everybody else's work as it was.
 */
final class Chance {
    private final long seed;
    private final SplittableRandom stream;

    Chance(long seed) {
        this.seed = seed;
        this.stream = new SplittableRandom(seed);
    }

    /** The stream of one subject, such as a person's name. */
    Chance of(String subject) {
        long mixed = seed;
        for (int i = 0; i < subject.length(); i++) {
            mixed = mixed * 0x100000001b3L ^ subject.charAt(i);
        }
        return new Chance(mixed);
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return stream.nextInt(least, most + 1);
    }

    /** True in so many of a hundred. */
    boolean percent(double percent) {
        return stream.nextDouble() * 100 < percent;
    }

    long bits() {
        return stream.nextLong();
    }

    <T> T oneOf(List<T> things) {
        return things.get(stream.nextInt(things.size()));
    }

    /** One of the words, each as likely as the weight that follows it: {@code "low", 3, "high", 1}. */
    String weighted(Object... wordsAndWeights) {
        double left = stream.nextDouble() * total(wordsAndWeights);
        for (int i = 0; i < wordsAndWeights.length; i += 2) {
            left -= (Integer) wordsAndWeights[i + 1];
            if (left < 0) {
                return (String) wordsAndWeights[i];
            }
        }
        return (String) wordsAndWeights[wordsAndWeights.length - 2];
    }

    private static int total(Object... wordsAndWeights) {
        int total = 0;
        for (int i = 1; i < wordsAndWeights.length; i += 2) {
            total += (Integer) wordsAndWeights[i];
        }
        return total;
    }

    /** A length of time that is mostly short and sometimes long: half of them under {@code median} days. */
    int days(int median, double spread, int least, int most) {
        double drawn = median * Math.exp(spread * normal());
        return (int) Math.clamp(Math.round(drawn), least, most);
    }

    private double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += stream.nextDouble();
        }
        return sum;
    }
}
