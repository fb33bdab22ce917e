package relais.customers.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import relais.platform.text.Dates;
import relais.ui.Face;
import relais.ui.Formats;
import relais.ui.Words;

/** What was typed about a consent or a refusal. */
record ConsentForm(
        @Nullable String purpose,
        @Nullable List<String> channels,
        @Nullable String state,
        @Nullable String date,
        @Nullable String wording,
        @Nullable String source,
        @Nullable String proof) {
    static final ConsentForm EMPTY = new ConsentForm(null, null, null, null, null, null, null);

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    String chosenPurpose() {
        return text(purpose);
    }

    List<String> chosenChannels() {
        return channels == null ? List.of() : channels;
    }

    boolean isRefused() {
        return ConsentDescription.REFUSED.equals(state);
    }

    String typedDate() {
        return text(date);
    }

    String typedWording() {
        return text(wording);
    }

    String typedSource() {
        return text(source);
    }

    String typedProof() {
        return text(proof);
    }

    Map<String, String> problems() {
        var problems = new HashMap<String, String>();
        if (known().isEmpty()) {
            problems.put("channels", Words.t("consent.channels.missing"));
        }
        if (!typedDate().isEmpty()
                && day().filter(d -> !d.isAfter(Formats.today())).isEmpty()) {
            problems.put("date", Words.t("consent.date.wrong"));
        }
        return problems;
    }

    private List<Channel> known() {
        return chosenChannels().stream().flatMap(c -> Channel.of(c).stream()).toList();
    }

    private Optional<LocalDate> day() {
        return Dates.parse(typedDate(), Face.language());
    }

    /** What it means; today is now, another day its beginning. */
    Consents.Said said() {
        return new Consents.Said(
                Purpose.of(chosenPurpose()).orElse(Purpose.MARKETING),
                known(),
                !isRefused(),
                at(),
                typedWording(),
                typedSource(),
                typedProof());
    }

    private @Nullable Instant at() {
        return day().filter(d -> d.isBefore(Formats.today()))
                .map(d -> d.atStartOfDay(Face.current().zone()).toInstant())
                .orElse(null);
    }
}
