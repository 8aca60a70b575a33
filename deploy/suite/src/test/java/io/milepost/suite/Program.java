package io.milepost.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java program of another module, run from its classes as its README says. */
record Program(String module, String main) {

    /** Starts it; all that it says goes to a file, behind what was there. */
    Process start(Path output, String... arguments) {
        var target = Checkout.file(module).resolve("target");
        try {
            var command = new ArrayList<String>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-cp",
                    target.resolve("classes")
                            + java.io.File.pathSeparator
                            + Files.readString(target.resolve("classpath")).strip(),
                    main));
            command.addAll(List.of(arguments));
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(module + " is not built: ./milepost test packages it first", e);
        }
    }

    /** Runs it to its end. */
    Npm.Ran run(Path folder, String... arguments) {
        try {
            var output = Files.createTempFile(folder, "run", ".log");
            int exit = start(output, arguments).onExit().join().exitValue();
            return new Npm.Ran(exit, Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
