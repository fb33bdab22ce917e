package relais.records.search;

import java.util.stream.StreamSupport;
import relais.platform.text.Fold;
import relais.platform.text.Phones;
import relais.records.types.ContactPoints;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Snapshot;
import relais.records.types.Storage;

/** The value of a record that a term comes from, as people read it. */
final class Matched {
    private Matched() {}

    static String of(Found found, Snapshot record) {
        return switch (found.source()) {
            case NAME, NAME_TURNED -> "";
            case REFERENCE, REFERENCE_END -> reference(record);
            case EMAIL -> found.term();
            case EMAIL_PART -> email(record, found.term());
            case PHONE -> phone(record, found.term());
            case PHONE_END ->
                phone(record, PhoneDigits.backward(found.term().substring(1)).substring(1));
        };
    }

    private static String reference(Snapshot record) {
        return record.type().fields().stream()
                .filter(f -> f.has(Field.Trait.UNIQUE))
                .map(f -> record.text(f.name()))
                .findFirst()
                .orElse("");
    }

    private static String email(Snapshot record, String part) {
        return values(record, ContactPoints.EMAIL)
                .filter(e -> e.endsWith(part) || Fold.key(e).contains(part))
                .findFirst()
                .orElse("");
    }

    private static String phone(Snapshot record, String digits) {
        return values(record, ContactPoints.PHONE)
                .filter(p -> PhoneDigits.stored(p).equals(digits))
                .map(p -> Phones.national(p, Phones.DEFAULT_REGION))
                .findFirst()
                .orElse("");
    }

    private static java.util.stream.Stream<String> values(Snapshot record, String kind) {
        return record.type().fields().stream()
                .filter(f -> f.type() == FieldType.COLLECTION
                        && f.storage() instanceof Storage.Children c
                        && c.kind().equals(kind))
                .flatMap(f -> StreamSupport.stream(record.value(f.name()).spliterator(), false))
                .map(e -> e.path("value").asString(""));
    }
}
