package relais.identity.door;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import relais.identity.Audit;

/** What stands before every page: known hosts, sane paths, a live session, a form token; all else is refused. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    /** What anonymous people may ask for: the whole of it. */
    static final String[] PUBLIC = {
        "/sign-in",
        "/sign-in/**",
        "/setup/*",
        "/links/*",
        "/preferences",
        "/assets/**",
        "/favicon.ico",
        "/health",
        "/csp-report",
        "/error"
    };

    @Bean
    SecurityFilterChain door(
            HttpSecurity http, Sessions sessions, Cookies cookies, FormTokens formTokens, Denials denials, Audit audit)
            throws Exception {
        return http.authorizeHttpRequests(routes ->
                        routes.requestMatchers(PUBLIC).permitAll().anyRequest().authenticated())
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens)
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .sessionAuthenticationStrategy((authentication, request, response) -> {})
                        .ignoringRequestMatchers("/csp-report"))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(denials).accessDeniedHandler(denials))
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new VisitFilter(sessions, cookies), CsrfFilter.class)
                .addFilterBefore(new WorkspaceFilter(denials), AuthorizationFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    HttpFirewall firewall(PublicUrl url) {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(url::knows);
        return firewall;
    }

    /** Nobody signs in through Spring Security; without this bean Boot would make up a user of its own. */
    @Bean
    AuthenticationManager nobody() {
        return authentication -> {
            throw new BadCredentialsException("Sign-in is at /sign-in");
        };
    }
}
