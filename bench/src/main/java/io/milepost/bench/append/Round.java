package io.milepost.bench.append;

import com.sun.management.OperatingSystemMXBean;
import io.milepost.bench.Figures;
import io.milepost.bench.Servers;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One measurement of one way.
 *
 * @param p50 of a commit's latency, in microseconds
 * @param p99 likewise
 * @param ours microseconds of the processor that a commit cost in the JVM that sent it
 * @param server microseconds of the processor that it cost in the database's JVM
 */
record Round(double perSecond, double p50, double p99, double ours, double server) {

    /** @param commits what a piece of the work stored */
    static Round of(Servers servers, int commits, Supplier<Figures> work) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long ours = system.getProcessCpuTime();
        var server = servers.processorTime();
        var figures = work.get();
        double stored = (double) figures.done() * commits;
        return new Round(
                figures.perSecond() * commits,
                figures.micros(50),
                figures.micros(99),
                (system.getProcessCpuTime() - ours) / 1e3 / stored,
                micros(servers.processorTime().minus(server)) / stored);
    }

    private static double micros(Duration time) {
        return time.toNanos() / 1e3;
    }
}
