package relais.records.lists;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import relais.records.criteria.CriteriaJson;
import relais.records.criteria.CriteriaWords;
import relais.records.criteria.Criterion;

/** Says the filters of a list as parts of a sentence, each with the ways to change it and to take it away. */
@Component
class ListChips {
    private final CriteriaWords words;

    ListChips(CriteriaWords words) {
        this.words = words;
    }

    List<ListPages.Chip> of(ListState state) {
        var parts = parts(state.criterion());
        var chips = new ArrayList<ListPages.Chip>();
        for (int i = 0; i < parts.size(); i++) {
            var phrase = words.phrase(state.type(), parts.get(i));
            var rest = new ArrayList<>(parts);
            rest.remove(i);
            var address = state.address();
            boolean simple = parts.get(i) instanceof Criterion.Test;
            var edit = address.at(null).filtered(CriteriaJson.text(state.criterion()));
            chips.add(new ListPages.Chip(
                    phrase.subject(),
                    phrase.operator(),
                    phrase.value(),
                    address.filtered(CriteriaJson.text(new Criterion.All(rest))).href(),
                    simple
                            ? ListWords.more(edit.href("/conditions"), "place", String.valueOf(i))
                            : edit.href("/criteria")));
        }
        return chips;
    }

    /** The conditions that all have to hold. */
    static List<Criterion> parts(Criterion criterion) {
        return criterion instanceof Criterion.All all ? all.of() : List.of(criterion);
    }
}
