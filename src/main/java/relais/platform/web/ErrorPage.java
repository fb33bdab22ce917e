package relais.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** How a failure looks to a person: a fragment for htmx, a whole page otherwise. */
public interface ErrorPage {
    /** The HTML of this failure, in the visitor's language. */
    String html(HttpServletRequest request, Failure failure);
}
