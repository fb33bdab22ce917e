package relais.identity.scim;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import relais.identity.Actors;
import relais.identity.tokens.AccessTokens;

/** What stands before SCIM: a token, and nothing that browsers send by themselves. */
@Configuration(proxyBeanMethods = false)
class ScimSecurity {
    @Bean
    @Order(2)
    SecurityFilterChain scimDoor(HttpSecurity http, AccessTokens tokens, Actors actors, ScimPace pace)
            throws Exception {
        return http.securityMatcher("/scim/**")
                .authorizeHttpRequests(routes -> routes.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new ScimDoor(tokens, actors, pace), AuthorizationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }
}
