package relais.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import relais.platform.files.Disk;

/** Refuses bodies that are too large, by what they announce and by what they turn out to be. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class BodyLimit extends OncePerRequestFilter {
    private static final long SMALL = DataSize.ofMegabytes(1).toBytes();

    private final Uploads uploads;
    private final Disk disk;

    BodyLimit(Uploads uploads, Disk disk) {
        this.uploads = uploads;
        this.disk = disk;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean upload = uploads.isUpload(request);
        long announced = request.getContentLengthLong();
        boolean open = uploads.isOpen(request);
        long limit = uploads.largestBody(request).toBytes();
        if (announced > limit || (announced < 0 && !upload && (isMultipart(request) || (open && isChunked(request))))) {
            response.setHeader("Connection", "close"); // the rest is not worth reading
            throw new TooLarge();
        }
        if (announced > SMALL && !disk.roomFor(2 * announced)) {
            response.setHeader("Connection", "close");
            throw new DiskFull();
        }
        chain.doFilter(announced >= 0 ? request : new Counted(request, limit), response);
    }

    /** Forms are read before our counting sees them; no browser sends one without its length. */
    private static boolean isChunked(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return String.valueOf(request.getContentType()).startsWith("multipart/");
    }

    /** A body of unknown length (chunked), counted while it is read. */
    private static final class Counted extends HttpServletRequestWrapper {
        private final long limit;

        Counted(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), limit);
        }
    }

    private static final class CountedStream extends ServletInputStream {
        private final ServletInputStream body;
        private long left;

        CountedStream(ServletInputStream body, long limit) {
            this.body = body;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = body.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new TooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
