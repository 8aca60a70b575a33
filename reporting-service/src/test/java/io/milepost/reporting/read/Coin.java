package io.milepost.reporting.read;

import java.math.BigDecimal;
import java.util.Random;

/** Money of two, of no and of three decimals, written and counted by hand. */
public enum Coin {
    USD(2),
    JPY(0),
    KWD(3);

    /** So much that the sum of four is still an amount as an event may state it. */
    private static final long MOST = 200_000_000_000_000L;

    private final int decimals;

    Coin(int decimals) {
        this.decimals = decimals;
    }

    public static Coin any(Random random) {
        return values()[random.nextInt(values().length)];
    }

    public static long some(Random random) {
        return 1 + random.nextLong(MOST);
    }

    public BigDecimal amount(long minor) {
        return BigDecimal.valueOf(minor, decimals);
    }

    public String json(long minor) {
        return json(amount(minor));
    }

    public String json(BigDecimal amount) {
        return "{\"amount\":\"%s\",\"currency\":\"%s\"}".formatted(amount.toPlainString(), name());
    }
}
