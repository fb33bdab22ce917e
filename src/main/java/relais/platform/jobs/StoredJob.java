package relais.platform.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What is stored of a job: the handler's name, workspace, actor and the handler's own data. */
record StoredJob(String handler, UUID workspace, @Nullable UUID actor, String data) {

    /** JSON instead of Java's serialisation, which Relais switches off. */
    static final class Json implements Serializer {
        private static final JsonMapper MAPPER = JsonMapper.builder().build();

        @Override
        public byte[] serialize(@Nullable Object data) {
            return MAPPER.writeValueAsBytes(data);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] json) {
            return MAPPER.readValue(json, type);
        }
    }
}
