package io.milepost.reporting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What looks for faults that keep people out of a page: axe-core, from npm where that is there. */
final class Axe {
    private static final String VERSION = "axe-core@4.14.1";

    private Axe() {}

    /** Its text; empty where it cannot be had, which a line says. */
    static Optional<String> script(Path folder) throws IOException {
        var npm = DevTools.onPath(List.of("npm"));
        if (npm.isEmpty()) {
            System.out.println("skipped: the page is not looked at by axe, there is no npm here");
            return Optional.empty();
        }
        int exit = new ProcessBuilder(
                        npm.get().toString(),
                        "install",
                        "--no-package-lock",
                        "--no-audit",
                        "--no-fund",
                        "--ignore-scripts",
                        "--prefer-offline",
                        VERSION)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("npm.log").toFile())
                .start()
                .onExit()
                .join()
                .exitValue();
        if (exit != 0) {
            System.out.println("skipped: the page is not looked at by axe, npm cannot install " + VERSION);
            return Optional.empty();
        }
        return Optional.of(Files.readString(folder.resolve("node_modules/axe-core/axe.min.js")));
    }
}
