package io.milepost.reporting.read.notices;

import io.milepost.platform.MilepostProperties;
import io.milepost.platform.web.NoticeReaders;
import io.milepost.reporting.read.answer.Reports;
import io.milepost.reporting.read.mart.operate.Feeding;
import io.milepost.reporting.read.mart.store.Mart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** The inbox: kept in the mart, addressed when it is read. */
@Configuration(proxyBeanMethods = false)
public class NoticesConfiguration {

    @Bean
    NoticeKeeper noticeKeeper(MilepostProperties milepost) {
        return new NoticeKeeper(milepost.zone());
    }

    @Bean
    RouterFunction<ServerResponse> noticesRoutes(
            Reports reports, NoticeReaders readers, Feeding martFeeding, Mart mart, NoticeKeeper noticeKeeper) {
        return new NoticesApi(reports, readers, martFeeding, mart, noticeKeeper).routes();
    }
}
