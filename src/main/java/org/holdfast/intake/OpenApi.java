package org.holdfast.intake;

import static org.holdfast.access.Who.ANYBODY;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.holdfast.access.WhoMay;

/** What the API can do, for people and generators of clients. Written by hand; a test holds it to the routes and answers. */
@Controller("/api/openapi.yaml")
class OpenApi {
    private static final String YAML = "application/yaml";

    private final byte[] description;

    OpenApi() throws IOException {
        try (InputStream resource = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            this.description = Objects.requireNonNull(resource).readAllBytes();
        }
    }

    @WhoMay(ANYBODY)
    @Get
    @Produces(YAML)
    HttpResponse<byte[]> describe() {
        return HttpResponse.ok(description).contentType(MediaType.of(YAML));
    }
}
