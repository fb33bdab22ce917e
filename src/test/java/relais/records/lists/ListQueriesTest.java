package relais.records.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import relais.identity.Action;
import relais.identity.Actor;
import relais.identity.Grants;
import relais.identity.Reach;
import relais.platform.tenancy.Ids;
import relais.platform.tenancy.Tenancy;
import relais.platform.web.Refused;
import relais.records.Mutation;
import relais.records.Records;
import relais.records.changes.Intent;
import relais.records.criteria.Criteria;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.Criterion;
import relais.records.types.ObjectTypes;
import relais.records.types.Snapshot;
import relais.records.types.Values;
import relais.world.RelaisTest;
import tools.jackson.databind.node.ObjectNode;

@RelaisTest
class ListQueriesTest {
    private final UUID workspace = Ids.next();
    private final Actor ines = new Actor(
            Actor.Kind.USER,
            Ids.next(),
            "Inès Garnier",
            workspace,
            new Grants(Map.of("*", EnumSet.allOf(Action.class))),
            Locale.FRENCH,
            ZoneId.of("Europe/Paris"),
            List.of(),
            List.of(),
            Reach.EVERYTHING);

    @Autowired
    Records records;

    @Autowired
    ObjectTypes types;

    @Autowired
    ListQueries lists;

    @Autowired
    Criteria criteria;

    @Test
    void pagesRunForwardAndBackwardWithoutGapOrRepetition() {
        as(() -> {
            fill(
                    25,
                    i -> "{\"kind\":\"organisation\",\"name\":\"Client %02d\"%s}"
                            .formatted(i, i % 3 == 0 ? ",\"custom.rank\":%d".formatted(i) : ""));
            for (var sort : List.of("name", "-name", "custom.rank", "-custom.rank")) {
                var all = names(page(sort, "", null, 200));
                assertThat(all).hasSize(25);
                var seen = new ArrayList<String>();
                String cursor = null;
                String last = null;
                do {
                    var page = page(sort, "", cursor, 7);
                    assertThat(page.first()).isEqualTo(seen.size() + 1);
                    seen.addAll(names(page));
                    last = page.previous();
                    cursor = page.next();
                } while (cursor != null);
                assertThat(seen).isEqualTo(all);
                var back = page(sort, "", last, 7);
                assertThat(names(back)).as(sort).isEqualTo(all.subList(14, 21));
                assertThat(back.first()).isEqualTo(15);
            }
            var down = page("-custom.rank", "", null, 3);
            assertThat(names(down)).containsExactly("Client 24", "Client 21", "Client 18");
        });
    }

    @Test
    void aSecondKeyOrdersWhatTheFirstLeavesEqualForwardAndBackward() {
        as(() -> {
            fill(
                    24,
                    i -> "{\"kind\":\"organisation\",\"name\":\"Client %02d\"%s}"
                            .formatted(i % 6, i % 4 == 0 ? "" : ",\"custom.rank\":%d".formatted(i % 5)));
            for (var sort : List.of(
                    "custom.rank,name",
                    "custom.rank,-name",
                    "-custom.rank,name",
                    "name,-custom.rank",
                    "name,custom.rank")) {
                var all = ids(page(sort, "", null, 200));
                assertThat(all).as(sort).doesNotHaveDuplicates().hasSize(24);
                var forward = new ArrayList<UUID>();
                ListPage last = page(sort, "", null, 5);
                for (; last.next() != null; last = page(sort, "", last.next(), 5)) {
                    forward.addAll(ids(last));
                }
                forward.addAll(ids(last));
                assertThat(forward).as(sort).isEqualTo(all);
                var backward = new ArrayList<>(ids(last));
                while (last.previous() != null) {
                    last = page(sort, "", last.previous(), 5);
                    backward.addAll(0, ids(last));
                }
                assertThat(backward).as(sort + " backward").isEqualTo(all);
            }
            assertThat(page("name,-custom.rank", "", null, 200).rows().stream()
                            .filter(r -> r.title().equals("Client 00"))
                            .map(r -> r.value("custom.rank").asInt(-1)))
                    .as("descending, without a value last")
                    .containsExactly(3, 1, -1, -1);
        });
    }

    @Test
    void aRecordKnowsItsNeighboursInAListAlsoWhenItLeftTheFilter() {
        as(() -> {
            fill(5, i -> "{\"kind\":\"organisation\",\"name\":\"Client %d\",\"tier\":\"gold\"}".formatted(i));
            var stranger = create("{\"kind\":\"organisation\",\"name\":\"Client 2b\"}");
            var type = types.of("customer");
            var all = page("name", "", null, 10).rows();
            for (var sort : List.of("name", "-name", "name,lastContactAt", "lastContactAt,name")) {
                var order = ids(page(sort, "", null, 10));
                var spec = new ListSpec(type, Criterion.everything(), Sort.of(type, sort), null, 1);
                for (int i = 0; i < order.size(); i++) {
                    assertThat(lists.neighbours(spec, order.get(i)))
                            .as(sort + " " + i)
                            .isEqualTo(new Neighbours(
                                    i == 0 ? null : order.get(i - 1), i == order.size() - 1 ? null : order.get(i + 1)));
                }
            }
            var gold = CriteriaJson.parse("{\"field\":\"tier\",\"op\":\"is\",\"values\":[\"gold\"]}");
            var beside = lists.neighbours(new ListSpec(type, gold, Sort.of(type, "name"), null, 1), stranger);
            assertThat(beside)
                    .isEqualTo(new Neighbours(all.get(2).id(), all.get(4).id()));
        });
    }

    private static List<UUID> ids(ListPage page) {
        return page.rows().stream().map(Snapshot::id).toList();
    }

    @Test
    void conditionsOfEveryKindFindExactlyWhatTheyName() {
        as(() -> {
            fill(0, i -> "");
            var id = create("""
                    {"kind":"organisation","name":"Hôtel des Tilleuls","tier":"platinum","tags":["Palace"],
                     "emails":[{"value":"accueil@tilleuls.example"}],"phones":[{"value":"0465711208"}],
                     "addresses":[{"lines":"18, quai des Bateliers","postcode":"69006","city":"Lyon"}],
                     "custom.rank":7,"custom.note":"long texte"}""");
            create("{\"kind\":\"organisation\",\"name\":\"Autre\",\"tier\":\"bronze\",\"stage\":\"prospect\"}");
            for (var found : List.of(
                    "{\"field\":\"name\",\"op\":\"starts\",\"values\":[\"HOTEL\"]}",
                    "{\"field\":\"name\",\"op\":\"contains\",\"values\":[\"tilleul\"]}",
                    "{\"field\":\"tier\",\"op\":\"at_least\",\"values\":[\"gold\"]}",
                    "{\"field\":\"tier\",\"op\":\"is_not\",\"values\":[\"bronze\"]}",
                    "{\"field\":\"tags\",\"op\":\"has_any\",\"values\":[\"palace\",\"x\"]}",
                    "{\"field\":\"tags\",\"op\":\"filled\"}",
                    "{\"field\":\"emails\",\"op\":\"is\",\"values\":[\"ACCUEIL@tilleuls.example\"]}",
                    "{\"field\":\"phones\",\"op\":\"contains\",\"values\":[\"04 65 71\"]}",
                    "{\"field\":\"addresses\",\"op\":\"contains\",\"values\":[\"lyon\"]}",
                    "{\"field\":\"custom.rank\",\"op\":\"between\",\"values\":[5,9]}",
                    "{\"field\":\"custom.note\",\"op\":\"contains\",\"values\":[\"TEXTE\"]}",
                    "{\"none\":[{\"field\":\"stage\",\"op\":\"is\",\"values\":[\"prospect\"]}]}",
                    "{\"any\":[{\"field\":\"birthDate\",\"op\":\"last_days\",\"values\":[3]},{\"field\":\"name\",\"op\":\"starts\",\"values\":[\"hot\"]}]}",
                    "{\"all\":[{\"related\":\"notes\",\"aggregate\":\"count\",\"op\":\"at_most\",\"values\":[0]},{\"field\":\"emails\",\"op\":\"filled\"}]}")) {
                assertThat(names(page("name", found, null, 50))).as(found).containsExactly("Hôtel des Tilleuls");
                assertThat(lists.count(types.of("customer"), CriteriaJson.parse(found)))
                        .isEqualTo(new Count(1, false));
                assertThat(lists.matching(types.of("customer"), CriteriaJson.parse(found), 10))
                        .containsExactly(id);
            }
        });
    }

    @Test
    void wrongConditionsAreNamedAndIgnored() {
        as(() -> {
            create("{\"kind\":\"organisation\",\"name\":\"A\"}");
            var wrong = CriteriaJson.parse("""
                    {"all":[{"field":"color","op":"is","values":["red"]},{"field":"tier","op":"is","values":["diamond"]},
                    {"field":"birthDate","op":"before","values":["2026-02-31"]},{"field":"name","op":"starts","values":["A"]}]}""");
            var mistakes = criteria.mistakes(types.of("customer"), wrong);
            assertThat(mistakes)
                    .extracting(m -> m.path() + " " + m.problem().code())
                    .containsExactly("0 field.unknown", "1 choice.unknown", "2 date.impossible");
            assertThat(names(page("name", CriteriaJson.text(wrong), null, 10))).containsExactly("A");
        });
    }

    @Test
    void aCursorOfAnotherListAndAnUnknownSortAreRefused() {
        as(() -> {
            fill(3, i -> "{\"kind\":\"organisation\",\"name\":\"C%d\"}".formatted(i));
            var next = page("name", "", null, 1).next();
            assertThatThrownBy(() -> page("-name", "", next, 1)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> page("name", "", "%%%", 1)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> page("color", "", null, 1)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> page("birthDate", "", null, 1)).isInstanceOf(Refused.class);
        });
    }

    @Test
    void criteriaReadBackAsTheyWereWritten() {
        var text = "{\"all\":[{\"field\":\"tier\",\"op\":\"is\",\"values\":[\"gold\"]},"
                + "{\"related\":\"notes\",\"aggregate\":\"count\",\"where\":{\"none\":[]},\"op\":\"at_least\",\"values\":[2]}]}";
        assertThat(CriteriaJson.text(CriteriaJson.parse(text))).isEqualTo(text);
        assertThat(CriteriaJson.parse("")).isEqualTo(Criterion.everything());
        assertThatThrownBy(() -> CriteriaJson.parse("[".repeat(5000))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> CriteriaJson.parse("{\"all\":".repeat(5000))).isInstanceOf(Refused.class);
    }

    private void fill(int count, java.util.function.IntFunction<String> values) {
        for (var field : List.of(
                "{\"object\":\"customer\",\"code\":\"rank\",\"type\":\"NUMBER\",\"labelFr\":\"Rang\"}",
                "{\"object\":\"customer\",\"code\":\"note\",\"type\":\"TEXT\",\"labelFr\":\"Mot\"}")) {
            records.write(Intent.of("field.create"), w -> w.create("field", json(field)));
        }
        var creations = new ArrayList<Mutation>();
        for (int i = 0; i < count; i++) {
            creations.add(new Mutation.Create(Ids.next(), json(values.apply(i))));
        }
        records.write(Intent.of("record.create"), w -> w.apply("customer", creations));
    }

    private UUID create(String values) {
        return records.write(Intent.of("record.create"), w -> w.create("customer", json(values)))
                .result()
                .id();
    }

    private ListPage page(String sort, String filter, String cursor, int limit) {
        var type = types.of("customer");
        return lists.page(new ListSpec(type, CriteriaJson.parse(filter), Sort.of(type, sort), cursor, limit));
    }

    private static List<String> names(ListPage page) {
        return page.rows().stream().map(Snapshot::title).toList();
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) Values.parse(text);
    }

    private void as(Runnable work) {
        ScopedValue.where(Tenancy.CURRENT, workspace).where(Actor.CURRENT, ines).run(work);
    }
}
