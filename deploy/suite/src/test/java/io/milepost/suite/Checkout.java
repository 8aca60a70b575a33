package io.milepost.suite;

import java.nio.file.Path;

/** The files of this repository, with what the build has left beside them. */
public final class Checkout {
    private static final Path ROOT = Path.of(System.getProperty("milepost.root", "../.."))
            .toAbsolutePath()
            .normalize();

    private Checkout() {}

    public static Path file(String path) {
        return ROOT.resolve(path);
    }
}
