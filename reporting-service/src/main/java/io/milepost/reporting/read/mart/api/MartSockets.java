package io.milepost.reporting.read.mart.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes the driver's connections by an SSL bundle, and holds the certificate against the name of the server. The driver makes one of these
 * by its class and a text, so what a bundle has is kept under its name.
 */
public final class MartSockets extends SSLSocketFactory {
    private static final Map<String, SSLContext> BUNDLES = new ConcurrentHashMap<>();

    private final SSLSocketFactory sockets;

    /** For the driver. */
    public MartSockets(String bundle) {
        sockets = Objects.requireNonNull(BUNDLES.get(bundle), bundle).getSocketFactory();
    }

    static void use(String bundle, SSLContext context) {
        BUNDLES.put(bundle, context);
    }

    /** The way in which the driver asks: the server has said that it speaks TLS. */
    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        return named(sockets.createSocket(plain, host, port, autoClose));
    }

    private static Socket named(Socket made) {
        var socket = (SSLSocket) made;
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return named(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return named(sockets.createSocket(host, port, from, fromPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return named(sockets.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return named(sockets.createSocket(host, port, from, fromPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return sockets.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return sockets.getSupportedCipherSuites();
    }
}
