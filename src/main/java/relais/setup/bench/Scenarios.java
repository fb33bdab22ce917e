package relais.setup.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** What people do all day, on these samples. */
final class Scenarios {
    private static final int PAGE = 20;
    private static final int OTHER_SORT = 40;
    private static final int SEARCH = 50;
    private static final int DEEP = 40;
    private static final Pattern NEXT = Pattern.compile("href=\"(/customers\\?[^\"]*at=[^\"]+)\"[^>]*rel=\"next\"");
    private static final String GOLD = Visitor.encode("{\"field\":\"tier\",\"op\":\"is\",\"values\":[\"gold\"]}");

    private final List<Samples.Known> known;
    private final UUID heavy;
    private final AtomicLong made = new AtomicLong(System.currentTimeMillis());

    Scenarios(List<Samples.Known> known, UUID heavy) {
        this.known = known;
        this.heavy = heavy;
    }

    List<Scenario> all(List<String> deep) {
        return List.of(
                new Scenario("list", PAGE, (v, r) -> v.get("/customers")),
                new Scenario("list, deep page", PAGE, (v, r) -> v.get(deep.get(r.nextInt(deep.size())))),
                new Scenario("list, filter by tier", PAGE, (v, r) -> v.get("/customers?filter=" + GOLD)),
                new Scenario(
                        "list, sort by last exchange", OTHER_SORT, (v, r) -> v.get("/customers?sort=-lastContactAt")),
                new Scenario(
                        "list, sort by a custom field", OTHER_SORT, (v, r) -> v.get("/customers?sort=-custom.points")),
                new Scenario("search as you type", SEARCH, this::search),
                new Scenario("card", PAGE, (v, r) -> v.get("/customers/" + any(r).id())),
                new Scenario("card with 10,000 entries", PAGE, (v, r) -> v.get("/customers/" + heavy)),
                new Scenario("create with duplicate check", PAGE, this::create),
                new Scenario("edit a field", PAGE, this::edit));
    }

    /** Addresses of pages far inside the list, found as a person finds them: by the button for the next page. */
    List<String> deep(Visitor visitor) {
        var pages = new ArrayList<String>();
        var page = visitor.get("/customers");
        for (int i = 0; i < DEEP; i++) {
            var next = NEXT.matcher(page);
            if (!next.find()) {
                break;
            }
            var address = next.group(1).replace("&amp;", "&");
            pages.add(address);
            page = visitor.get(address);
        }
        return pages.isEmpty() ? List.of("/customers") : pages;
    }

    private Samples.Known any(SplittableRandom random) {
        return known.get(random.nextInt(known.size()));
    }

    private void search(Visitor visitor, SplittableRandom random) {
        var one = any(random);
        var text = switch (random.nextInt(4)) {
            case 0 -> start(one.name(), 3 + random.nextInt(4));
            case 1 -> start(one.mail(), 4 + random.nextInt(6));
            case 2 -> one.phone().substring(Math.max(0, one.phone().length() - 6));
            default -> Slip.in(start(one.name(), 9), random);
        };
        visitor.fragment("/palette?q=" + Visitor.encode(text));
    }

    private static String start(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private void create(Visitor visitor, SplittableRandom random) {
        long number = made.incrementAndGet();
        var like = any(random);
        var mail = "essai" + number + "@mesure.example";
        visitor.fragment("/customers/new/duplicates?kind=person&familyName=" + Visitor.encode(like.name())
                + "&emails.0.value=" + Visitor.encode(mail));
        visitor.post(
                "/customers",
                "kind",
                "person",
                "givenName",
                "Essai",
                "familyName",
                "Mesure " + number,
                "emails.0.value",
                mail);
    }

    private void edit(Visitor visitor, SplittableRandom random) {
        visitor.post(
                "/records/customer/" + any(random).id() + "/fields/preferences",
                "preferences",
                "Essai " + random.nextInt(1_000_000));
    }
}
