package relais.records.forms;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that went away while its form was open.
 *
 * @param deletion the operation that can be undone to bring it back
 */
public record GoneView(String object, @Nullable UUID deletion) {}
