package io.milepost.contracts.kernel;

import io.milepost.platform.value.Codes;

/** Keys of tags that aggregates of several kinds claim of each other. */
public final class ClaimedKey {
    /** By the id of a unit: the deposit that has it. There is never more than one. */
    public static final String UNIT_HOLD = "unit-hold";

    /** By the number of a receipt in canonical spelling: each is given once, in the whole company and for ever. */
    public static final String RECEIPT = "receipt";

    /** By the number of an invoice or a credit note in canonical spelling: each is given once in the company. */
    public static final String INVOICE = "invoice";

    /** By the number of the voucher of a refund in canonical spelling: each is given once in the company. */
    public static final String VOUCHER = "refund-voucher";

    private ClaimedKey() {}

    /** The value under {@link #RECEIPT}. */
    public static String receipt(String receiptNo) {
        return Codes.canonical(receiptNo);
    }

    /** The value under {@link #VOUCHER}. */
    public static String voucher(String voucherNo) {
        return Codes.canonical(voucherNo);
    }

    /** The value under {@link #INVOICE}. */
    public static String invoice(String invoiceNo) {
        return Codes.canonical(invoiceNo);
    }
}
