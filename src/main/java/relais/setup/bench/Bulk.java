package relais.setup.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import relais.records.types.Values;
import tools.jackson.databind.JsonNode;

/**
 * Very many records at once, over HTTP as an administrator does it: a file is imported and taken back, then everything
 * that a filter shows is changed and taken back.
 */
final class Bulk {
    private static final int IMPORTED = 2_500;
    private static final int UNDONE = 5_000;
    private static final int EDITED = 100_000 / 45;
    private static final int POINTS = 10_000;
    private static final long PATIENCE = 30 * 60_000_000_000L;
    private static final long ASKED_EVERY = 500;

    private final Visitor visitor;
    private final DoubleSupplier memory;
    private final List<Double> readings = new ArrayList<>();
    private final List<BulkReport.Line> lines = new ArrayList<>();

    /** @param memory what Relais takes at this moment, in megabytes */
    Bulk(Visitor visitor, DoubleSupplier memory) {
        this.visitor = visitor;
        this.memory = memory;
    }

    /** Imports this file of so many rows, then edits as many of so many customers. */
    BulkReport run(byte[] file, int rows, int customers) throws InterruptedException {
        String failure = "";
        try {
            imports(file, rows);
            edits(rows, customers);
        } catch (IllegalStateException failed) {
            failure = String.valueOf(failed.getMessage());
        }
        return new BulkReport(rows, List.copyOf(lines), List.copyOf(readings), failure);
    }

    private void imports(byte[] file, int rows) throws InterruptedException {
        long begun = System.nanoTime();
        var columns = visitor.upload("/imports", "customer", "apport.csv", file).header("location");
        var at = local(columns).replace("/columns", "");
        visitor.get(at + "/columns");
        line("file sent, read and mapped", rows, begun, 0);

        begun = System.nanoTime();
        visitor.post(at + "/columns", "then", "trial");
        var trial = until(at + "/trial", p -> p.contains(at + "/run\""));
        if (trial.contains(at + "/advice\"")) {
            visitor.post(at + "/advice");
        }
        line("dry run, with duplicate check", rows, begun, 0);

        begun = System.nanoTime();
        visitor.post(at + "/run");
        until(at, p -> !p.contains("id=\"progress-"));
        line("import", newest().path("changes").asInt(), begun, IMPORTED);

        begun = System.nanoTime();
        followed(visitor.post(at + "/undo"));
        line("import taken back", newest().path("reversed").asInt(), begun, UNDONE);
    }

    private void edits(int rows, int customers) throws InterruptedException {
        long most = Math.min(POINTS, Math.round(POINTS * (rows / 0.9) / customers));
        var filter = """
                {"all": [{"field": "custom.points", "op": "at_most", "values": [%d]},
                         {"field": "tier", "op": "is_not", "values": ["platinum"]}]}""".formatted(most);
        String[] form = {"filter", filter, "everything", "true", "change", "tier=platinum"};

        long begun = System.nanoTime();
        visitor.post("/customers/bulk", form);
        line("bulk edit: the preview", rows, begun, 0);

        begun = System.nanoTime();
        var confirmed = new ArrayList<>(List.of(form));
        confirmed.addAll(List.of("confirmed", "true"));
        followed(visitor.post("/customers/bulk", confirmed.toArray(String[]::new)));
        var edit = newest();
        line("bulk edit", edit.path("changes").asInt(), begun, EDITED);

        begun = System.nanoTime();
        followed(visitor.post("/operations/" + edit.path("id").asString() + "/undo", "back", "/customers"));
        line("bulk edit taken back", newest().path("reversed").asInt(), begun, UNDONE);
    }

    /** Waits until the work to which an answer leads is done; a small one was done before the answer. */
    private void followed(Wire.Reply answer) throws InterruptedException {
        until(local(answer.header("location")), p -> !p.contains("hx-trigger=\"every 1s\""));
    }

    private void line(String what, int records, long begun, int wanted) {
        lines.add(new BulkReport.Line(what, records, (System.nanoTime() - begun) / 1e9, wanted));
    }

    /** The operation that was begun last, as programs see it. */
    private JsonNode newest() {
        return Values.parse(visitor.api("GET", "/api/v1/operations?limit=1", ""))
                .path("items")
                .path(0);
    }

    /** The path of an address. */
    private static String local(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }

    /** Asks for the page, as its own script does, until it shows this. */
    private String until(String path, Predicate<String> shows) throws InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE) {
            var page = visitor.get(path);
            if (page.contains("/resumption\"")) {
                throw new IllegalStateException(path + " stopped before its end");
            }
            if (shows.test(page)) {
                return page;
            }
            readings.add(memory.getAsDouble());
            Thread.sleep(ASKED_EVERY);
        }
        throw new IllegalStateException(path + " takes longer than anybody waits");
    }
}
