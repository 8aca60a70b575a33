package io.milepost.platform.observe;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import jdk.management.VirtualThreadSchedulerMXBean;

/** What no library tells of a process: which version it is, and how busy the threads are that carry the virtual ones. */
final class ProcessMeters implements MeterBinder {

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("milepost.build.info", () -> 1)
                .tag("version", version())
                .description("1, and in its label the version that runs")
                .register(meters);
        var scheduler = ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        Gauge.builder(
                        "milepost.virtualthreads.mounted",
                        scheduler,
                        VirtualThreadSchedulerMXBean::getMountedVirtualThreadCount)
                .description("Virtual threads that run at this moment, each on a carrier")
                .register(meters);
        Gauge.builder(
                        "milepost.virtualthreads.queued",
                        scheduler,
                        VirtualThreadSchedulerMXBean::getQueuedVirtualThreadCount)
                .description("Virtual threads that could run and wait for a carrier")
                .register(meters);
        Gauge.builder("milepost.virtualthreads.carriers", scheduler, VirtualThreadSchedulerMXBean::getPoolSize)
                .description("Threads that carry virtual ones")
                .register(meters);
    }

    /** As the manifest of the jar says, which classes that no jar holds have not. */
    private static String version() {
        return Objects.requireNonNullElse(ProcessMeters.class.getPackage().getImplementationVersion(), "none");
    }
}
