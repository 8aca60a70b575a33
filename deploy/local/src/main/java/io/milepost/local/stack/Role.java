package io.milepost.local.stack;

import java.util.Locale;

/** The roles of the suite; each is a client of the local issuer, its id in lower case and its secret local-ID. */
enum Role {
    SALES_REP,
    SALES_MANAGER,
    SPONSOR,
    ATI_BOARD,
    LEGAL,
    FINANCE,
    ENGINEERING,
    DELIVERY_MANAGER,
    QA,
    ANALYST,
    IMPORTER,
    OPERATOR,
    PRIVACY_OFFICER,
    /** Reads metrics and nothing else. */
    METRICS;

    String clientId() {
        return name().toLowerCase(Locale.ROOT);
    }

    String secret() {
        return "local-" + clientId();
    }
}
