package relais.records.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Grants;
import relais.identity.Reach;
import relais.platform.tenancy.Tenancy;
import relais.records.Records;
import relais.records.Undo;
import relais.records.changes.Intent;
import relais.records.types.ObjectTypes;
import relais.records.types.Values;
import relais.world.RelaisTest;
import relais.world.World;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class SearchTest {
    @Autowired
    Search search;

    @Autowired
    Records records;

    @Autowired
    Undo undo;

    @Autowired
    World world;

    @Autowired
    Fills fills;

    @Autowired
    ObjectTypes types;

    @Autowired
    DSLContext sql;

    @Test
    void aCustomerIsFoundByAnythingItIsCalled() {
        world.asAdministrator(() -> {
            create("""
                    {"kind":"person","givenName":"Anne-Sophie","familyName":"Lefèvre","reference":"ASL-90417",
                     "phones":[{"value":"0655443322"},{"value":"+442079460958"}],"emails":[{"value":"a.lefevre@quincaillerie.example"}]}""");
            for (var typed : List.of(
                    "lefevre",
                    "Lefèvre Anne",
                    "anne-sophie lef",
                    "ANNE SOPHIE LEFÈVRE",
                    "an le",
                    "lef an",
                    "sophie anne",
                    "ASL-90417",
                    "asl90417",
                    "asl 904",
                    "90417",
                    "a.lefevre@quinc",
                    "quincaillerie.ex",
                    "06 55 44 33 22",
                    "+33 6 55 44 33 22",
                    "0655",
                    "44.33.22",
                    "3322",
                    "020 7946 0958",
                    "+44 20 7946",
                    "lefevbre",
                    "lefvre",
                    "lefeuvre",
                    "lefverre anne",
                    "anne lefever",
                    "sofhie lefevre",
                    "annesophie lefevre",
                    "anne sophielefevre",
                    "anne sophi elefevre")) {
                var shown = typed.equals("lefverre anne") ? List.<String>of() : List.of("Anne-Sophie Lefèvre");
                assertThat(names(typed)).as(typed).isEqualTo(shown);
            }
            assertThat(search.find("0655", 10).getFirst().matched()).isEqualTo("06 55 44 33 22");
            assertThat(search.find("3322", 10).getFirst().matched()).isEqualTo("06 55 44 33 22");
            assertThat(search.find("lefevre", 10).getFirst().matched()).isEmpty();
            return true;
        });
    }

    @Test
    void theBeginningsOfTwoWordsFindTheNameInEitherOrder() {
        world.asAdministrator(() -> {
            create("{\"kind\":\"person\",\"givenName\":\"Philibert\",\"familyName\":\"Quenneville\"}");
            create("{\"kind\":\"organisation\",\"name\":\"Bureau Zoé Quenolle\"}");
            for (var typed : List.of("phil quennevill", "quen philib", "phil quen", "philibert q", "quenneville p")) {
                assertThat(names(typed)).as(typed).containsExactly("Philibert Quenneville");
            }
            for (var typed : List.of("zo quen", "quen zo", "bur quen", "quen bur", "bur zo", "bur quen zo", "q z b")) {
                assertThat(names(typed)).as(typed).containsExactly("Bureau Zoé Quenolle");
            }
            assertThat(names("phil quenol")).as("the words of two names").isEmpty();
            return true;
        });
    }

    @Test
    void ofAThreeWordNameTheMiddleMayBeLeftOut() {
        world.asAdministrator(() -> {
            create("{\"kind\":\"organisation\",\"name\":\"Minoterie Vauquelin Barfleur\"}");
            create("{\"kind\":\"organisation\",\"name\":\"Minoterie du Val Barneville Cotentin\"}");
            for (var typed : List.of(
                    "minoterie barfleur", "mino barf", "barf mino", "minotrie barfleur", "barfluer minoterie")) {
                assertThat(names(typed)).as(typed).containsExactly("Minoterie Vauquelin Barfleur");
            }
            for (var typed : List.of("minoterie barneville", "val cotent", "mino coten", "barn du", "du barn")) {
                assertThat(names(typed)).as(typed).contains("Minoterie du Val Barneville Cotentin");
            }
            return true;
        });
    }

    @Test
    void aSlipIsForgivenWhenTheMiddleIsLeftOutToo() {
        world.asAdministrator(() -> {
            create("{\"kind\":\"organisation\",\"name\":\"Brasserie des Glycines\"}");
            for (var typed : List.of("braserie glyc", "glyc braserie", "glycines braserie", "glicines brass")) {
                assertThat(names(typed)).as(typed).containsExactly("Brasserie des Glycines");
            }
            return true;
        });
    }

    @Test
    void wordsTypedToTheirEndComeBeforeLongerOnes() {
        world.asAdministrator(() -> {
            create("{\"kind\":\"organisation\",\"name\":\"Ixelloise Dorval\"}");
            create("{\"kind\":\"organisation\",\"name\":\"Dorval Ixel\"}");
            create("{\"kind\":\"organisation\",\"name\":\"Ixel Dorvallon\"}");
            create("{\"kind\":\"organisation\",\"name\":\"Ixel Dorval et Fils\"}");
            create("{\"kind\":\"organisation\",\"name\":\"Ixel Dorval\"}");
            assertThat(names("ixel dorval"))
                    .containsExactly(
                            "Ixel Dorval", "Ixel Dorval et Fils", "Ixel Dorvallon", "Dorval Ixel", "Ixelloise Dorval");
            return true;
        });
    }

    @Test
    void aWordWithASlipIsFoundBeforeItIsTypedToItsEnd() {
        world.asAdministrator(() -> {
            create("{\"kind\":\"organisation\",\"name\":\"Auberge des Glycines\"}");
            for (var typed : List.of("glycnes", "glycin", "glcin", "glyycin", "glysin", "gylcin", "auberge glicin")) {
                assertThat(names(typed)).as(typed).contains("Auberge des Glycines");
            }
            assertThat(names("glxxin")).as("two slips").isEmpty();
            return true;
        });
    }

    @Test
    void hostileTextsAnswerNothing() {
        world.asAdministrator(() -> {
            create("{\"kind\":\"organisation\",\"name\":\"Zanzibar 100 %\"}");
            for (var typed : List.of(
                    "",
                    "%",
                    "_",
                    "%%%",
                    "za%r",
                    "z_nzibar",
                    "'",
                    "\"",
                    "' OR '1'='1",
                    "\\",
                    "🍀",
                    "שלום",
                    "\u202Eraz",
                    "a".repeat(10_000),
                    "\uD83C",
                    "--;",
                    "+")) {
                assertThat(names(typed)).as(typed).isEmpty();
            }
            assertThat(names("za")).containsExactly("Zanzibar 100 %");
            create("{\"kind\":\"organisation\",\"name\":\"مقهى السلام\"}");
            assertThat(names("السلام")).containsExactly("مقهى السلام");
            return true;
        });
    }

    @Test
    void theLikeliestComesFirst() {
        world.asAdministrator(() -> {
            create("{\"kind\":\"organisation\",\"name\":\"Vernon\"}");
            create("{\"kind\":\"organisation\",\"name\":\"Bar Vernon\"}");
            create("{\"kind\":\"organisation\",\"name\":\"Vernon Frères\"}");
            create("{\"kind\":\"organisation\",\"name\":\"Autre\",\"reference\":\"vernon\"}");
            create("{\"kind\":\"organisation\",\"name\":\"Vermon\"}");
            assertThat(names("vernon")).containsExactly("Autre", "Vernon", "Vernon Frères", "Bar Vernon", "Vermon");
            return true;
        });
    }

    @Test
    void termsFollowRenamingTrashAndUndo() {
        world.asAdministrator(() -> {
            var made = records.write(
                    Intent.of("record.create"),
                    w -> w.create("customer", json("{\"kind\":\"organisation\",\"name\":\"Quatre Vents\"}")));
            var id = made.result().id();
            var renamed = records.write(
                    Intent.of("record.update"),
                    w -> w.update("customer", id, null, json("{\"name\":\"Cinq Vents\",\"reference\":\"CV-5\"}")));
            assertThat(names("quatre")).isEmpty();
            assertThat(names("cinq vents")).hasSize(1);
            assertThat(names("cv5")).hasSize(1);
            undo.undo(renamed.operation());
            assertThat(names("cinq")).isEmpty();
            assertThat(names("cv5")).isEmpty();
            assertThat(names("quatre")).hasSize(1);
            var deleted = records.write(Intent.of("record.delete"), w -> w.delete("customer", id, null));
            assertThat(names("quatre")).isEmpty();
            assertThat(terms(id)).isZero();
            undo.undo(deleted.operation());
            assertThat(names("quatre")).hasSize(1);
            undo.undo(made.operation());
            assertThat(names("quatre")).isEmpty();
            assertThat(terms(id)).isZero();
            return true;
        });
    }

    @Test
    void whatOneMayNotSeeIsNotFound() {
        var verdier = world.verdier();
        var id = world.asAdministrator(() -> {
            var made = create("{\"kind\":\"organisation\",\"name\":\"Secrets de Famille\"}");
            assertThat(names("secrets")).hasSize(1);
            return made;
        });
        world.as(world.kerval(), world.kerval().administrator(), () -> {
            assertThat(names("secrets")).isEmpty();
            return true;
        });
        world.as(verdier, verdier.administrator(), () -> {
            var all = Actor.current();
            var none = new Actor(
                    all.kind(),
                    all.id(),
                    all.name(),
                    all.workspace(),
                    new Grants(Map.of("note", EnumSet.allOf(Action.class))),
                    all.locale(),
                    all.zone(),
                    List.of(),
                    List.of(),
                    Reach.EVERYTHING);
            return ScopedValue.where(Actor.CURRENT, none).call(() -> {
                assertThat(search.find("secrets", 10)).isEmpty();
                return true;
            });
        });
        world.asAdministrator(() -> {
            records.write(
                    Intent.of("record.update"),
                    w -> w.update("customer", id, null, json("{\"site\":\"%s\"}".formatted(verdier.lyon()))));
            assertThat(rights(id)).containsOnly(verdier.lyon());
            return true;
        });
    }

    @Test
    void recordsFromBeforeTheSearchGetTheirTerms() {
        world.asAdministrator(() -> {
            var id = create("{\"kind\":\"organisation\",\"name\":\"Ancien Relais de Poste\",\"reference\":\"ARP-1\"}");
            int complete = terms(id);
            world.inTransaction(world.verdier(), () -> {
                sql.query("DELETE FROM records.search_term WHERE tenant_id = ?", Tenancy.id())
                        .execute();
                sql.query("DELETE FROM records.search_fill WHERE tenant_id = ?", Tenancy.id())
                        .execute();
                return true;
            });
            assertThat(names("ancien")).isEmpty();
            world.inTransaction(world.verdier(), () -> {
                assertThat(fills.waiting()).extracting(t -> t.name()).containsExactly("customer");
                assertThat(fills.part(types.of("customer"))).isFalse();
                assertThat(fills.waiting()).isEmpty();
                return true;
            });
            assertThat(names("ancien")).containsExactly("Ancien Relais de Poste");
            assertThat(terms(id)).isEqualTo(complete);
            return true;
        });
    }

    private int terms(UUID record) {
        return world.inTransaction(
                world.verdier(),
                () -> sql.resultQuery(
                                "SELECT s.term FROM records.search_term s WHERE s.tenant_id = ? AND s.record_id = ?",
                                Tenancy.id(),
                                record)
                        .fetch()
                        .size());
    }

    private List<UUID> rights(UUID record) {
        return world.inTransaction(
                world.verdier(),
                () -> sql.resultQuery(
                                "SELECT s.site_id FROM records.search_term s WHERE s.tenant_id = ? AND s.record_id = ?",
                                Tenancy.id(),
                                record)
                        .fetch(0, UUID.class));
    }

    private UUID create(String values) {
        return records.write(Intent.of("record.create"), w -> w.create("customer", json(values)))
                .result()
                .id();
    }

    private List<String> names(String typed) {
        return search.find(typed, 10).stream().map(h -> h.record().title()).toList();
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }
}
