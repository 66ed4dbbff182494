package org.holdfast.accounts;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The narrow functions through which the service reaches accounts, sessions of the browser, links and tokens. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface Accounts extends GenericRepository<Accounts.Entry, UUID> {
    /** Whom a browser session belongs to, and what they are today. */
    @Introspected
    record Entry(
            UUID personId, String name, @Nullable UUID centreId, String roles, UUID sessionId, Instant startedAt, Instant endsAt,
            Instant confirmedAt, @Nullable Instant restrictedAt, boolean isCovered) {}

    @Introspected
    record TokenEntry(UUID tokenId, String label, String scopes) {}

    @Introspected
    record Credentials(UUID personId, String passwordHash) {}

    @Introspected
    record OwnCredentials(String userName, String passwordHash) {}

    /** One of the viewer's own browser sessions. */
    @Introspected
    record OwnBrowserSession(UUID sessionId, Instant startedAt, Instant lastSeenAt, String browser) {}

    @Introspected
    record UsableLink(String purpose, @Nullable UUID personId, @Nullable String name) {}

    @Introspected
    record DemonstrationPerson(
            UUID personId, String name, @Nullable String jobTitle, @Nullable String centre, String whatToSee) {}

    @Query(value = """
            select person_id, name, centre_id, array_to_string(roles, ',') as roles, session_id, started_at, ends_at,
                confirmed_at, restricted_at, is_covered
            from enter_with_browser_session(:hash, :at, :day, :keepsAlive)""", nativeQuery = true)
    Optional<Entry> enterWithBrowserSession(byte[] hash, Instant at, LocalDate day, boolean keepsAlive);

    @Query(value = """
            select token_id, label, array_to_string(scopes, ',') as scopes from enter_with_token(:hash, :at, :day)""",
            nativeQuery = true)
    Optional<TokenEntry> enterWithToken(byte[] hash, Instant at, LocalDate day);

    @Query(value = "select true from (select enter_as_nobody(:day)) entered", nativeQuery = true)
    boolean enterAsNobody(LocalDate day);

    @Query(value = "select person_id, password_hash from account_for_sign_in(:name)", nativeQuery = true)
    Optional<Credentials> credentials(String name);

    @Query(value = "select failed_sign_ins(:name, :at)", nativeQuery = true)
    long failedSignIns(String name, Instant at);

    @Query(value = "select true from (select record_sign_in_attempt(:id, :name, :at, :succeeded)) noted", nativeQuery = true)
    boolean noteSignIn(UUID id, String name, Instant at, boolean succeeded);

    @Query(value = "select true from (select start_browser_session(:id, :hash, :person, :at, :browser)) started", nativeQuery = true)
    boolean startBrowserSession(UUID id, byte[] hash, UUID person, Instant at, String browser);

    @Query(value = "select end_browser_session(:session, :at)", nativeQuery = true)
    boolean endBrowserSession(UUID session, Instant at);

    @Query(value = "select true from (select confirm_browser_session(:session, :hash, :at)) confirmed", nativeQuery = true)
    boolean confirmBrowserSession(UUID session, byte[] hash, Instant at);

    @Query(value = "select use_restricted_material(:session, :at)", nativeQuery = true)
    Instant useRestrictedMaterial(UUID session, Instant at);

    @Query(value = "select true from (select cover_browser_session(:session, :at)) covered", nativeQuery = true)
    boolean coverBrowserSession(UUID session, Instant at);

    @Query(value = "select open_record_page(:session, :until)", nativeQuery = true)
    @Nullable Instant openRecordPage(UUID session, Instant until);

    @Query(value = "select session_id, started_at, last_seen_at, browser from own_browser_sessions(:at)", nativeQuery = true)
    List<OwnBrowserSession> ownBrowserSessions(Instant at);

    @Query(value = "select end_own_browser_sessions(:at)", nativeQuery = true)
    long endOwnBrowserSessions(Instant at);

    @Query(value = "select whose_browser_session(:hash)", nativeQuery = true)
    @Nullable UUID whoseBrowserSession(byte[] hash);

    @Query(value = "select user_name, password_hash from own_credentials()", nativeQuery = true)
    Optional<OwnCredentials> ownCredentials();

    @Query(value = "select purpose, person_id, name from usable_link(:hash, :at)", nativeQuery = true)
    Optional<UsableLink> usableLink(byte[] hash, Instant at);

    @Query(value = "select user_name_is_taken(:name)", nativeQuery = true)
    boolean isTaken(String name);

    @Query(value = "select accept_invitation(:hash, :name, :passwordHash, :at)", nativeQuery = true)
    @Nullable UUID acceptInvitation(byte[] hash, String name, String passwordHash, Instant at);

    @Query(value = """
            select make_first_administrator(:hash, :person, :role, :theirName, :name, :passwordHash, :at, :day)""",
            nativeQuery = true)
    @Nullable UUID makeFirstAdministrator(
            byte[] hash, UUID person, UUID role, String theirName, String name, String passwordHash, Instant at,
            LocalDate day);

    @Query(value = "select offer_first_administrator(:id, :hash, :at, :until)", nativeQuery = true)
    boolean offerFirstAdministrator(UUID id, byte[] hash, Instant at, Instant until);

    @Query(value = "select true from (select invite(:id, :hash, :person, :at, :until)) invited", nativeQuery = true)
    boolean invite(UUID id, byte[] hash, UUID person, Instant at, Instant until);

    @Query(value = "select person_id, name, job_title, centre, what_to_see from demonstration_people()", nativeQuery = true)
    List<DemonstrationPerson> demonstrationPeople();
}
