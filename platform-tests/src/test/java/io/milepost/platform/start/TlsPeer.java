package io.milepost.platform.start;

import io.milepost.platform.testkit.Certificates;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server that shows a certificate and says nothing: it counts who believed it. */
final class TlsPeer implements AutoCloseable {
    private final SSLServerSocket server;
    private final AtomicInteger believed = new AtomicInteger();
    private final AtomicInteger doubted = new AtomicInteger();

    TlsPeer(Certificates certificates) throws IOException {
        this(certificates.shown(), false);
    }

    private TlsPeer(SSLContext shown, boolean demands) throws IOException {
        server = (SSLServerSocket)
                shown.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(demands);
        Thread.ofVirtual().start(this::accept);
    }

    /** One that believes nobody but callers who show this certificate. */
    static TlsPeer demanding(Certificates certificates, Certificates ofCallers) throws IOException {
        return new TlsPeer(certificates.shown(ofCallers), true);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Callers that sent something, which they do only behind a whole handshake. */
    int believed() {
        return believed.get();
    }

    int doubted() {
        return doubted.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var caller = (SSLSocket) server.accept();
                Thread.ofVirtual().start(() -> meet(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void meet(SSLSocket caller) {
        try (caller) {
            caller.startHandshake();
            (caller.getInputStream().read() >= 0 ? believed : doubted).incrementAndGet();
        } catch (IOException refused) {
            doubted.incrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
