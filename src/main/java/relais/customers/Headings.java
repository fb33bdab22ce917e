package relais.customers;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import relais.records.types.Field;
import relais.records.types.Labels;
import relais.records.types.Snapshot;
import relais.records.types.ValueText;
import relais.ui.Avatars;
import relais.ui.Face;
import relais.ui.Words;
import tools.jackson.databind.JsonNode;

/** The head of the card. */
final class Headings {
    private Headings() {}

    static CardPages.Heading of(Snapshot customer) {
        var title = customer.title();
        return new CardPages.Heading(
                customer.id(),
                title,
                Avatars.initials(title),
                Avatars.hue(customer.id()),
                !customer.text("kind").equals("person"),
                customer.text("tier"),
                tier(customer),
                line(customer),
                reach(customer, "phones", "tel:"),
                reach(customer, "emails", "mailto:"));
    }

    static String tier(Snapshot customer) {
        var field = customer.type().required("tier");
        var code = customer.text("tier");
        return code.isEmpty() ? "" : Labels.choice(customer.type(), field, code);
    }

    /** What it is, where, and since when we know it: the parts that are known. */
    private static String line(Snapshot customer) {
        var what = customer.text("industry").isEmpty() ? choice(customer, "kind") : customer.text("industry");
        return Stream.of(what, city(customer), since(customer))
                .filter(p -> !p.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static String choice(Snapshot customer, String name) {
        Field field = customer.type().required(name);
        return Labels.choice(customer.type(), field, customer.text(name));
    }

    private static String city(Snapshot customer) {
        return customer.value("addresses")
                .valueStream()
                .map(a -> a.path("city").asString(""))
                .filter(c -> !c.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String since(Snapshot customer) {
        var created = customer.text(Snapshot.CREATED);
        if (created.isEmpty()) {
            return "";
        }
        var month = DateTimeFormatter.ofPattern("MMMM yyyy", Face.language())
                .format(Instant.parse(created).atZone(Face.current().zone()));
        return Words.t("customer.since." + customer.text("stage"), month);
    }

    private static List<CardPages.Reach> reach(Snapshot customer, String field, String scheme) {
        return customer.value(field).valueStream().map(e -> reach(e, scheme)).toList();
    }

    private static CardPages.Reach reach(JsonNode element, String scheme) {
        var value = element.path("value").asString("");
        var text = scheme.equals("tel:") ? ValueText.phone(value) : value;
        return new CardPages.Reach(scheme + value, text, element.path("label").asString(""));
    }
}
