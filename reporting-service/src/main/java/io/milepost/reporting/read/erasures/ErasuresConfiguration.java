package io.milepost.reporting.read.erasures;

import io.milepost.platform.inbox.InboxConfiguration;
import io.milepost.platform.inbox.TopicTail;
import io.milepost.platform.relay.BrokerConnection;
import io.milepost.platform.vital.VitalThreads;
import io.milepost.platform.web.Blocking;
import io.milepost.platform.web.Sights;
import io.milepost.reporting.inbound.lead.PersonFacts;
import io.milepost.reporting.read.mart.declare.Declarations;
import io.milepost.reporting.read.mart.export.KeptFiles;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Lets the service hear of persons who are erased, and tell where their rows still are. */
@Configuration(proxyBeanMethods = false)
public class ErasuresConfiguration {

    @Bean
    Certificates erasureCertificates() {
        return new Certificates();
    }

    @Bean(destroyMethod = "stop")
    TopicTail erasuresTail(Certificates erasureCertificates, BrokerConnection broker, VitalThreads threads) {
        var tail = InboxConfiguration.tail(PersonFacts.SOURCE, broker, erasureCertificates);
        threads.start("erasure-certificates", tail);
        return tail;
    }

    @Bean
    RouterFunction<ServerResponse> erasureRoutes(
            Certificates erasureCertificates,
            TopicTail erasuresTail,
            Declarations declarations,
            List<KeptFiles> kept,
            Sights sights,
            Blocking blocking) {
        return new CertificatesApi(
                        erasureCertificates,
                        CertificatesApi.heard(erasuresTail),
                        new ConcernedFiles(declarations, kept),
                        sights,
                        blocking)
                .routes();
    }
}
