package relais.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import relais.platform.web.Failure;
import relais.platform.web.Failures;

/** Answers what failed before any page was found: refused by a filter, or a broken request. */
@Controller
class ErrorDispatch implements ErrorController {
    private final Failures failures;

    ErrorDispatch(Failures failures) {
        this.failures = failures;
    }

    @RequestMapping("/error")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        failures.answer(request, response, Failure.of(status, "error." + status));
    }
}
