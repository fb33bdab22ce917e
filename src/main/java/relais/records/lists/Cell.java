package relais.records.lists;

import gg.jte.Content;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One cell of a table, by how it looks. */
public sealed interface Cell {
    /** Nothing. */
    record Blank() implements Cell {}

    /** A few words. */
    record Text(String text) implements Cell {}

    /** A figure; its unit is part of it. */
    record Figure(String text) implements Cell {}

    /** So many stars out of five. */
    record Rating(int stars, String words) implements Cell {
        /** The stars, those that are missing hollow. */
        public String drawn() {
            return "★".repeat(stars) + "☆".repeat(Math.max(0, 5 - stars));
        }
    }

    /** An address of the web. */
    record Web(String address) implements Cell {
        /** The address without what every one begins with. */
        public String shown() {
            return address.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/$", "");
        }
    }

    /** An amount of money. */
    record Amount(Content content) implements Cell {}

    /** The mark of a customer's tier. */
    record Tier(String code, String label) implements Cell {}

    /** A person with initials. */
    record Person(String name, String initials, String hue) implements Cell {}

    /** Some labels, and how many more there are. */
    record Labelled(List<String> labels, int more, String all) implements Cell {}

    /** A moment, told from now. */
    record Moment(Instant at) implements Cell {}

    /** A calendar day. */
    record Day(LocalDate date) implements Cell {}

    /** Another record. */
    record Linked(String label, String href) implements Cell {}

    /** The first of several, and how many more there are. */
    record First(String text, int more) implements Cell {}
}
