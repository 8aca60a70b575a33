package io.milepost.leads.account.domain;

import io.milepost.platform.value.Money;
import org.jspecify.annotations.Nullable;

/** What is known about a company. No person is in it. */
public record Profile(
        String name,
        @Nullable String industry,
        @Nullable Integer foundedYear,
        @Nullable Money annualRevenue,
        @Nullable Integer employees,
        @Nullable String location,
        @Nullable String parentName) {}
