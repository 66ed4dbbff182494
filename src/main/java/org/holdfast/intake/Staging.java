package org.holdfast.intake;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Puts rows into staging a few thousand at a time: PostgreSQL takes no COPY where row-level security holds. */
@Singleton
final class Staging {
    private static final int BATCH = 4_000;
    private static final String INSERT = """
            insert into intake_row (intake_id, table_name, line, external_id, person_ref, worker_ref, starts_on, ends_on,
                                    text_1, text_2, text_3, share, flag_1, flag_2, unreadable, verdict, reason)
            select ?, ?, r.line, r.id, r.person, r.worker, r.starts_on, r.ends_on, r.text_1, r.text_2, r.text_3, r.share,
                   r.flag_1, r.flag_2, r.reason is not null, case when r.reason is null then 'new' else 'rejected' end, r.reason
            from unnest(?::integer[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[], ?::text[], ?::text[], ?::text[],
                        ?::numeric[], ?::boolean[], ?::boolean[], ?::text[])
                as r(line, id, person, worker, starts_on, ends_on, text_1, text_2, text_3, share, flag_1, flag_2, reason)""";

    private record Field(String type, Function<ExtractRow, Object> value) {}

    private static final List<Field> FIELDS = List.of(
            new Field("int4", ExtractRow::line), new Field("text", ExtractRow::id), new Field("text", ExtractRow::person),
            new Field("text", ExtractRow::worker), new Field("text", ExtractRow::startsOn), new Field("text", ExtractRow::endsOn),
            new Field("text", ExtractRow::text1), new Field("text", ExtractRow::text2), new Field("text", ExtractRow::text3),
            new Field("numeric", ExtractRow::share), new Field("bool", ExtractRow::flag1), new Field("bool", ExtractRow::flag2),
            new Field("text", ExtractRow::unreadable));

    private final Connection connection;

    Staging(Connection connection) {
        this.connection = connection;
    }

    /** Takes the rows of one table; {@link Table#finish} puts in the last ones. */
    Table into(UUID intake, ExtractTable table) {
        return new Table(intake, table);
    }

    final class Table implements Consumer<ExtractRow> {
        private final UUID intake;
        private final ExtractTable table;
        private final List<ExtractRow> waiting = new ArrayList<>(BATCH);

        private Table(UUID intake, ExtractTable table) {
            this.intake = intake;
            this.table = table;
        }

        @Override
        public void accept(ExtractRow row) {
            waiting.add(row);
            if (waiting.size() == BATCH) {
                finish();
            }
        }

        void finish() {
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                insert.setObject(1, intake);
                insert.setString(2, table.code());
                for (int i = 0; i < FIELDS.size(); i++) {
                    insert.setArray(i + 3, column(FIELDS.get(i)));
                }
                insert.executeUpdate();
            } catch (SQLException e) {
                throw new IllegalStateException("Rows could not be staged", e);
            }
            waiting.clear();
        }

        private Array column(Field field) throws SQLException {
            Object[] values = waiting.stream().map(field.value()).map(Staging::written).toArray();
            return connection.createArrayOf(field.type(), values);
        }
    }

    private static Object written(Object value) {
        return value instanceof java.time.LocalDate day ? day.toString() : value;
    }
}
