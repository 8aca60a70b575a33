package io.milepost.suite.alerts;

import com.sun.jdi.ArrayType;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Does to a running service what time and bad luck do: lets a thread hang or die, and fills its memory. */
final class Debugger implements AutoCloseable {

    private final VirtualMachine machine;

    private Debugger(VirtualMachine machine) {
        this.machine = machine;
    }

    /** What a JVM has to be started with to be reached at this port. */
    static List<String> listening(int port) {
        return List.of(
                "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,includevirtualthreads=y,address=127.0.0.1:"
                        + port);
    }

    static Debugger at(int port) {
        var connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(known -> known.transport().name().equals("dt_socket"))
                .findFirst()
                .orElseThrow();
        var arguments = connector.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(Integer.toString(port));
        try {
            return new Debugger(connector.attach(arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Threads whose names begin so. */
    private List<ThreadReference> threads(String name) {
        var found = machine.allThreads().stream()
                .filter(thread -> thread.name().startsWith(name))
                .toList();
        if (found.isEmpty()) {
            throw new AssertionError("no thread is named " + name);
        }
        return found;
    }

    /** Does nothing any more, until it is let go on. */
    void hang(String name) {
        threads(name).forEach(ThreadReference::suspend);
    }

    void goOn(String name) {
        threads(name).forEach(ThreadReference::resume);
    }

    /** Ends it by an error that the JVM has made; a platform thread. */
    void end(String name) {
        var error = machine.classesByName("java.lang.InternalError")
                .getFirst()
                .instances(1)
                .getFirst();
        for (var thread : threads(name)) {
            thread.suspend();
            try {
                thread.stop(error);
            } catch (InvalidTypeException e) {
                throw new IllegalStateException(e);
            } finally {
                thread.resume();
            }
        }
    }

    /** So many megabytes that stay in use until the debugger goes. */
    ObjectReference occupy(int megabytes) {
        var bytes = (ArrayType) machine.classesByName("byte[]").getFirst();
        var taken = bytes.newInstance(megabytes << 20);
        taken.disableCollection();
        return taken;
    }

    /** Lets everything go on that it has stopped. */
    @Override
    public void close() {
        machine.dispose();
    }
}
