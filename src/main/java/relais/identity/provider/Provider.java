package relais.identity.provider;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The provider by which people of a workspace enter.
 *
 * @param domains the domains of mail addresses that it speaks for
 * @param mailTrusted whether an address counts as verified when the provider does not say
 * @param newRole what somebody becomes whom nobody invited; without one, strangers stay outside
 */
record Provider(
        UUID workspace,
        String name,
        String issuer,
        String clientId,
        String secret,
        List<String> domains,
        boolean mailTrusted,
        Optional<String> newRole) {

    /** Whether it speaks for this address. */
    boolean speaksFor(String email) {
        var domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domains.contains(domain);
    }
}
