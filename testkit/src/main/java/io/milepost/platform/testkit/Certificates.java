package io.milepost.platform.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate, of localhost where nothing else is said, that signs itself, made by the JDK's own tool, as files of PEM. */
public record Certificates(Path folder, String name) {
    private static final char[] PASSWORD = "changeit".toCharArray();

    /** One of its own in this folder. */
    public static Certificates make(Path folder, String name) {
        return make(folder, name, "dns:localhost,ip:127.0.0.1");
    }

    /** One of another host, as keytool writes alternative names. */
    public static Certificates make(Path folder, String name, String hosts) {
        var made = new Certificates(folder, name);
        made.run(
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=" + hosts,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                made.store().toString(),
                "-storepass",
                new String(PASSWORD));
        try {
            var keys = made.keys();
            write(made.certificate(), "CERTIFICATE", keys.getCertificate("own").getEncoded());
            write(made.key(), "PRIVATE KEY", keys.getKey("own", PASSWORD).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return made;
    }

    public Path certificate() {
        return folder.resolve(name + ".crt");
    }

    public Path key() {
        return folder.resolve(name + ".key");
    }

    private Path store() {
        return folder.resolve(name + ".p12");
    }

    /** For a server that shows it. */
    public SSLContext shown() {
        return shown(this);
    }

    /** For a server that shows it and believes callers who show the other one. */
    public SSLContext shown(Certificates believed) {
        try {
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys(), PASSWORD);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(believed.keys());
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore keys() throws GeneralSecurityException {
        try (var bytes = Files.newInputStream(store())) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(bytes, PASSWORD);
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String kind, byte[] bytes) {
        var text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes);
        try {
            Files.writeString(file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String... arguments) {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        try {
            var process = new ProcessBuilder(Stream.concat(Stream.of(keytool), Stream.of(arguments))
                            .toList())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Settings of a bundle that shows it. */
    public List<String> shownAs(String bundle) {
        return List.of(
                "spring.ssl.bundle.pem.%s.keystore.certificate=%s".formatted(bundle, certificate()),
                "spring.ssl.bundle.pem.%s.keystore.private-key=%s".formatted(bundle, key()));
    }

    /** Settings of a bundle that trusts it. */
    public List<String> trustedAs(String bundle) {
        return List.of("spring.ssl.bundle.pem.%s.truststore.certificate=%s".formatted(bundle, certificate()));
    }
}
