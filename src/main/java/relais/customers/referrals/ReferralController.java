package relais.customers.referrals;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import relais.customers.Days;

/** The referrals of one customer. */
@Controller
class ReferralController {
    private final Referrals referrals;

    ReferralController(Referrals referrals) {
        this.referrals = referrals;
    }

    @GetMapping("/customers/{id:[0-9a-f-]{36}}/referrals")
    ModelAndView show(@PathVariable UUID id, @RequestParam(required = false) @Nullable String at) {
        LocalDate day = Days.read(at).orElse(null);
        var moment = day == null ? null : Days.end(day);
        return new ModelAndView("customers/referrals/referrals", Map.of("page", referrals.of(id, day, moment)));
    }
}
