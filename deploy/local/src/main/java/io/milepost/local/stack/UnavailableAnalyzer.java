package io.milepost.local.stack;

import io.milepost.local.postgresql.Unavailable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two lines why there is no PostgreSQL; found through {@code META-INF/spring.factories}. */
final class UnavailableAnalyzer extends AbstractFailureAnalyzer<Unavailable> {
    @Override
    protected FailureAnalysis analyze(Throwable root, Unavailable fault) {
        return new FailureAnalysis(fault.getMessage(), fault.remedy(), fault);
    }
}
