package org.holdfast.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir Path temporary;

    @Test
    void isClosedToOtherPeople() throws IOException {
        try (DataFolder folder = DataFolder.claim(temporary.resolve("installation"))) {
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.path())));
        }
    }

    @Test
    void isHeldByOneServiceAtATime() {
        Path path = temporary.resolve("installation");
        try (DataFolder held = DataFolder.claim(path)) {
            CannotStart refused = assertThrows(CannotStart.class, () -> DataFolder.claim(path));

            assertTrue(refused.getMessage().startsWith("Holdfast is already running on " + held.path()));
        }
        DataFolder.claim(path).close();
    }

    @Test
    void isNotMadeOfAFolderWithOtherThingsInIt() throws IOException {
        Files.writeString(temporary.resolve("letter.txt"), "Dear");
        String before = PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary));

        assertThrows(CannotStart.class, () -> DataFolder.claim(temporary));

        assertEquals(before, PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary)));
    }

    @Test
    void cannotBeAFile() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThrows(CannotStart.class, () -> DataFolder.claim(file));
    }
}
