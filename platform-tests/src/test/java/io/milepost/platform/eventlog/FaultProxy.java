package io.milepost.platform.eventlog;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Stands between a driver and its server and acts on whole messages: loses and delays answers, cuts connections before,
 * amid and after a request, lets half a group through, delivers a request when its sender has long given up. What happens
 * to which request is the schedule's to say; everything else is passed on.
 */
final class FaultProxy implements AutoCloseable {

    /** What may happen to a request. */
    enum Fault {
        /** Carried out, and never answered. */
        ANSWER_LOST,
        /** Carried out, and answered after a while that may be too long. */
        ANSWER_LATE,
        /** Carried out, then the connection is cut instead of the answer. */
        CUT_AFTER,
        /** Not carried out, the connection is cut. */
        CUT_BEFORE,
        /** The server gets half of the message's bytes, then the connection is cut. */
        CUT_AMID,
        /** Half of the documents are inserted, then the connection is cut, as by a server that dies. */
        HALF_DONE,
        /** The connection is cut, and the request is carried out afterwards. */
        DELIVERED_LATE
    }

    /** A fault, and the time by which it is late. */
    record Plan(Fault fault, long millis) {}

    private final ServerSocket listening;
    private final InetSocketAddress server;
    private final Function<WireMessage, Optional<Plan>> schedule;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<Fault, AtomicInteger> done = new EnumMap<>(Fault.class);
    private volatile boolean striking;

    FaultProxy(InetSocketAddress server, Function<WireMessage, Optional<Plan>> schedule) {
        this.server = server;
        this.schedule = schedule;
        Arrays.stream(Fault.values()).forEach(fault -> done.put(fault, new AtomicInteger()));
        try {
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
        threads.execute(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** From now on the schedule is asked. */
    void strike() {
        striking = true;
    }

    /** From now on everything is passed on; what is late still arrives. */
    void heal() {
        striking = false;
    }

    /** How often each fault happened. */
    Map<Fault, AtomicInteger> done() {
        return done;
    }

    @Override
    public void close() {
        shut(listening);
        open.forEach(FaultProxy::shut);
        threads.shutdownNow();
        threads.close();
    }

    private void accept() {
        try {
            while (true) {
                var client = listening.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            // That is how it ends.
        }
    }

    private void serve(Socket client) {
        try {
            var connection = new Connection(client, new Socket());
            open.add(connection.server);
            connection.server.connect(server);
            client.setTcpNoDelay(true);
            connection.server.setTcpNoDelay(true);
            threads.execute(connection::answers);
            connection.requests();
        } catch (IOException unreachable) {
            shut(client);
        }
    }

    /** One of the driver's connections and the one to the server behind it. */
    private final class Connection {

        private final ConcurrentMap<Integer, Plan> plans = new ConcurrentHashMap<>();
        private final Socket client;
        private final Socket server;

        Connection(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void requests() {
            boolean late = false;
            try {
                var in = new DataInputStream(client.getInputStream());
                WireMessage request;
                while (!late && (request = WireMessage.read(in)) != null) {
                    late = forward(request);
                }
            } catch (IOException cut) {
                // The other side of the pair is cut, too.
            }
            shut(client);
            if (!late) {
                shut(server);
            }
        }

        /** Whether the request is still on its way though its sender is cut off. */
        private boolean forward(WireMessage request) throws IOException {
            var plan = striking ? schedule.apply(request).orElse(null) : null;
            if (plan == null) {
                send(server, request.bytes());
                return false;
            }
            var halved = plan.fault() == Fault.HALF_DONE ? request.halved() : null;
            done.get(plan.fault()).incrementAndGet();
            switch (plan.fault()) {
                case ANSWER_LOST, ANSWER_LATE, CUT_AFTER, HALF_DONE -> {
                    plans.put(request.id(), plan);
                    send(server, halved == null ? request.bytes() : halved.bytes());
                }
                case CUT_BEFORE -> throw new IOException("cut before the request");
                case CUT_AMID -> {
                    send(server, Arrays.copyOf(request.bytes(), request.bytes().length / 2));
                    throw new IOException("cut amid the request");
                }
                case DELIVERED_LATE -> {
                    plans.put(request.id(), plan);
                    after(plan.millis(), () -> deliver(request));
                    return true;
                }
            }
            return false;
        }

        private void deliver(WireMessage request) {
            try {
                send(server, request.bytes());
            } catch (IOException gone) {
                shut(server);
            }
        }

        void answers() {
            try {
                var in = new DataInputStream(server.getInputStream());
                for (var answer = WireMessage.read(in); answer != null; answer = WireMessage.read(in)) {
                    var plan = plans.remove(answer.answers());
                    if (plan == null) {
                        send(client, answer.bytes());
                    } else if (plan.fault() == Fault.ANSWER_LATE) {
                        byte[] late = answer.bytes();
                        after(plan.millis(), () -> answerLate(late));
                    } else if (plan.fault() != Fault.ANSWER_LOST) {
                        break;
                    }
                }
            } catch (IOException cut) {
                // The other side of the pair is cut, too.
            }
            shut(server);
            shut(client);
        }

        private void answerLate(byte[] answer) {
            try {
                send(client, answer);
            } catch (IOException gaveUp) {
                shut(client);
            }
        }
    }

    private void after(long millis, Runnable work) {
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS, threads)
                .execute(work);
    }

    private static void send(Socket socket, byte[] bytes) throws IOException {
        synchronized (socket) {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        }
    }

    private static void shut(Closeable socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // It was.
        }
    }
}
