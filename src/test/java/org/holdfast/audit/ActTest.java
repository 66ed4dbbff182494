package org.holdfast.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActTest {
    private static final Path MAIN = Path.of("src/main/java/org/holdfast");

    @Test
    void everyActThatIsListedIsNotedSomewhere() throws IOException {
        String sources;
        try (Stream<Path> files = Files.walk(MAIN)) {
            sources = files.filter(file -> file.toString().endsWith(".java")).map(ActTest::read).collect(Collectors.joining());
        }
        assertEquals(List.of(), Stream.of(Act.values()).filter(act -> !sources.contains("Act." + act.name())).toList());
    }

    @Test
    void noTwoActsAreCalledTheSameAndEachFitsTheTrail() {
        assertEquals(Act.values().length, Stream.of(Act.values()).map(Act::code).distinct().count());
        assertTrue(Stream.of(Act.values()).allMatch(act -> act.code().length() <= 100));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
