package io.milepost.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The ports of one suite, laid out above a base. They lie below the range from which systems take the ports of outgoing connections:
 * while a part is dead, a caller that knocks at its port could otherwise be given that very port as its own.
 */
record Ports(int base) {

    static final int BROKER = 11;
    static final int CONTROLLER = 12;
    static final int DATABASE = 17;
    static final int MART = 18;

    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 32_000;
    private static final int STEP = 20;

    /** A base above which nobody listens now. */
    static Ports free(RandomGenerator random) {
        for (int attempt = 0; attempt < 200; attempt++) {
            var ports = new Ports(random.nextInt(LOWEST / STEP, HIGHEST / STEP) * STEP);
            if (IntStream.rangeClosed(1, MART).allMatch(offset -> isFree(ports.of(offset)))) {
                return ports;
            }
        }
        throw new IllegalStateException(
                "no %d free ports in a row between %d and %d were found".formatted(MART, LOWEST, HIGHEST));
    }

    int of(int offset) {
        return base + offset;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
