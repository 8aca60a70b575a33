package io.milepost.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.milepost.platform.MilepostProperties;
import io.milepost.platform.access.Directory;
import io.milepost.platform.catalogue.Catalogues;
import io.milepost.platform.inbox.ParkedRecords;
import io.milepost.platform.setaside.AsideDesk;
import io.milepost.platform.trail.AuditTrail;
import io.milepost.platform.vital.VitalConfiguration;
import io.milepost.platform.vital.VitalThreads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.NettyPipeline;

/** What every service answers with or without a log of its own: problems, documents, parked records. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
@Import(VitalConfiguration.class)
public class WebConfiguration {

    @Bean
    Callers callers(ObjectProvider<Directory> directory) {
        return new Callers(directory.getIfAvailable(() -> Directory.EMPTY));
    }

    @Bean
    Sights sights(Callers callers) {
        return new Sights(callers);
    }

    @Bean
    NoticeReaders noticeReaders(Callers callers) {
        return new NoticeReaders(callers);
    }

    @Bean
    RequestIds requestIds(WebProperties settings) {
        return new RequestIds(settings.baseUrl());
    }

    @Bean
    ProblemHandler problemHandler(ObjectProvider<RouterFunction<?>> routes, ServerCodecConfigurer codecs) {
        return new ProblemHandler(routes.orderedStream(), codecs);
    }

    @Bean
    AnsweredRequests answeredRequests(MeterRegistry meters, WebProperties settings) {
        return new AnsweredRequests(new ProblemMeters(meters), settings.accessLog());
    }

    @Bean
    @ConditionalOnBooleanProperty("milepost.web.access-log")
    ClientKinds clientKinds() {
        return new ClientKinds();
    }

    @Bean
    ServerMeters serverMeters(ObjectProvider<ReactorResourceFactory> resources) {
        return new ServerMeters(resources);
    }

    /** What stands between the connection and Spring, nearest to the caller first. */
    @Bean
    NettyServerCustomizer connections(WebProperties settings, AnsweredRequests answered, ServerMeters meters) {
        return server -> server.doOnChannelInit((observer, channel, remote) -> {
            meters.opened(channel);
            var deadline = new RequestDeadline(settings.requestTime());
            channel.pipeline()
                    .addBefore(NettyPipeline.HttpCodec, "milepost.requestBytes", deadline.bytes())
                    .addBefore(
                            NettyPipeline.HttpTrafficHandler,
                            "milepost.answerDeadline",
                            new AnswerDeadline(settings.answerTime()))
                    .addBefore(
                            NettyPipeline.HttpTrafficHandler,
                            "milepost.bareRefusals",
                            new BareRefusals(settings.baseUrl(), answered))
                    .addBefore(NettyPipeline.HttpTrafficHandler, "milepost.requestDeadline", deadline);
        });
    }

    @Bean
    Blocking blocking(VitalThreads vital, WebProperties limits) {
        return new Blocking(vital, limits.concurrentReads(), limits.readWait());
    }

    @Bean
    RouterFunction<ServerResponse> documentRoutes(MilepostProperties milepost, ObjectProvider<Catalogues> catalogues) {
        return Routes.documents(new Documents(
                milepost.service(),
                catalogues.stream().flatMap(several -> several.all().stream()).toList()));
    }

    @Bean
    RouterFunction<ServerResponse> parkedRoutes(
            Callers callers,
            ObjectProvider<ParkedRecords> parked,
            AsideDesk asides,
            ObjectProvider<AuditTrail> trail,
            Blocking blocking,
            WebProperties limits) {
        return Routes.parked(new ParkedOperations(
                callers,
                parked.getIfAvailable(),
                asides,
                trail.getIfAvailable(() -> AuditTrail.NONE),
                blocking,
                limits));
    }
}
