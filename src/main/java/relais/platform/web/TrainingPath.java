package relais.platform.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;

/** Slot: what the training run does beyond looking at the first page, such as signing in and opening a list. */
public interface TrainingPath {
    /** Uses the Relais at this address with a client that keeps its cookies; failures do not matter. */
    void use(HttpClient client, URI base) throws IOException, InterruptedException;
}
