package org.holdfast.audit;

import io.micronaut.core.annotation.Nullable;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * One row of the trail.
 *
 * @param kind          {@code read} or {@code act}
 * @param transactionId of the transaction that added it
 */
record TrailRow(
        String kind, UUID id, Instant at, boolean security, String byKind, @Nullable UUID byId, String what, @Nullable UUID subjectId,
        @Nullable UUID concernsId, @Nullable String why, String transactionId) {

    /** What {@link #read} needs of the view {@code trail}, named {@code t}. */
    static final String COLUMNS = """
            t.kind, t.id, t.at, t.security, t.by_kind, t.by_id, t.what, t.subject_id, t.concerns_id, t.why,
            cast(t.transaction_id as text) as row_transaction""";

    static TrailRow read(ResultSet row) throws SQLException {
        return new TrailRow(
                row.getString("kind"), row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("security"), row.getString("by_kind"), row.getObject("by_id", UUID.class), row.getString("what"),
                row.getObject("subject_id", UUID.class), row.getObject("concerns_id", UUID.class), row.getString("why"),
                row.getString("row_transaction"));
    }

    /** Everything in it, each field after its length, so that no two different rows are the same bytes. */
    byte[] bytes() {
        List<Object> fields = Arrays.asList(kind, id, at, security, byKind, byId, what, subjectId, concernsId, why, transactionId);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (Object field : fields) {
                write(out, field);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, @Nullable Object field) throws IOException {
        byte[] text = Objects.toString(field, "").getBytes(StandardCharsets.UTF_8);
        out.writeInt(field == null ? -1 : text.length);
        out.write(text);
    }
}
