package org.holdfast.supervision;

import static org.holdfast.access.Who.PRACTITIONER;
import static org.holdfast.access.Who.REGIONAL_LEAD;
import static org.holdfast.access.Who.SERVICE_CENTRE_MANAGER;
import static org.holdfast.access.Who.TEAM_MANAGER;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;

/** The open page of a record: saving a field, hearing what changed. See {@link SheetFields}. */
@Controller("/sessions/{id}/record")
class RecordFieldsApi {
    private final SheetFields fields;

    RecordFieldsApi(SheetFields fields) {
        this.fields = fields;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Put("/fields")
    HttpResponse<?> save(UUID id, Viewer viewer, @Body SheetFields.FieldToSave sent) {
        return fields.save(Sheet.RECORD, id, viewer, sent);
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Get("/changes")
    SheetFields.Changes changes(UUID id, Viewer viewer, @QueryValue(defaultValue = "0") int since) {
        return fields.changes(Sheet.RECORD, id, viewer, since);
    }
}
