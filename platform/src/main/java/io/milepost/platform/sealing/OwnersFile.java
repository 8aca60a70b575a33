package io.milepost.platform.sealing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/** A file of secrets that nobody but its owner reads. */
public final class OwnersFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private OwnersFile() {}

    /**
     * What the file holds; where there is none it is made, with these first contents.
     *
     * @throws IllegalStateException where others may read the file
     */
    public static String read(Path file, Supplier<String> first) throws IOException {
        if (Files.notExists(file)) {
            create(file, first.get());
        }
        var others = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        others.removeIf(permission -> permission.name().startsWith("OWNER_"));
        if (!others.isEmpty()) {
            throw new IllegalStateException("the key file %s is open to others (%s): chmod 600 it"
                    .formatted(file, PosixFilePermissions.toString(Files.getPosixFilePermissions(file))));
        }
        return Files.readString(file);
    }

    /** Several processes may come first: the file is never there without its contents, and the contents of one of them win. */
    private static void create(Path file, String contents) throws IOException {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
        Files.createDirectories(folder);
        var draft = Files.createTempFile(
                folder, file.getFileName().toString(), ".new", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            Files.writeString(draft, contents);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException raced) {
            // The one that is there is read.
        } finally {
            Files.delete(draft);
        }
    }
}
