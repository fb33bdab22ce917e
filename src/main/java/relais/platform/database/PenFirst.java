package relais.platform.database;

import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Lets every statement wait for the batches that its transaction wrote before it. */
final class PenFirst implements ExecuteListener {
    @Override
    public void start(ExecuteContext context) {
        Pen.settle();
    }

    @Override
    public void executeStart(ExecuteContext context) {
        Pen.settle();
    }
}
