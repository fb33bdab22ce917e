package relais.identity.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** Takes what browsers report about scripts that the content policy stopped. */
@Controller
class PolicyReports {
    private static final Logger LOG = LoggerFactory.getLogger(PolicyReports.class);
    private static final int LONGEST = 2000;
    private static final long MINUTE_MILLIS = 60_000;

    private volatile long last;

    @PostMapping("/csp-report")
    void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(204);
        long now = System.currentTimeMillis();
        if (now - last < MINUTE_MILLIS) {
            return; // anybody may send reports: one a minute tells enough
        }
        last = now;
        var body = new String(request.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
        LOG.warn("The content policy stopped something: {}", body.replaceAll("\\p{Cntrl}", " "));
    }
}
