package io.milepost.suite.alerts;

import io.milepost.suite.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Certificates, open files and volumes that run out. */
final class FileFaults {
    private final Scene scene;
    private final Pages pages;
    private final Path certificates;

    FileFaults(Scene scene, Pages pages) {
        this.scene = scene;
        this.pages = pages;
        this.certificates = scene.suite().folder().resolve("certificates");
    }

    List<Fault> all() {
        return List.of(
                Fault.of("a certificate of two days", "MilepostCertificateExpiring")
                        .begins(() -> certify(2))
                        .ends(() -> certify(400)),
                Fault.of("as many open files as are allowed", "MilepostFilesExhausted")
                        .begins(() -> limitFiles(1.15))
                        .ends(() -> limitFiles(100)),
                Fault.of("a volume of a database that is nearly full", "MilepostDatabaseDiskFilling")
                        .begins(() -> tellVolume(5))
                        .ends(() -> tellVolume(50)));
    }

    /** Gives delivery-handover-service a certificate that lasts so long; it reads a new one in its place by itself. */
    private void certify(int days) throws Exception {
        boolean isFirst = !Files.exists(certificates);
        Files.createDirectories(certificates);
        var made = TlsFiles.make(certificates, days);
        Files.copy(made.key(), certificates.resolve("tls.key"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(made.certificate(), certificates.resolve("tls.crt"), StandardCopyOption.REPLACE_EXISTING);
        if (isFirst) {
            var bundle = "--spring.ssl.bundle.pem.partner.";
            scene.suite()
                    .equip(
                            Part.DELIVERY,
                            List.of(),
                            List.of(
                                    "--spring.ssl.bundle.watch.file.quiet-period=200ms",
                                    bundle + "reload-on-update=true",
                                    bundle + "keystore.certificate=" + certificates.resolve("tls.crt"),
                                    bundle + "keystore.private-key=" + certificates.resolve("tls.key")));
            scene.suite().restart(Part.DELIVERY);
        }
    }

    /** The soft limit of opportunity-service, as a share of what it has open. */
    private void limitFiles(double share) throws Exception {
        var pid = scene.suite().pid(Part.OPPORTUNITY);
        try (var open = Files.list(Path.of("/proc/%d/fd".formatted(pid)))) {
            Scene.run("prlimit", "--pid", Long.toString(pid), "--nofile=%d:".formatted((long) (open.count() * share)));
        }
    }

    /** As kubelet tells it. */
    private void tellVolume(int percent) throws IOException {
        int port = pages.serve(exchange -> {
            var text = """
                kubelet_volume_stats_available_bytes{persistentvolumeclaim="data-mongodb-0"} %d
                kubelet_volume_stats_capacity_bytes{persistentvolumeclaim="data-mongodb-0"} 100
                """.formatted(percent).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, text.length);
            exchange.getResponseBody().write(text);
            exchange.close();
        });
        Prometheus.others(List.of(port));
    }
}
