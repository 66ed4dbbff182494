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
            Instant confirmedAt, @Nullable Instant restrictedAt, boolean isCovered, boolean stillToSetUp) {}

    @Introspected
    record TokenEntry(UUID tokenId, String label, String scopes) {}

    @Introspected
    record Credentials(UUID personId, String passwordHash) {}

    /** Failures under a name since its last success, when the latest was, and those from an address lately. */
    @Introspected
    record SignInStanding(long failures, @Nullable Instant lastFailedAt, long fromAddress) {}

    /** One of the viewer's own browser sessions. */
    @Introspected
    record OwnBrowserSession(UUID sessionId, Instant startedAt, Instant lastSeenAt, String browser) {}

    @Introspected
    record Begun(UUID personId, String userName) {}

    /** A second factor, its secret sealed; {@code lastStep} is the newest half minute whose code was used. */
    @Introspected
    record SecondFactor(UUID id, byte[] wrappedKey, byte[] secret, long lastStep) {}

    @Introspected
    record RecoveryCode(UUID id, String codeHash) {}

    /** The viewer's own account. */
    @Introspected
    record Own(String userName, String passwordHash, @Nullable Instant secondFactorSince, long recoveryCodes) {}

    /** Somebody's account as an administrator sees it. */
    @Introspected
    record OfSomebody(String userName, @Nullable Instant secondFactorSince) {}

    @Introspected
    record UsableLink(String purpose, @Nullable UUID personId, @Nullable String name, @Nullable String userName) {}

    @Introspected
    record DemonstrationPerson(
            UUID personId, String name, @Nullable String jobTitle, @Nullable String centre, String whatToSee) {}

    @Query(value = """
            select person_id, name, centre_id, array_to_string(roles, ',') as roles, session_id, started_at, ends_at,
                confirmed_at, restricted_at, is_covered, still_to_set_up
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

    @Query(value = "select failures, last_failed_at, from_address from sign_in_standing(:nameHash, :addressHash, :at)", nativeQuery = true)
    SignInStanding signInStanding(byte[] nameHash, byte[] addressHash, Instant at);

    @Query(value = "select links_asked_from(:addressHash, :at)", nativeQuery = true)
    long linksAskedFrom(byte[] addressHash, Instant at);

    @Query(value = "select true from (select note_sign_in_attempt(:id, :nameHash, :addressHash, :at, :what)) noted", nativeQuery = true)
    boolean noteSignInAttempt(UUID id, byte[] nameHash, byte[] addressHash, Instant at, String what);

    @Query(value = "select true from (select begin_sign_in(:id, :hash, :person, :at)) begun", nativeQuery = true)
    boolean beginSignIn(UUID id, byte[] hash, UUID person, Instant at);

    @Query(value = "select person_id, user_name from begun_sign_in_of(:hash, :at)", nativeQuery = true)
    Optional<Begun> begunSignIn(byte[] hash, Instant at);

    @Query(value = "select end_begun_sign_in(:hash, :at)", nativeQuery = true)
    boolean endBegunSignIn(byte[] hash, Instant at);

    /** Whom row-level security takes for the viewer in this transaction. */
    @Query(value = "select current_setting('holdfast.viewer')", nativeQuery = true)
    String viewer();

    @Query(value = "select true from (select set_config('holdfast.viewer', :viewer, true)) entered", nativeQuery = true)
    boolean setViewer(String viewer);

    @Query(value = "select id, wrapped_key, secret, last_step from second_factor_of(:person)", nativeQuery = true)
    Optional<SecondFactor> secondFactor(UUID person);

    @Query(value = "select use_second_factor(:factor, :step)", nativeQuery = true)
    boolean useSecondFactor(UUID factor, long step);

    @Query(value = "select id, wrapped_key, secret, last_step from offered_second_factor(:at)", nativeQuery = true)
    Optional<SecondFactor> offeredSecondFactor(Instant at);

    @Query(value = "select true from (select offer_second_factor(:id, :wrappedKey, :secret, :at)) offered", nativeQuery = true)
    boolean offerSecondFactor(UUID id, byte[] wrappedKey, byte[] secret, Instant at);

    @Query(value = "select confirm_second_factor(:factor, :step, :at)", nativeQuery = true)
    boolean confirmSecondFactor(UUID factor, long step, Instant at);

    @Query(value = "select true from (select forget_recovery_codes()) forgotten", nativeQuery = true)
    boolean forgetRecoveryCodes();

    @Query(value = "select true from (select add_recovery_code(:id, :hash, :at)) added", nativeQuery = true)
    boolean addRecoveryCode(UUID id, String hash, Instant at);

    @Query(value = "select id, code_hash from recovery_codes_of(:person)", nativeQuery = true)
    List<RecoveryCode> recoveryCodes(UUID person);

    @Query(value = "select use_recovery_code(:code, :at)", nativeQuery = true)
    boolean useRecoveryCode(UUID code, Instant at);

    @Query(value = "select user_name, password_hash, second_factor_since, recovery_codes from own_account()", nativeQuery = true)
    Optional<Own> own();

    @Query(value = "select true from (select change_own_password(:passwordHash, :session, :at)) changed", nativeQuery = true)
    boolean changeOwnPassword(String passwordHash, UUID session, Instant at);

    @Query(value = "select true from (select start_browser_session(:id, :hash, :person, :at, :browser, :toSetUp)) started", nativeQuery = true)
    boolean startBrowserSession(UUID id, byte[] hash, UUID person, Instant at, String browser, boolean toSetUp);

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

    @Query(value = "select purpose, person_id, name, user_name from usable_link(:hash, :at)", nativeQuery = true)
    Optional<UsableLink> usableLink(byte[] hash, Instant at);

    @Query(value = "select user_name_is_taken(:name)", nativeQuery = true)
    boolean isTaken(String name);

    @Query(value = "select accept_invitation(:hash, :name, :passwordHash, :at)", nativeQuery = true)
    @Nullable UUID acceptInvitation(byte[] hash, String name, String passwordHash, Instant at);

    @Query(value = "select accept_password_reset(:hash, :passwordHash, :at)", nativeQuery = true)
    @Nullable UUID acceptPasswordReset(byte[] hash, String passwordHash, Instant at);

    @Query(value = """
            select make_first_administrator(:hash, :person, :role, :theirName, :name, :passwordHash, :at, :day)""",
            nativeQuery = true)
    @Nullable UUID makeFirstAdministrator(
            byte[] hash, UUID person, UUID role, String theirName, String name, String passwordHash, Instant at,
            LocalDate day);

    @Query(value = "select offer_first_administrator(:id, :hash, :at, :until)", nativeQuery = true)
    boolean offerFirstAdministrator(UUID id, byte[] hash, Instant at, Instant until);

    @Query(value = "select invite(:id, :hash, :person, :at, :until)", nativeQuery = true)
    String invite(UUID id, byte[] hash, UUID person, Instant at, Instant until);

    @Query(value = "select user_name, second_factor_since from account_of(:person)", nativeQuery = true)
    Optional<OfSomebody> ofSomebody(UUID person);

    @Query(value = "select take_away_second_factor(:person, :at)", nativeQuery = true)
    boolean takeAwaySecondFactor(UUID person, Instant at);

    @Query(value = "select person_id, name, job_title, centre, what_to_see from demonstration_people()", nativeQuery = true)
    List<DemonstrationPerson> demonstrationPeople();
}
