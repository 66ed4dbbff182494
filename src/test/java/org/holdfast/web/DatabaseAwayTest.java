package org.holdfast.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import org.holdfast.house.TestService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseAwayTest {
    @RegisterExtension
    static final TestService service = Served.living();

    private final Served served = new Served(service);

    @Test
    void aFormSentMeanwhileComesBackWithEveryWord() {
        service.database().goAway();
        HttpResponse<String> meanwhile = served.post("/trying/forms", "note=What+we+decided");
        service.database().comeBack();

        assertEquals(503, meanwhile.statusCode(), meanwhile.body());
        assertEquals("What we decided", Served.html(meanwhile).expectFirst("textarea[name=note]").text());
    }
}
