package io.milepost.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** An npm package, copied to where what it needs may be installed. */
final class Npm {
    /** What is made of a package, and not part of it. */
    private static final Set<String> MADE = Set.of("node_modules", "dist", "generated");

    private final Path folder;

    private Npm(Path folder) {
        this.folder = folder;
    }

    /** How a tool ended. */
    record Ran(int exit, String output) {}

    /** Empty where there is no npm, or nowhere to install from; a line says so. */
    static Optional<Npm> installed(Path source, Path folder) {
        var npm = new Npm(folder);
        try {
            copy(source, folder);
            var installed = npm.run(
                    "npm",
                    "install",
                    "--no-package-lock",
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts",
                    "--prefer-offline");
            if (installed.exit() == 0) {
                return Optional.of(npm);
            }
            System.out.println("npm cannot install the tools: "
                    + installed.output().lines().findFirst().orElse(""));
        } catch (IOException absent) {
            System.out.println("npm is not there: " + absent.getMessage());
        }
        return Optional.empty();
    }

    Path folder() {
        return folder;
    }

    /** A tool of the package. */
    Ran tool(String name, String... arguments) {
        var command = new ArrayList<String>(
                List.of(folder.resolve("node_modules/.bin").resolve(name).toString()));
        command.addAll(List.of(arguments));
        return started(command);
    }

    /** A script of the package. */
    Ran script(String name) {
        return started(List.of("npm", "run", "--silent", name));
    }

    Ran node(String... arguments) {
        var command = new ArrayList<String>(List.of("node"));
        command.addAll(List.of(arguments));
        return started(command);
    }

    private Ran started(List<String> command) {
        try {
            return run(command.toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Ran run(String... command) throws IOException {
        var output = Files.createTempFile(folder, "run", ".log");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .put("MILEPOST_CONTRACTS", Checkout.file("contracts").toString());
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        int exit = builder.start().onExit().join().exitValue();
        return new Ran(exit, Files.readString(output));
    }

    private static void copy(Path source, Path folder) throws IOException {
        try (var files = Files.walk(source)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var inside = source.relativize(file);
                if (StreamSupport.stream(inside.spliterator(), false)
                        .anyMatch(part -> MADE.contains(part.toString()))) {
                    continue;
                }
                var target = folder.resolve(inside);
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }
}
