package org.holdfast.demo;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How large a fictional service is wanted. */
enum Size {
    /** Three centres, six teams, thirty-six practitioners, a year and a half: what people look at. */
    SMALL {
        @Override
        void imagine(LocalDate today, Telling telling) {
            telling.tell(SmallService.on(today));
        }
    },
    /** Fifteen centres, sixty teams, six hundred practitioners, ten thousand open cases: what the bench measures. */
    CENTRE15 {
        @Override
        void imagine(LocalDate today, Telling telling) {
            BenchService.on(today, telling);
        }
    };

    /** Takes what has been imagined so far, as often as there is enough of it to write. */
    @FunctionalInterface
    interface Telling {
        void tell(Fiction fiction);
    }

    abstract void imagine(LocalDate today, Telling telling);

    /** As the setting {@code holdfast.demo} names it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sizes that can be loaded, for a sentence that refuses another. */
    static List<String> codes() {
        return Arrays.stream(values()).map(Size::code).toList();
    }
}
