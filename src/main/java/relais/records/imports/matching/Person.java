package relais.records.imports.matching;

/** What of a row or record tells whether it may be the same customer as another; empty where unknown. */
public record Person(
        long number,
        String name,
        String given,
        String family,
        String birthDate,
        String street,
        String postcode,
        String city,
        String phone,
        String email) {}
