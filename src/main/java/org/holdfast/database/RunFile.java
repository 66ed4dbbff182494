package org.holdfast.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Says where the database of a running service is, so that commands beside it find it. */
final class RunFile {
    private RunFile() {}

    static void write(DataFolder folder, Address address) {
        try {
            // a temporary file is readable by its owner alone
            Path aside = Files.createTempFile(folder.path(), "run-", "");
            Files.writeString(aside, address.jdbc() + "\n");
            Files.move(aside, folder.run(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws CannotStart where no service runs on that folder */
    static Address read(Path dataFolder) {
        try {
            return new Address(Files.readString(DataFolder.runIn(dataFolder)).strip());
        } catch (IOException e) {
            throw new CannotStart("Holdfast is not running on " + dataFolder + ". Start it first.", e);
        }
    }
}
