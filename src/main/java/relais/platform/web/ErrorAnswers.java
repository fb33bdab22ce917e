package relais.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the container itself refused (a malformed request, a status set by a filter) in the same form. */
@Controller
class ErrorAnswers implements ErrorController {
    private final Failures failures;

    ErrorAnswers(Failures failures) {
        this.failures = failures;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer known ? known : 404;
        failures.answer(request, response, Failure.of(status, "error." + status));
    }
}
