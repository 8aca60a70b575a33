package io.milepost.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What figures depend on and a reader needs to know: no name of a host and no path. */
record Machine(String processor, int cores, long memoryMegabytes, String system, String java) {

    static Machine here() {
        return new Machine(
                value(Path.of("/proc/cpuinfo"), "model name", System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(value(Path.of("/proc/meminfo"), "MemTotal", "0 kB")
                                .replaceAll("\\D", ""))
                        / 1024,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version());
    }

    Map<String, Object> described() {
        var all = new LinkedHashMap<String, Object>();
        all.put("processor", processor);
        all.put("cores", cores);
        all.put("memoryMegabytes", memoryMegabytes);
        all.put("system", system);
        all.put("java", java);
        return all;
    }

    /** The first line {@code name : value} of a file of the kernel, or what stands for it on another system. */
    private static String value(Path file, String name, String otherwise) {
        if (!Files.exists(file)) {
            return otherwise;
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
