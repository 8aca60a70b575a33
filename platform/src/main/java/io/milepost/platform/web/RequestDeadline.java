package io.milepost.platform.web;

import static java.util.Objects.requireNonNull;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a connection on which a request has begun and does not end, neither in time nor as HTTP: with an answer, where no
 * other one is owed or under way. A connection that says nothing at all is the server's idle timeout's.
 */
final class RequestDeadline extends ChannelDuplexHandler {
    private final Duration time;

    private boolean inBody;
    private boolean answering;
    private int owed;

    /** Whether the bytes that came last brought any part of a request that could be told. */
    private boolean progress;

    private @Nullable Future<?> deadline;
    private @Nullable ChannelHandlerContext own;

    RequestDeadline(Duration time) {
        this.time = time;
    }

    /** For before the codec, which makes requests of bytes: of a head that is not complete it tells nothing. */
    ChannelInboundHandlerAdapter bytes() {
        return new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext context, Object bytes) {
                progress = false;
                context.fireChannelRead(bytes);
                if ((inBody || !progress) && deadline == null) {
                    deadline = context.executor()
                            .schedule(RequestDeadline.this::expire, time.toNanos(), TimeUnit.NANOSECONDS);
                }
            }
        };
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        own = context;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        progress = true;
        if (inBody
                && message instanceof HttpContent content
                && content.decoderResult().isFailure()) {
            cancel();
            content.release();
            cut(context, HttpResponseStatus.BAD_REQUEST);
            return;
        }
        if (message instanceof HttpRequest) {
            inBody = true;
            owed++;
        }
        if (message instanceof LastHttpContent) {
            inBody = false;
            cancel();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        if (message instanceof HttpResponse answer) {
            answering = answer.status().codeClass() != HttpStatusClass.INFORMATIONAL;
        }
        if (message instanceof LastHttpContent && answering) {
            answering = false;
            owed--;
        }
        var _ = context.write(message, written);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        cancel();
        context.fireChannelInactive();
    }

    private void cancel() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void expire() {
        cut(requireNonNull(own), HttpResponseStatus.REQUEST_TIMEOUT);
    }

    private void cut(ChannelHandlerContext context, HttpResponseStatus status) {
        if (answering || owed != (inBody ? 1 : 0)) {
            var _ = context.close();
            return;
        }
        var answer = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
        answer.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0).set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        var _ = context.writeAndFlush(answer).addListener(ChannelFutureListener.CLOSE);
    }
}
