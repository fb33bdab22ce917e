package relais.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Serves the hashed files of the face. */
@Controller
class AssetsController {
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    @GetMapping("/assets/{file}")
    void show(@PathVariable String file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var url = Assets.FOLDER + file;
        var asset = Assets.all().values().stream()
                .filter(candidate -> candidate.url().equals(url))
                .findFirst();
        if (asset.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        send(asset.get(), request, response);
    }

    private static void send(Asset asset, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(asset.type());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        var bytes = asset.plain();
        if (asset.isPacked() && accepts(request)) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            bytes = asset.packed();
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static boolean accepts(HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return accepted != null && accepted.contains("gzip");
    }
}
