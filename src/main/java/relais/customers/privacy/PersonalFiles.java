package relais.customers.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts everything that is known of one person into a ZIP: a page to read, and JSON for machines. */
@Component
class PersonalFiles {
    private final Dossier dossier;
    private final Deeds deeds;
    private final Attachments attachments;
    private final List<PersonalPart> parts;

    PersonalFiles(Dossier dossier, Deeds deeds, Attachments attachments, List<PersonalPart> parts) {
        this.dossier = dossier;
        this.deeds = deeds;
        this.attachments = attachments;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(PersonalPart::order))
                .toList();
    }

    /** The sections of a person, and behind them those of the records that were merged into theirs. */
    @Transactional(readOnly = true)
    public List<Section> of(List<Person> people) {
        var all = new ArrayList<>(sections(people.getFirst()));
        for (int i = 1; i < people.size(); i++) {
            var behind = "-" + i;
            sections(people.get(i)).forEach(s -> all.add(new Section(s.id() + behind, s.title(), s.json(), s.items())));
        }
        return all;
    }

    private List<Section> sections(Person person) {
        var sections = new ArrayList<>(dossier.sections(person));
        parts.stream().map(p -> p.section(person)).flatMap(Optional::stream).forEach(sections::add);
        sections.add(deeds.section(person));
        return sections;
    }

    /** The archive; the page comes rendered. */
    @Transactional(readOnly = true)
    public byte[] zip(Person person, List<Section> sections, String page) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            add(zip, "index.html", page);
            for (var section : sections) {
                add(zip, section.id() + ".json", section.json().toPrettyString());
            }
            for (var file : attachments.contents(person).entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        add(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
