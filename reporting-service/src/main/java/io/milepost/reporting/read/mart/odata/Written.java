package io.milepost.reporting.read.mart.odata;

import io.milepost.platform.json.Json;
import io.milepost.reporting.read.mart.query.Column;
import io.milepost.reporting.read.mart.query.RowsReading;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A page as OData writes it: amounts are numbers, with the decimals of their currency. */
record Written(Payload payload) {

    byte[] rows(String context, RowsReading.Page page, Asked asked, @Nullable String next) {
        var body = Json.mapper().createObjectNode();
        if (payload.context()) {
            body.put("@odata.context", context);
        }
        if (page.total() != null) {
            body.put("@odata.count", page.total());
        }
        var array = body.putArray("value");
        if (!asked.isEmpty()) {
            for (var row : page.rows()) {
                var json = array.addObject();
                for (var column : page.columns()) {
                    if (asked.selected().contains(column.name())) {
                        put(json, column, row);
                    }
                }
            }
        }
        if (next != null) {
            body.put("@odata.nextLink", next);
        }
        return Json.mapper().writeValueAsBytes(body);
    }

    private void put(ObjectNode json, Column column, Map<String, @Nullable Object> row) {
        switch (row.get(column.name())) {
            case null -> json.putNull(column.name());
            case BigDecimal number when payload.textual() -> json.put(column.name(), number.toPlainString());
            case BigDecimal number -> json.put(column.name(), number);
            case Boolean flag -> json.put(column.name(), flag);
            case Number number when payload.textual() -> json.put(column.name(), number.toString());
            case Number number -> json.put(column.name(), number.longValue());
            case Object other -> json.put(column.name(), other.toString());
        }
    }
}
