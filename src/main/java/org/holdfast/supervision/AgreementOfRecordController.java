package org.holdfast.supervision;

import static org.holdfast.access.Who.PRACTITIONER;
import static org.holdfast.access.Who.REGIONAL_LEAD;
import static org.holdfast.access.Who.SERVICE_CENTRE_MANAGER;
import static org.holdfast.access.Who.TEAM_MANAGER;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.UUID;
import org.holdfast.access.Viewer;
import org.holdfast.access.WhoMay;

/** From the shared record to the locked one. */
@Controller("/sessions/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class AgreementOfRecordController {
    private final AgreeingTheRecord agreeing;
    private final SessionAnswers answers;

    AgreementOfRecordController(AgreeingTheRecord agreeing, SessionAnswers answers) {
        this.agreeing = agreeing;
        this.answers = answers;
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post("/sharing")
    HttpResponse<?> share(UUID id, @Nullable @Body SharingForm sent, Viewer viewer) {
        SharingForm form = sent == null ? new SharingForm(null, null) : sent;
        return answers.to(id, form, viewer, session -> agreeing.share(session, form, viewer));
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post(value = "/sharing/withdrawal", consumes = MediaType.ALL)
    HttpResponse<?> withdraw(UUID id, Viewer viewer) {
        return answers.to(id, null, viewer, session -> agreeing.withdraw(session, viewer));
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post("/edit-requests")
    HttpResponse<?> requestEdits(UUID id, @Body EditRequestForm form, Viewer viewer) {
        return answers.to(id, form, viewer, session -> agreeing.requestEdits(session, form, viewer));
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post("/agreement")
    HttpResponse<?> create(UUID id, @Body AgreementForm form, Viewer viewer) {
        return answers.to(id, form, viewer, session -> agreeing.agree(session, form, viewer));
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post("/dispute")
    HttpResponse<?> dispute(UUID id, @Body DisputeForm form, Viewer viewer) {
        return answers.to(id, form, viewer, session -> agreeing.dispute(session, form, viewer));
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post("/dispute/outcome")
    HttpResponse<?> settle(UUID id, @Body DisputeOutcomeForm form, Viewer viewer) {
        return answers.to(id, form, viewer, session -> agreeing.settle(session, form, viewer));
    }

    @WhoMay({PRACTITIONER, TEAM_MANAGER, SERVICE_CENTRE_MANAGER, REGIONAL_LEAD})
    @Post("/addenda")
    HttpResponse<?> add(UUID id, @Body AddendumForm form, Viewer viewer) {
        return answers.to(id, form, viewer, session -> agreeing.add(session, form, viewer));
    }
}
