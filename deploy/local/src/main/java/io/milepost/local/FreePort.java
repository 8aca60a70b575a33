package io.milepost.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port on the loopback interface at which nobody listens. Of the range below that from which systems give ports to outgoing
 * connections: one of those could take it before a server does.
 */
public final class FreePort {

    private FreePort() {}

    /** Never the one that is named. */
    public static int besides(int other) {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            if (port != other && isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
