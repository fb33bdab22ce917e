package relais.platform.jobs;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import relais.platform.tenancy.Tenancy;

@Component
class NotingJob implements JobHandler {
    final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "test.noting";
    }

    @Override
    public void run(JobContext job) {
        seen.add(Tenancy.id() + " " + job.data());
    }
}
