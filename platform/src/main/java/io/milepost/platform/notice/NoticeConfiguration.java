package io.milepost.platform.notice;

import io.milepost.platform.axon.Commands;
import io.milepost.platform.inbox.ParkedRecords;
import io.milepost.platform.setaside.SetAsideConfiguration;
import io.milepost.platform.setaside.SetAsides;
import io.milepost.platform.vital.VitalThreads;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import reactor.core.Disposable;

/** Looks every few seconds for what the operators have not been told yet. */
@Configuration(proxyBeanMethods = false)
@Import(SetAsideConfiguration.class)
public class NoticeConfiguration {
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    @Bean(destroyMethod = "dispose")
    Disposable operatorNotices(ParkedRecords parked, SetAsides asides, Commands commands, VitalThreads threads) {
        var notices = new OperatorNotices(parked, asides, commands::dispatch);
        return threads.every(BETWEEN, "operator-notices", notices::look);
    }
}
