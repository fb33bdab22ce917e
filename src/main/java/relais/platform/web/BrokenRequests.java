package relais.platform.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Answers requests too broken to reach any filter: a small page with the same protective headers. */
@Component
class BrokenRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /** The language is not known this early, so both speak. */
    private static final String PAGE = """
            <!doctype html><html lang="fr"><meta charset="utf-8"><title>%1$d · Relais</title>
            <h1>%1$d</h1><p>Relais n’a pas pu répondre à cette demande.</p>
            <p lang="en">Relais could not answer this request.</p></html>
            """;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Plain()));
    }

    private static final class Plain extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            ProtectiveHeaders.on(response);
            response.setContentType("text/html");
            response.setCharacterEncoding("UTF-8");
            try {
                var writer = response.getReporter();
                if (writer != null) {
                    writer.write(PAGE.formatted(response.getStatus()));
                    response.finishResponse();
                }
            } catch (IOException gone) {
                container.getLogger().debug("Nobody reads the answer any more", gone);
            }
        }
    }
}
