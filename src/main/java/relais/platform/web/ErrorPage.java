package relais.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** How a failure looks to a person: a fragment for htmx, a whole page otherwise. */
public interface ErrorPage {
    /** The HTML of this failure, in the visitor's language; the response gets the policy that this HTML needs. */
    String html(HttpServletRequest request, HttpServletResponse response, Failure failure);
}
