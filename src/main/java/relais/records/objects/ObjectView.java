package relais.records.objects;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import relais.platform.text.Fold;
import relais.records.types.Field;
import relais.records.types.FieldType;
import relais.records.types.Labels;
import relais.records.types.ObjectType;
import relais.records.types.ObjectTypes;
import relais.records.types.OwnObject;
import relais.ui.Formats;
import relais.ui.Option;
import relais.ui.Words;

/** Builds the pages of one object's settings. */
@Component
class ObjectView {
    static final String PATH = "/settings/objects";

    private final ObjectTypes types;
    private final ObjectStore store;

    ObjectView(ObjectTypes types, ObjectStore store) {
        this.types = types;
        this.store = store;
    }

    ObjectPages.Form fresh(ObjectForm form, Map<String, String> problems) {
        return page(Words.t("objects.new"), PATH, PATH, form, null, problems, null);
    }

    @Transactional(readOnly = true)
    ObjectPages.Form existing(ObjectType type, ObjectForm form, Map<String, String> problems) {
        var own = PATH + "/" + type.name();
        var touched = store.touched(type);
        var records = touched.more()
                ? Words.t("objects.delete.many", Formats.number(touched.records()), touched.fields())
                : Words.t("objects.delete.touched", touched.records(), touched.fields());
        var deletion = new ObjectPages.Deletion(own + "/deletion", records, touched.uses());
        return page(Labels.object(type), own, own, form, type, problems, deletion);
    }

    private static ObjectPages.Form page(
            String title,
            String action,
            String back,
            ObjectForm form,
            @Nullable ObjectType type,
            Map<String, String> problems,
            ObjectPages.@Nullable Deletion deletion) {
        var icons = ObjectForm.ICONS.stream()
                .map(i -> new ObjectPages.Icon(i, i.equals(form.icon())))
                .toList();
        var sections = new ArrayList<>(form.sections());
        sections.add(new ObjectForm.Line("", "", ""));
        var boards = type == null
                ? List.<Option>of()
                : choices(type).stream()
                        .map(f -> new Option(f.name(), Labels.field(type, f)))
                        .toList();
        return new ObjectPages.Form(
                title,
                action,
                back,
                form,
                type == null ? "" : type.plural(),
                icons,
                sections,
                boards,
                problems,
                deletion);
    }

    private static List<Field> choices(ObjectType type) {
        return type.fields().stream().filter(f -> f.type() == FieldType.CHOICE).toList();
    }

    /** What is wrong with a form; names are taken when another object bears them. */
    Map<String, String> problems(ObjectForm form, @Nullable ObjectType type) {
        var used = type == null ? Set.<String>of() : usedSections(type);
        var boards = type == null
                ? Set.<String>of()
                : choices(type).stream().map(Field::name).collect(Collectors.toSet());
        return form.problems(names(Locale.FRENCH, type), names(Locale.ENGLISH, type), used, boards);
    }

    private static Set<String> usedSections(ObjectType type) {
        OwnObject made = type.own();
        var known = made == null
                ? Set.<String>of()
                : made.sections().stream().map(s -> s.code()).collect(Collectors.toSet());
        return type.fields().stream()
                .map(Field::section)
                .filter(known::contains)
                .collect(Collectors.toSet());
    }

    private Set<String> names(Locale language, @Nullable ObjectType except) {
        var names = new HashSet<String>();
        for (var type : types.all()) {
            if (except == null || !type.name().equals(except.name())) {
                names.add(Fold.key(name(type, language, true)));
                names.add(Fold.key(name(type, language, false)));
            }
        }
        return names;
    }

    private static String name(ObjectType type, Locale language, boolean one) {
        OwnObject made = type.own();
        return made == null
                ? Words.in(language, "object." + type.name() + (one ? ".one" : ".many"))
                : (one ? made.one() : made.many()).getOrDefault(language.getLanguage(), "");
    }
}
