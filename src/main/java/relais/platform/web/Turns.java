package relais.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import relais.platform.tenancy.Tenancy;

/**
 * Lets people be served one after another, a few at a time, in the order they came. All at once, each would wait for
 * everybody else, and the unlucky ones three times as long as the others. A turn ends when the answer is ready to be sent,
 * so that a slow line keeps nobody waiting, and nobody waits long for somebody whose question takes long.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 20) // after the filters that find out who sends the request: strangers take no turn
final class Turns extends OncePerRequestFilter {
    private static final long LONGEST_WAIT_MILLIS = 100;

    /** One more than there are processors: while one waits for the database, the next works. */
    private final Semaphore free = new Semaphore(Runtime.getRuntime().availableProcessors() + 1, true);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Tenancy.CURRENT.isBound();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!taken()) {
            chain.doFilter(request, response);
            return;
        }
        var turn = new Turn(response);
        try {
            chain.doFilter(request, turn);
        } finally {
            turn.ready();
        }
    }

    private boolean taken() {
        try {
            return free.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The answer to somebody whose turn it is. */
    private final class Turn extends WhenReady {
        private final AtomicBoolean over = new AtomicBoolean();

        Turn(HttpServletResponse response) {
            super(response);
        }

        @Override
        void ready() {
            if (over.compareAndSet(false, true)) {
                free.release();
            }
        }
    }
}
