package org.holdfast.accounts;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.Acts;
import org.holdfast.database.CannotStart;
import org.holdfast.database.Ids;
import org.holdfast.database.Login;
import org.holdfast.database.RunningDatabase;

/**
 * The command behind {@code ops/token}: lets another system in. It writes to the database of the running service, as
 * its owner, which whoever may read the secrets is anyway; only the token's SHA-256 is kept.
 */
public final class IssueToken {
    private final Map<String, String> options;
    private final Ids ids = new Ids();

    private IssueToken(Map<String, String> options) {
        this.options = options;
    }

    /** Prints the token alone on the last line, or a sentence and exit code 1. */
    public static void main(String[] args) {
        try {
            System.out.println(new IssueToken(options(args)).issue());
        } catch (CannotStart reason) {
            System.err.println(reason.getMessage());
            System.exit(1);
        } catch (SQLException e) {
            System.err.println("The token could not be stored: " + e.getMessage());
            System.exit(1);
        }
    }

    private static Map<String, String> options(String[] args) {
        Map<String, String> options = new HashMap<>(Map.of("--days", "1", "--label", "another system"));
        for (int i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    private String issue() throws SQLException {
        Secret token = Secret.fresh();
        store(token);
        return token.text();
    }

    private void store(Secret token) throws SQLException {
        String sql = """
            insert into api_token (id, token_hash, label, scopes, created_at, expires_at)
            values (?, ?, ?, ?, now(), now() + make_interval(days => ?))""";
        UUID id = ids.next();
        try (Connection connection = database().connect(Login.OWNER);
                PreparedStatement insert = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            insert.setObject(1, id);
            insert.setBytes(2, token.hash());
            insert.setString(3, options.get("--label"));
            insert.setArray(4, connection.createArrayOf("text", scopes()));
            insert.setInt(5, days());
            insert.executeUpdate();
            Acts.noteFromCommand(connection, ids, Act.TOKEN_ISSUED, id);
            connection.commit();
        }
    }

    private RunningDatabase database() {
        String folder = options.get("--data");
        return folder == null ? RunningDatabase.external() : RunningDatabase.in(Path.of(folder));
    }

    private String[] scopes() {
        String[] scopes = options.getOrDefault("--scopes", "").split(",");
        if (!Arrays.stream(scopes).allMatch(scope -> scope.equals("intake") || scope.equals("read"))) {
            throw new CannotStart("--scopes takes intake, read, or both with a comma between them.");
        }
        return scopes;
    }

    private int days() {
        String days = options.get("--days");
        if (!days.matches("[1-9][0-9]{0,2}")) {
            throw new CannotStart("--days takes a number from 1 to 999.");
        }
        return Integer.parseInt(days);
    }
}
