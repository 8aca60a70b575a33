package io.milepost.platform.web;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a connection whose other end takes nothing of what was written to it: between one and two times the bound after it
 * took the last piece. What waits for it stands in memory until then.
 */
final class AnswerDeadline extends ChannelOutboundHandlerAdapter {
    private final Duration time;

    private long waiting;
    private long taken;
    private @Nullable Future<?> look;

    AnswerDeadline(Duration time) {
        this.time = time;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        waiting++;
        var _ = context.write(message, written.unvoid().addListener(_ -> {
            waiting--;
            taken++;
        }));
    }

    /** Most answers are taken whole by the kernel before this returns. */
    @Override
    public void flush(ChannelHandlerContext context) {
        context.flush();
        if (waiting > 0 && look == null) {
            lookLater(context);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (look != null) {
            look.cancel(false);
        }
    }

    private void lookLater(ChannelHandlerContext context) {
        long before = taken;
        look = context.executor().schedule(() -> look(context, before), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void look(ChannelHandlerContext context, long before) {
        look = null;
        if (waiting == 0) {
            return;
        }
        if (taken == before) {
            var _ = context.close();
        } else {
            lookLater(context);
        }
    }
}
