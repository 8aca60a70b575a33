package io.milepost.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.milepost.platform.catalogue.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** What OData tells of itself, and requests as tools send them. */
class ODataToolsIT {
    private static RunningReports running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningReports.shared();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> json(get("/v1/reports/funnel")).get("state").asString(), "COMPLETE"::equals);
    }

    @Test
    @DisplayName("R-208: every dataset is an entity set, and what its columns are is told in XML and in JSON")
    void what_there_is() throws Exception {
        var datasets = json(get("/v1/datasets")).get("datasets").valueStream().toList();
        var names = datasets.stream().map(one -> one.get("name").asString()).toList();
        for (var path : List.of("/odata/v1", "/odata/v1/")) {
            var sets = get(path);
            assertThat(sets.headers().firstValue("OData-Version")).contains("4.0");
            assertThat(json(sets)
                            .get("value")
                            .valueStream()
                            .map(set -> set.get("url").asString()))
                    .containsExactlyInAnyOrderElementsOf(names);
            assertThat(json(sets).get("@odata.context").asString())
                    .isEqualTo(running.at("/odata/v1/$metadata").toString());
        }
        var xml = get("/odata/v1/$metadata", "Accept", "application/json;q=1.0, application/xml;q=0.7");
        assertThat(xml.headers().firstValue("Content-Type")).contains("application/xml");
        var document = javax.xml.parsers.DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new java.io.StringReader(xml.body())));
        var properties = document.getElementsByTagNameNS("http://docs.oasis-open.org/odata/ns/edm", "Property");
        var types = new TreeMap<String, String>();
        for (int at = 0; at < properties.getLength(); at++) {
            var type = (org.w3c.dom.Element) properties.item(at).getParentNode();
            var property = (org.w3c.dom.Element) properties.item(at);
            types.put(type.getAttribute("Name") + "." + property.getAttribute("Name"), property.getAttribute("Type"));
        }
        assertThat(types)
                .containsEntry("opportunity.value_amount", "Edm.Decimal")
                .containsEntry("opportunity.closed_on", "Edm.Date")
                .containsEntry("opportunity.true_stage", "Edm.Int64")
                .containsEntry("opportunity.nominal", "Edm.Boolean")
                .containsEntry("opportunity.region", "Edm.String");

        for (var asked : List.of(
                get("/odata/v1/$metadata?$format=json"), get("/odata/v1/$metadata", "Accept", "application/json"))) {
            var csdl = json(asked);
            var said = new TreeMap<String, String>();
            csdl.get("milepost")
                    .properties()
                    .forEach(type -> type.getValue().properties().stream()
                            .filter(one ->
                                    one.getValue().isObject() && !one.getKey().startsWith("@"))
                            .filter(_ -> !type.getKey().equals("reporting"))
                            .forEach(one -> said.put(
                                    type.getKey() + "." + one.getKey(),
                                    one.getValue().path("$Type").asString("Edm.String"))));
            assertThat(said).isEqualTo(types);
        }
    }

    @Test
    @DisplayName(
            "requests in the order in which Power Query and Tableau send them by what is published of them are answered")
    void sequences_of_tools() throws Exception {
        // https://learn.microsoft.com/power-query/odatafeed, and the headers that Microsoft's client documents.
        var powerQuery = new String[] {
            "Accept",
            "application/json;odata.metadata=minimal;q=1.0,application/json;odata=minimalmetadata;q=0.9,"
                    + "application/atomsvc+xml;q=0.8,application/atom+xml;q=0.8,application/xml;q=0.7,text/plain;q=0.7",
            "OData-MaxVersion",
            "4.0",
            "MaxDataServiceVersion",
            "3.0"
        };
        for (var path : List.of(
                "/odata/v1",
                "/odata/v1/$metadata",
                "/odata/v1/opportunity?$top=1000",
                "/odata/v1/opportunity?$filter=closed_on%20ge%202017-01-01%20and%20closed_on%20lt%202018-01-01"
                        + "&$select=closed_on,value_amount&$orderby=closed_on%20desc&$top=1000",
                "/odata/v1/opportunity/$count")) {
            var answer = get(path, powerQuery);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("OData-Version")).contains("4.0");
        }
        assertThat(get("/odata/v1/$metadata", powerQuery).headers().firstValue("Content-Type"))
                .as("in the form that every reader of it knows")
                .contains("application/xml");
        // Tableau: https://help.tableau.com/current/pro/desktop/en-us/examples_odata.htm
        for (var path :
                List.of("/odata/v1/", "/odata/v1/$metadata", "/odata/v1/opportunity?$top=1", "/odata/v1/opportunity")) {
            assertThat(get(path, "Accept", "*/*").statusCode()).as(path).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        return running.fetch(path, running.parts.token(Role.ANALYST), headers);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningReports.JSON.readTree(answer.body());
    }
}
