package org.holdfast.database;

/**
 * The database roles the service signs in with. None is a superuser and none may bypass row-level security; what each
 * may do with a table is said by the migration that makes the table.
 */
public enum Login {
    /** Owns the database and its tables; runs the migrations. */
    OWNER("holdfast_owner"),
    /** Answers requests. Owns nothing; row-level security applies. */
    APP("holdfast_app"),
    /** Runs rules, reports and other jobs. Owns nothing; row-level security applies. */
    JOBS("holdfast_jobs"),
    /** Removes what retention says must go, and nothing else. */
    DESTROY("holdfast_destroy");

    private final String role;

    Login(String role) {
        this.role = role;
    }

    /** The role's name in PostgreSQL. */
    public String role() {
        return role;
    }

    /** The name of its password among the {@link Secrets}. */
    String password() {
        return role.substring("holdfast_".length()) + "-password";
    }
}
