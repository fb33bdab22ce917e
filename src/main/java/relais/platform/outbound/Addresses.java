package relais.platform.outbound;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Which addresses may be reached for somebody: public ones, and those that whoever runs Relais opened. The address that
 * was checked is the one to connect to, since a name may answer differently the next time it is asked.
 */
@Component
class Addresses {
    /** IANA's special-purpose registries; Java knows a part of them alone. */
    private static final List<Network> CLOSED = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Network::of)
            .toList();

    /** Everything public of the sixth version lies here; what translates to the fourth one does not. */
    private static final Network GLOBAL = Network.of("2000::/3");

    private final List<Network> opened;

    Addresses(@Value("${relais.outbound.allow:}") String opened) {
        this.opened = Arrays.stream(opened.split(","))
                .filter(n -> !n.isBlank())
                .map(Network::of)
                .toList();
    }

    /** The address of this host; refused when any of its addresses is not to be reached. */
    InetAddress of(String host) throws Unreached {
        try {
            var all = InetAddress.getAllByName(bare(host));
            if (!Arrays.stream(all).allMatch(this::reachable)) {
                throw new Unreached(Unreached.PRIVATE);
            }
            return all[0];
        } catch (UnknownHostException unknown) {
            throw new Unreached(Unreached.UNKNOWN);
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    boolean opened(InetAddress address) {
        return opened.stream().anyMatch(n -> n.holds(address));
    }

    private boolean reachable(InetAddress address) {
        return opened(address)
                || CLOSED.stream().noneMatch(n -> n.holds(address))
                        && (!(address instanceof Inet6Address) || GLOBAL.holds(address));
    }
}
