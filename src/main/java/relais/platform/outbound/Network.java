package relais.platform.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A range of addresses, written as {@code 10.0.0.0/8}; an address alone is a range of one. */
record Network(byte[] start, int bits) {

    static Network of(String text) {
        var parts = text.strip().split("/");
        try {
            var start = InetAddress.getByName(parts[0]).getAddress();
            return new Network(start, parts.length > 1 ? Integer.parseInt(parts[1]) : start.length * Byte.SIZE);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("This is no range of addresses: " + text, e);
        }
    }

    boolean holds(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length != start.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if ((bytes[bit / Byte.SIZE] & mask) != (start[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
