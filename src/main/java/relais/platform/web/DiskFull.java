package relais.platform.web;

/** There is no room left to keep what was sent: answered with 507; reading goes on. */
public class DiskFull extends RuntimeException {
    public DiskFull() {
        super("The disk is full", null, false, false);
    }
}
