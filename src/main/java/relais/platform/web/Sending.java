package relais.platform.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Hands a page to the network in one or two pieces: in the fifteen that Tomcat makes of a list, both ends wake each time. */
@Component
class Sending implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final int PIECE = 64 * 1024;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", String.valueOf(PIECE)));
    }
}
