package relais.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** Slot: how a failure is told to a program, in its language (RFC 9457). */
public interface ProblemDocument {
    /** The problem document of this failure. */
    String json(HttpServletRequest request, Failure failure);
}
