package relais.ui.design;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import relais.ui.Face;
import relais.ui.Ledger;
import relais.ui.Option;
import relais.ui.Pager;
import relais.ui.Step;
import relais.ui.Tab;
import relais.ui.Term;
import relais.ui.Words;

/** What the living page shows; all of it invented. */
final class DesignPages {
    private DesignPages() {}

    /** The samples of the living page. */
    public record Show() {
        private static final Currency EURO = Currency.getInstance("EUR");

        /** The names of the colours, in three rows. */
        public List<List<String>> colours() {
            return List.of(
                    List.of(
                            "canvas",
                            "sheet",
                            "raised",
                            "sunken",
                            "line",
                            "line-strong",
                            "control",
                            "ink",
                            "ink-2",
                            "ink-3"),
                    List.of("accent", "accent-tint", "bad", "bad-tint", "warn", "warn-tint", "good", "good-tint"),
                    List.of("d1", "d2", "d3", "d4", "d5", "d6", "dx"));
        }

        public Currency euro() {
            return EURO;
        }

        public BigDecimal amount() {
            return new BigDecimal("1284.5");
        }

        public List<Instant> instants() {
            var now = Face.current().now();
            return List.of(
                    now.minusSeconds(10),
                    now.minus(Duration.ofMinutes(12)),
                    now.minus(Duration.ofDays(1)),
                    now.minus(Duration.ofDays(4)),
                    now.minus(Duration.ofDays(40)),
                    now.minus(Duration.ofDays(700)));
        }

        public List<Step> steps() {
            return List.of(
                    new Step(Words.t("design.step.file"), Step.State.DONE, "#steps"),
                    new Step(Words.t("design.step.columns"), Step.State.CURRENT),
                    new Step(Words.t("design.step.trial"), Step.State.TO_COME),
                    new Step(Words.t("design.step.import"), Step.State.TO_COME));
        }

        public List<Tab> tabs() {
            return List.of(
                    new Tab(Words.t("design.view.mine"), "#tabs", true, "214"),
                    new Tab(Words.t("design.view.all"), "#tabs", false),
                    new Tab(Words.t("design.view.best"), "#tabs", false, "386"));
        }

        public Ledger ledger() {
            return new Ledger(
                    Words.t("design.ledger"),
                    new Term(2418, Words.t("design.ledger.lines"), "#ledger"),
                    List.of(
                            new Term(1962, Words.t("design.ledger.new"), "#ledger"),
                            new Term(382, Words.t("design.ledger.changed"), "#ledger"),
                            new Term(37, Words.t("design.ledger.twice"), "#ledger", true),
                            new Term(37, Words.t("design.ledger.refused"), "#ledger")));
        }

        public Pager pager() {
            return new Pager(Words.t("design.pager"), "", "#pager");
        }

        public List<Option> sites() {
            return List.of(new Option("lyon", "Lyon Part-Dieu"), new Option("nantes", "Nantes"));
        }

        public List<Row> rows() {
            return List.of(
                    new Row("Hôtel des Tilleuls", "HT", "hue-4", "platinum", new BigDecimal("48260")),
                    new Row("Clinique Saint-Aubin", "CS", "hue-8", "gold", new BigDecimal("21750")),
                    new Row("Imprimerie Delmas", "ID", "hue-6", "silver", new BigDecimal("9760")),
                    new Row("École Les Lavandes", "EL", "hue-6", "bronze", new BigDecimal("-1240")));
        }
    }

    /** A row of the sample table. */
    public record Row(String name, String initials, String hue, String tier, BigDecimal amount) {}
}
