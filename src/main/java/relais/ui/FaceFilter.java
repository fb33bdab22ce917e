package relais.ui;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Binds the face of the request, after the filters that find out who sends it. */
final class FaceFilter implements Filter {
    private final Faces faces;

    private FaceFilter(Faces faces) {
        this.faces = faces;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var http = (HttpServletRequest) request;
        var answer = (HttpServletResponse) response;
        if (http.getRequestURI().startsWith(Assets.FOLDER)) {
            chain.doFilter(request, response);
            return;
        }
        Assets.refresh();
        var face = faces.of(http);
        ContentPolicy.protect(answer, face.nonce());
        answer.addHeader("Vary", "HX-Request");
        try {
            ScopedValue.where(Face.CURRENT, face).call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {
        @Bean
        FilterRegistrationBean<FaceFilter> faceFilter(Faces faces) {
            var registration = new FilterRegistrationBean<>(new FaceFilter(faces));
            registration.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
            registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
            return registration;
        }
    }
}
