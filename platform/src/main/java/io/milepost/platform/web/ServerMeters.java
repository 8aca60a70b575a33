package io.milepost.platform.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.netty4.NettyEventExecutorMetrics;
import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/** The web server below Spring: open connections, and tasks that wait for a thread of Netty. */
final class ServerMeters implements MeterBinder {
    private final AtomicInteger open = new AtomicInteger();
    private final ObjectProvider<ReactorResourceFactory> resources;

    ServerMeters(ObjectProvider<ReactorResourceFactory> resources) {
        this.resources = resources;
    }

    void opened(Channel channel) {
        open.incrementAndGet();
        var _ = channel.closeFuture().addListener(_ -> open.decrementAndGet());
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("milepost.web.connections", open, AtomicInteger::get)
                .description("Connections that callers hold open")
                .register(meters);
        resources.ifAvailable(factory -> new NettyEventExecutorMetrics(
                        factory.getLoopResources().onServer(LoopResources.DEFAULT_NATIVE))
                .bindTo(meters));
    }
}
