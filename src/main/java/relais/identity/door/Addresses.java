package relais.identity.door;

import java.net.InetAddress;

/** Network addresses, as far as they tell who comes from the same place. */
final class Addresses {
    private static final int GROUPS_OF_A_NETWORK = 4;

    private Addresses() {}

    /** The address itself, or for IPv6 its network: one line has a whole network of those. */
    static String network(String ip) {
        if (!ip.contains(":")) {
            return ip;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(ip).getAddress();
            var network = new StringBuilder();
            for (int i = 0; i < Math.min(bytes.length, GROUPS_OF_A_NETWORK * 2); i += 2) {
                network.append(Integer.toHexString((bytes[i] & 0xFF) << 8 | bytes[i + 1] & 0xFF))
                        .append(':');
            }
            return network.toString();
        } catch (IllegalArgumentException e) {
            return ip;
        }
    }
}
