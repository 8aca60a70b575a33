package io.milepost.reporting.read.mart.export;

import io.milepost.platform.json.Json;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.query.RowsQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ArrayNode;

/**
 * Each night a folder of all datasets as they stood at the end of the day before, which is its name, with a manifest of what is in it. It
 * gets its name when it is complete, so of several instances that share a directory the first one's stays; a night that nobody was there
 * is made up for when somebody is.
 */
public final class Nightly implements KeptFiles {
    private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);
    private static final String MANIFEST = "manifest.json";

    private final Path directory;
    private final LocalTime at;
    private final List<FileFormat> formats;
    private final int keepDays;
    private final Declarations declarations;
    private final Feeding feeding;
    private final Exporting exporting;
    private final Clock clock;
    private final ZoneId zone;

    public Nightly(
            ExportProperties properties,
            Path directory,
            Declarations declarations,
            Feeding feeding,
            Exporting exporting,
            Clock clock,
            ZoneId zone) {
        this.directory = directory;
        this.at = LocalTime.parse(properties.at());
        this.formats = properties.formats().stream().map(FileFormat::named).toList();
        this.keepDays = properties.keepDays();
        this.declarations = declarations;
        this.feeding = feeding;
        this.exporting = exporting;
        this.clock = clock;
        this.zone = zone;
    }

    /** Makes the folder that is due and not there, and deletes what is old. */
    public void look() {
        var now = ZonedDateTime.ofInstant(clock.instant(), zone);
        if (now.toLocalTime().isBefore(at)) {
            return;
        }
        var day = now.toLocalDate().minusDays(1);
        var folder = directory.resolve(day.toString());
        try {
            if (Files.notExists(folder)) {
                make(day, folder);
            }
            for (var old : folders()) {
                if (old.getKey().isBefore(day.minusDays(keepDays - 1L))) {
                    delete(old.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void make(LocalDate day, Path folder) throws IOException {
        Files.createDirectories(directory);
        var partial = Files.createTempDirectory(directory, ".partial-");
        boolean done = false;
        try {
            var manifest = Json.mapper().createObjectNode();
            manifest.put("asOf", day.toString()).put("madeAt", clock.instant().toString());
            var files = manifest.putArray("files");
            for (var of : declarations.measures()) {
                for (var format : formats) {
                    file(of.dataset().name(), day, format, partial, files);
                }
            }
            Files.write(partial.resolve(MANIFEST), Json.mapper().writeValueAsBytes(manifest));
            Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
            done = true;
            LOG.info("{} files of {} are in {}", files.size(), day, folder);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            LOG.info("another instance has made {}", folder);
        } finally {
            if (!done) {
                delete(partial);
            }
        }
    }

    private void file(String dataset, LocalDate day, FileFormat format, Path into, ArrayNode files) {
        var now = clock.instant();
        var query = RowsQuery.of(
                declarations, dataset, Map.of("asOf", day.toString()), LocalDate.ofInstant(now, zone), now);
        var standing = feeding.standing(query.of().dataset().sources());
        String name = dataset + "." + format.named();
        var written = exporting.write(feeding.live().rows(), query, standing, format, into.resolve(name), () -> true);
        files.addObject()
                .put("file", name)
                .put("dataset", dataset)
                .put("format", format.named())
                .put("rows", written.rows())
                .put("bytes", written.bytes())
                .put("sha256", written.sha256())
                .put("position", written.position())
                .put("state", standing.state(0).name());
    }

    @Override
    public List<KeptFile> all() {
        try {
            var all = new ArrayList<KeptFile>();
            for (var folder : Files.exists(directory) ? folders() : List.<Map.Entry<LocalDate, Path>>of()) {
                var manifest = Json.mapper()
                        .readTree(Files.readAllBytes(folder.getValue().resolve(MANIFEST)));
                for (var file : manifest.path("files")) {
                    all.add(new KeptFile(
                            KeptFile.Kind.NIGHTLY,
                            file.path("dataset").asString(),
                            folder.getKey() + "/" + file.path("file").asString(),
                            file.path("format").asString(),
                            Instant.parse(manifest.path("madeAt").asString()),
                            folder.getKey().plusDays(keepDays),
                            file.path("position").asString(),
                            file.path("sha256").asString()));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What we have made, by its day. */
    private List<Map.Entry<LocalDate, Path>> folders() throws IOException {
        try (var all = Files.list(directory)) {
            return all.filter(one -> Files.exists(one.resolve(MANIFEST)))
                    .flatMap(one -> day(one).map(day -> Map.entry(day, one)).stream())
                    .toList();
        }
    }

    private static Optional<LocalDate> day(Path folder) {
        try {
            return Optional.of(LocalDate.parse(folder.getFileName().toString()));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    /** A folder of files. */
    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
