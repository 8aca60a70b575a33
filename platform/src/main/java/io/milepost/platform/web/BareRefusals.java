package io.milepost.platform.web;

import io.milepost.platform.json.Json;
import io.milepost.platform.observe.Trace;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import org.springframework.http.MediaType;

/**
 * Gives what is refused below the filters the problem that every refusal has: by Netty, which could not read the request,
 * or by the server before Spring had one. Such an answer is known by having no request id.
 */
final class BareRefusals extends ChannelDuplexHandler {
    private static final int LONGEST_PATH = 1_000;

    private final String baseUrl;

    /** Of the requests that are not answered yet. */
    private final Queue<String> paths = new ArrayDeque<>();

    /** Whether what comes is the rest of an answer in whose place another one was sent. */
    private boolean replaced;

    BareRefusals(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            paths.add(pathOf(request.uri()));
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        if (message instanceof HttpResponse answer && isBareRefusal(answer)) {
            replaced = !(message instanceof LastHttpContent);
            var _ = context.write(problem(answer), written);
            ReferenceCountUtil.release(message);
        } else if (replaced && message instanceof HttpContent) {
            replaced = !(message instanceof LastHttpContent);
            ReferenceCountUtil.release(message);
            written.setSuccess();
        } else {
            var _ = context.write(message, written);
        }
        if (message instanceof LastHttpContent && !isInformational(message)) {
            paths.poll();
        }
    }

    private static boolean isBareRefusal(HttpResponse answer) {
        return answer.status().code() >= 400 && !answer.headers().contains(RequestIds.HEADER);
    }

    private static boolean isInformational(Object message) {
        return message instanceof HttpResponse answer && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private FullHttpResponse problem(HttpResponse refused) {
        var problem = problemOf(refused.status().code());
        var trace = Trace.madeUp();
        var path = paths.isEmpty() ? "/" : paths.element();
        var body = Json.mapper().writeValueAsBytes(Problems.json(problem, baseUrl, path, trace.id(), trace.id()));
        var answer =
                new DefaultFullHttpResponse(refused.protocolVersion(), refused.status(), Unpooled.wrappedBuffer(body));
        answer.headers()
                .set(refused.headers())
                .remove(HttpHeaderNames.TRANSFER_ENCODING)
                .set(HttpHeaderNames.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE)
                .set(HttpHeaderNames.CONTENT_LENGTH, body.length)
                .set(HttpHeaderNames.CACHE_CONTROL, RequestIds.UNCACHED)
                .set(RequestIds.HEADER, trace.id())
                .set(RequestIds.TRACEPARENT, trace.parent());
        if (problem.retryable()) {
            answer.headers().set(HttpHeaderNames.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
        }
        return answer;
    }

    private static Problem problemOf(int status) {
        return switch (status) {
            case 408 -> Problem.of(ProblemCode.REQUEST_TIMEOUT, "Send the whole request without a pause.");
            case 413 -> Problem.of(ProblemCode.BODY_TOO_LARGE, "Send less at a time.");
            case 414 -> Problem.of(ProblemCode.URI_TOO_LONG, "Ask for less at a time.");
            case 431 -> Problem.of(ProblemCode.HEADERS_TOO_LARGE, "Send fewer or shorter headers.");
            default ->
                status < 500
                        ? Problem.of(ProblemCode.INVALID_REQUEST, "The request is not well-formed HTTP.")
                        : Problem.of(ProblemCode.INTERNAL, "The request could not be taken.");
        };
    }

    /** Without the query, in which anything may stand. */
    private static String pathOf(String target) {
        int query = target.indexOf('?');
        var path = query < 0 ? target : target.substring(0, query);
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
    }
}
