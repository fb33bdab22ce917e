package relais.platform.jobs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

@Component
class FailingOnceJob implements JobHandler {
    final List<Integer> attempts = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "test.failing";
    }

    @Override
    public void run(JobContext job) {
        attempts.add(job.failures());
        if (job.failures() == 0) {
            throw new IllegalStateException("the first attempt fails on purpose");
        }
    }
}
