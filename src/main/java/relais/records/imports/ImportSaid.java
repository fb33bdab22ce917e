package relais.records.imports;

import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/** What became of a file, in the words of the command line. */
final class ImportSaid {
    private static final double SECOND = 1_000;

    private ImportSaid() {}

    /** What the dry run counted. */
    static String tried(Import file) {
        var found = file.trial() == null ? Values.object() : file.trial();
        return "%,d rows: %s would be created, %s changed, %s are as they were, %s may be duplicates, %s refused."
                .formatted(
                        file.rows(),
                        number(found, "created"),
                        number(found, "changed"),
                        number(found, "unchanged"),
                        number(found, "duplicates"),
                        number(found, "rejected"));
    }

    private static String number(JsonNode found, String what) {
        return "%,d".formatted(found.path(what).asInt(0));
    }

    /** What the run wrote, and how to take it back. */
    static String done(Import file) {
        var tally = file.tally();
        var said = "%,d created, %,d changed, %,d as they were, %,d set aside, %,d refused, in %.1f s."
                .formatted(
                        tally.created(),
                        tally.updated(),
                        tally.unchanged(),
                        tally.aside(),
                        tally.rejected(),
                        file.busyMillis() / SECOND);
        return switch (file.state()) {
            case DONE -> said + " It can be taken back on the page /imports/" + file.id();
            case FAILED -> "The import stopped: " + problem(file) + " Until then: " + said;
            case UPLOADED, TRYING, TRIED, RUNNING, PAUSED, CANCELLED ->
                said + " It was stopped in between: /imports/" + file.id();
        };
    }

    private static String problem(Import file) {
        var problem = file.problem() == null ? Values.object() : file.problem();
        return Unreadables.sentence(problem.path("code").asString(""), problem.path("args"));
    }
}
