package relais.platform.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** An answer that says when it is ready to be sent: when somebody is about to write it, or sends elsewhere. */
abstract class WhenReady extends HttpServletResponseWrapper {
    WhenReady(HttpServletResponse response) {
        super(response);
    }

    /** Called before the first byte, and perhaps again. */
    abstract void ready();

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ready();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        ready();
        return super.getWriter();
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        ready();
        super.sendRedirect(location);
    }
}
