package relais.identity.door;

import java.util.List;

/** Slot: another way in than e-mail and password, offered on the sign-in page. */
public interface SignInWay {
    /** What the page offers now, to somebody who wants to get to this path. */
    List<Offer> offers(String path);

    /**
     * One link of the page.
     *
     * @param passkey whether the script of passkeys takes it over, without leaving the page
     */
    record Offer(String icon, String label, String href, boolean passkey) {}
}
