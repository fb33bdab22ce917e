package relais.integration;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Up to a thousand writes in one request and one operation. */
@RestController
class ApiBatchController {
    private final ApiObjects objects;
    private final ApiBatch batch;
    private final Idempotency idempotency;

    ApiBatchController(ApiObjects objects, ApiBatch batch, Idempotency idempotency) {
        this.objects = objects;
        this.batch = batch;
        this.idempotency = idempotency;
    }

    @PostMapping(path = "/api/v1/batch", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> write(HttpServletRequest request) {
        objects.requireWriting();
        var body = ApiBody.object(request);
        ApiRequest.only(request);
        return idempotency.once(
                ApiRequest.key(request), ApiRequest.fingerprint(request, body), () -> batch.write(body));
    }
}
