package org.holdfast.accounts;

import static org.holdfast.access.Who.ANYBODY;

import gg.jte.models.runtime.JteModel;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.holdfast.access.WhoMay;
import org.holdfast.templates.Templates;
import org.holdfast.web.Errors;
import org.holdfast.web.Missing;

/**
 * Asking for a link by mail: to a new password, or for whoever was invited to another invitation. The answer is one and the
 * same, in the same time, whoever asks for whatever.
 */
@Controller("/link-requests")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
class LinkRequestsController {
    private static final int LONGEST_ADDRESS = 254;

    private final Mails mails;
    private final SignInAttempts attempts;
    private final Templates templates;
    private final boolean demonstration;

    LinkRequestsController(Mails mails, SignInAttempts attempts, Templates templates, @Value("${holdfast.demo:none}") String demo) {
        this.mails = mails;
        this.attempts = attempts;
        this.templates = templates;
        this.demonstration = !demo.equals("none");
    }

    @WhoMay(ANYBODY)
    @Get
    JteModel blank() {
        return page("", Errors.none(), false);
    }

    /** A user name or a mail address. */
    @Serdeable
    record Form(@Nullable String name) {}

    @WhoMay(ANYBODY)
    @Post
    HttpResponse<?> ask(HttpRequest<?> request, @Body Form form) {
        if (!mails.areSent()) {
            throw new Missing();
        }
        Errors errors = Errors.none();
        String name = errors.text("name", form.name(), LONGEST_ADDRESS, "Write your user name or your mail address");
        Optional<String> refusal = errors.isEmpty() ? attempts.linkRefusal(name, request) : Optional.empty();
        refusal.ifPresent(sentence -> errors.add("name", sentence));
        if (!errors.isEmpty()) {
            return HttpResponse.unprocessableEntity().body(page(form.name() == null ? "" : form.name(), errors, false));
        }
        mails.askForLink(name);
        return HttpResponse.ok(page("", errors, true));
    }

    private JteModel page(String name, Errors errors, boolean asked) {
        return templates.accountsLinkRequest(new LinkRequestPage(name, errors, asked, mails.areSent(), demonstration));
    }
}
