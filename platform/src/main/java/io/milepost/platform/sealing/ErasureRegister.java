package io.milepost.platform.sealing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who was erased, in a file that is in no backup of the databases: what a restored backup brings back is erased again before anybody is
 * served. A line for each time; of several lines of one person the last in time stands. Ids alone, nothing personal.
 */
public final class ErasureRegister {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureRegister.class);
    private static final Set<StandardOpenOption> APPENDING =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

    private static final String ERASED = "erased";
    private static final String OPEN = "open";

    private final Path file;
    private final Map<UUID, Erased> known = new HashMap<>();

    private ErasureRegister(Path file) {
        this.file = file;
    }

    /** Reads the file; where there is none, nobody was erased. */
    public static ErasureRegister open(Path file) {
        var register = new ErasureRegister(file);
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file).forEach(register::read);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the erasure register %s cannot be read".formatted(file), unreadable);
        }
        return register;
    }

    synchronized Collection<Erased> all() {
        return Set.copyOf(known.values());
    }

    /** On disk when it returns; what is known already is not written again. */
    synchronized void note(Erased erased) {
        if (erased.equals(known.get(erased.person()))) {
            return;
        }
        // Begins anew after a line that was not written to its end.
        var line = "\n%s %d %s %s\n"
                .formatted(erased.person(), erased.generation(), erased.at(), erased.open() ? OPEN : ERASED);
        try {
            Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder"));
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            try (var channel = FileChannel.open(file, APPENDING, mode)) {
                channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("the erasure register %s cannot be written".formatted(file), unwritable);
        }
        known.put(erased.person(), erased);
    }

    private void read(String line) {
        var words = line.split(" ", -1);
        if (line.isEmpty()) {
            return;
        }
        if (words.length != 4 || !(words[3].equals(ERASED) || words[3].equals(OPEN))) {
            // The machine went down while it was written; the key store has what it says.
            LOG.warn("A line of the erasure register {} is not complete", file);
            return;
        }
        var erased = new Erased(
                UUID.fromString(words[0]), Integer.parseInt(words[1]), Instant.parse(words[2]), words[3].equals(OPEN));
        known.merge(erased.person(), erased, (before, now) -> now.isBefore(before) ? before : now);
    }
}
