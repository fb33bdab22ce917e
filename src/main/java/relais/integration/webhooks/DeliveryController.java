package relais.integration.webhooks;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import relais.ui.Toasts;
import relais.ui.Words;

/** What was sent, and sending it again. */
@Controller
@RequestMapping(WebhooksTab.PATH + "/{id:[0-9a-f-]{36}}")
class DeliveryController {
    private static final String DELIVERY = "/deliveries/{delivery:[0-9a-f-]{36}}";

    private final Webhooks webhooks;
    private final WebhookView view;

    DeliveryController(Webhooks webhooks, WebhookView view) {
        this.webhooks = webhooks;
        this.view = view;
    }

    @GetMapping(DELIVERY)
    ModelAndView one(@PathVariable UUID id, @PathVariable UUID delivery) {
        return WebhookController.page("delivery", view.one(id, delivery));
    }

    @PostMapping(DELIVERY + "/replay")
    void replay(@PathVariable UUID id, @PathVariable UUID delivery, HttpServletResponse response) {
        webhooks.replay(id, Optional.of(delivery));
        done(response, Words.t("webhooks.replayed", 1), WebhooksTab.PATH + "/" + id);
    }

    @PostMapping("/replay")
    void replayFailed(@PathVariable UUID id, HttpServletResponse response) {
        done(
                response,
                Words.t("webhooks.replayed", webhooks.replay(id, Optional.empty())),
                WebhooksTab.PATH + "/" + id);
    }

    @PostMapping("/test")
    void test(@PathVariable UUID id, HttpServletResponse response) {
        var delivery = webhooks.test(id);
        done(response, Words.t("webhooks.tested"), WebhooksTab.PATH + "/" + id + "/deliveries/" + delivery);
    }

    @PostMapping("/resumption")
    void resume(@PathVariable UUID id, HttpServletResponse response) {
        webhooks.resume(id);
        done(response, Words.t("webhooks.resumed"), WebhooksTab.PATH + "/" + id);
    }

    private static void done(HttpServletResponse response, String sentence, String path) {
        Toasts.plain(response, sentence);
        WebhookController.back(response, path);
    }
}
