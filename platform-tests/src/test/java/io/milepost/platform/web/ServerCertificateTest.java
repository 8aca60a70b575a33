package io.milepost.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.testkit.Certificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that ends TLS itself takes a new certificate without a new start. */
class ServerCertificateTest {

    /** Believes everybody, so that it can be seen what is shown. */
    private static final class Anybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private static String shownAt(String url) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        int port = Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    @Test
    void a_certificate_that_is_exchanged_in_its_place_is_shown_without_a_new_start(@TempDir Path folder)
            throws Exception {
        var first = Certificates.make(folder, "first");
        var second = Certificates.make(folder, "second");
        var certificate = Files.copy(first.certificate(), folder.resolve("tls.crt"));
        var key = Files.copy(first.key(), folder.resolve("tls.key"));
        try (var service = ParcelService.with(
                "--server.ssl.bundle=server",
                "--spring.ssl.bundle.watch.file.quiet-period=200ms",
                "--spring.ssl.bundle.pem.server.reload-on-update=true",
                "--spring.ssl.bundle.pem.server.keystore.certificate=" + certificate,
                "--spring.ssl.bundle.pem.server.keystore.private-key=" + key)) {
            assertThat(shownAt(service.url())).isEqualTo("CN=first");

            Files.copy(second.key(), key, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(second.certificate(), certificate, StandardCopyOption.REPLACE_EXISTING);

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> shownAt(service.url()).equals("CN=second"));
        }
    }
}
