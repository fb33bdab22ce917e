package relais.identity.passkeys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import relais.identity.account.WayIn;
import relais.identity.door.SignInWay;
import relais.ui.Words;

/** Passkeys on the sign-in page, once somebody has one, and on the account page. */
@Component
class PasskeyWays implements SignInWay, WayIn {
    private final Passkeys passkeys;

    PasskeyWays(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public List<Offer> offers(String path) {
        if (!passkeys.any()) {
            return List.of();
        }
        var to = path.equals("/") ? "" : "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
        return List.of(new Offer("fingerprint", Words.t("passkey.enter"), "/sign-in/passkey" + to, true));
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Line> lines(UUID account) {
        int count = passkeys.of(account).size();
        return List.of(new Line(
                "fingerprint",
                Words.t("passkey.title"),
                Words.t("passkey.state", count),
                count > 0,
                "/account/passkeys",
                Words.t(count > 0 ? "account.ways.manage" : "passkey.add")));
    }
}
