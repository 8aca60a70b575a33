package io.milepost.platform.json;

import io.milepost.platform.value.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Money as {@code {"amount":"12.50","currency":"USD"}}: the amount is a text, so that no reader makes a float of it. Amounts of any
 * length are read, for what was stored once is read for ever; a fact is written with the digits that {@link Money} allows alone.
 */
final class MoneyJson {

    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");

    private MoneyJson() {}

    /** The two members as they are read, before they are money. */
    private record Parts(String amount, Currency currency) {}

    static final class Writer extends StdSerializer<Money> {
        Writer() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.writeStringProperty("amount", money.amount().toPlainString());
            json.writeStringProperty("currency", money.currency().getCurrencyCode());
            json.writeEndObject();
        }
    }

    /** The writer of events: what could not be asked for may not be stored either. */
    static final class FactWriter extends StdSerializer<Money> {
        private final transient Writer writer = new Writer();

        FactWriter() {
            super(Money.class);
        }

        @Override
        public void serialize(Money money, JsonGenerator json, SerializationContext context) {
            if (money.isTooLarge()) {
                throw new AmountTooLargeException(json);
            }
            writer.serialize(money, json, context);
        }
    }

    static final class Reader extends StdDeserializer<Money> {
        Reader() {
            super(Money.class);
        }

        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) {
            var parts = context.readValue(parser, Parts.class);
            if (!PLAIN.matcher(parts.amount()).matches()) {
                return context.reportInputMismatch(this, "an amount is a plain decimal text such as \"12.50\"");
            }
            try {
                return new Money(new BigDecimal(parts.amount()), parts.currency());
            } catch (IllegalArgumentException tooFine) {
                return context.reportInputMismatch(this, "%s", tooFine.getMessage());
            }
        }
    }
}
