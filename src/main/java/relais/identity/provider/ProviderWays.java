package relais.identity.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import relais.identity.door.SignInWay;
import relais.ui.Words;

/** The way in by the company's provider: straight to it, or first the question which company. */
@Component
class ProviderWays implements SignInWay {
    private final DSLContext sql;

    ProviderWays(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Offer> offers(String path) {
        var slugs = sql.fetch("""
                        SELECT w.slug FROM identity.provider p JOIN identity.workspace w ON w.id = p.workspace_id
                        LIMIT 2""").getValues(0, String.class);
        return switch (slugs.size()) {
            case 0 -> List.of();
            case 1 -> List.of(new Offer("building", Words.t("provider.go"), href(slugs.getFirst(), path), false));
            default -> List.of(new Offer("building", Words.t("provider.go"), "/sign-in/company" + to(path), false));
        };
    }

    static String href(String slug, String path) {
        return "/sign-in/provider/" + slug + to(path);
    }

    private static String to(String path) {
        return path.equals("/") ? "" : "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
