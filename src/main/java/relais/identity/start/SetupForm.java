package relais.identity.start;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import relais.identity.door.PasswordPolicy;
import relais.platform.text.Emails;
import relais.platform.text.Visible;
import relais.ui.Face;

/** What the setup page asks for. */
record SetupForm(String company, String name, String email, String password) {
    static final int LONGEST = 120;
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    static final SetupForm EMPTY = new SetupForm("", "", "", "");

    /** The message keys of what is wrong, by field. */
    Map<String, String> problems(PasswordPolicy policy) {
        var problems = new LinkedHashMap<String, String>();
        if (Visible.nothing(company) || company.length() > LONGEST) {
            problems.put("company", "setup.workspace.wrong");
        }
        if (Visible.nothing(name) || name.length() > LONGEST) {
            problems.put("name", "account.name.wrong");
        }
        if (Emails.parse(email).isEmpty()) {
            problems.put("email", "email.wrong");
        }
        policy.problem(password, email, name, company).ifPresent(key -> problems.put("password", key));
        return problems;
    }

    Installation.First first() {
        return new Installation.First(company, name, email, password, Face.language(), PARIS);
    }
}
