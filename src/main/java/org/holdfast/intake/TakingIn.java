package org.holdfast.intake;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.holdfast.access.Viewer;
import org.holdfast.audit.Act;
import org.holdfast.audit.Acts;
import org.holdfast.database.Ids;
import org.holdfast.time.Today;

/**
 * Taking in an extract, from the first byte of the request to its answer, within the request's one transaction: each
 * part is read while it arrives and staged row by row, then compared with what is held, then applied or kept as a dry
 * run. A refusal takes back everything since the beginning.
 */
@Singleton
class TakingIn {
    private static final String TABLES = Stream.of(ExtractTable.values()).map(ExtractTable::code).collect(Collectors.joining(","));

    /** What is to become of an extract once it is compared. */
    enum Then {
        /** Answer what would change, and forget it. */
        FORGET,
        /** Keep it as a dry run, to be looked at and applied later. */
        KEEP,
        APPLY
    }

    private final Intakes intakes;
    private final Staging staging;
    private final Progress progress;
    private final Acts acts;
    private final Connection connection;
    private final ObjectMapper json;
    private final Ids ids;
    private final Today today;
    private final Clock clock;

    TakingIn(
            Intakes intakes, Staging staging, Progress progress, Acts acts, Connection connection, ObjectMapper json, Ids ids,
            Today today, Clock clock) {
        this.intakes = intakes;
        this.acts = acts;
        this.staging = staging;
        this.progress = progress;
        this.connection = connection;
        this.json = json;
        this.ids = ids;
        this.today = today;
        this.clock = clock;
    }

    /** What becomes of an extract is said by {@code then}; a refusal leaves nothing behind. */
    Taken take(Viewer viewer, SentExtract sent, Then then) {
        // a body that is refused half-way must be let go of, or its sender waits for ever
        try (InputStream arriving = sent.body()) {
            return takeArriving(viewer, sent, then);
        } catch (IOException e) {
            throw new UncheckedIOException("The extract stopped arriving", e);
        }
    }

    private Taken takeArriving(Viewer viewer, SentExtract sent, Then then) {
        List<Intakes.Centre> centres = intakes.centres();
        Optional<UUID> centre = chosen(sent.centre(), centres);
        if (centre.isEmpty() && (sent.centre() != null || centres.size() > 1)) {
            return whichCentre(centres);
        }
        if (!intakes.lock(centre.orElse(null))) {
            return busy();
        }
        Savepoint beginning = savepoint();
        Taken taken = read(viewer, centre.orElse(null), sent);
        if (taken instanceof Taken.Read(UUID id, IntakeOutcome compared) && then != Then.FORGET) {
            return then == Then.APPLY ? apply(viewer, id, compared) : keep(id, compared);
        }
        takeBackTo(beginning);
        return taken;
    }

    private static Optional<UUID> chosen(@Nullable String asked, List<Intakes.Centre> centres) {
        if (asked == null) {
            return centres.size() == 1 ? Optional.of(centres.getFirst().id()) : Optional.empty();
        }
        return centres.stream().map(Intakes.Centre::id).filter(id -> id.toString().equalsIgnoreCase(asked)).findFirst();
    }

    private static Taken whichCentre(List<Intakes.Centre> centres) {
        String choices = centres.stream().map(c -> c.id() + " (" + c.name() + ")").collect(Collectors.joining(", "));
        return new Taken.Refused(Taken.Why.WHICH_CENTRE, centres.isEmpty()
                ? "There is no centre yet. Leave the centre out, and one is created."
                : "Say which centre this extract is for, by its id: " + choices + ".");
    }

    private static Taken busy() {
        return new Taken.Refused(Taken.Why.BUSY,
                "Another extract for this centre is being taken in just now. Nothing of this one was kept; send it again in a few minutes.");
    }

    private Taken read(Viewer viewer, @Nullable UUID centre, SentExtract sent) {
        UUID id = ids.next();
        UUID by = Objects.requireNonNull(viewer.id());
        intakes.start(id, centre, by, viewer.isSystem() ? "system" : "person", clock.instant(), today.date());
        try (Progress.Counting counting = progress.of(by, sent.upload())) {
            Arrival arrival = new Arrival(id, counting);
            FileItemInputIterator parts = Upload.parts(sent.contentType(), sent.length(), sent.body());
            while (parts.hasNext()) {
                arrival.part(parts.next());
            }
            return arrival.compared();
        } catch (IOException refused) {
            return refused(refused);
        }
    }

    private static Taken refused(IOException why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof Upload.TooLarge) {
                return new Taken.Refused(Taken.Why.TOO_LARGE,
                        "Files may have 64 MB together. Nothing of this request was kept. Split the extract, or send its tables one after the other, ssd_professionals and ssd_involvements first.");
            }
            if (cause instanceof ExtractFile.NotReadable) {
                return unreadable(cause.getMessage());
            }
            if (cause instanceof FileUploadException || cause instanceof MultipartInput.MalformedStreamException) {
                return unreadable("The request is not multipart/form-data with one part per file.");
            }
        }
        throw new UncheckedIOException("The extract stopped arriving", why);
    }

    private static Taken unreadable(String sentence) {
        return new Taken.Refused(Taken.Why.UNREADABLE, sentence + " Nothing of this request was kept.");
    }

    /** Compares a dry run again with what is held now and takes it in. */
    Taken apply(Viewer viewer, Intakes.Entry dryRun) {
        List<Intakes.Centre> centres = intakes.centres();
        if (dryRun.centreId() == null && !centres.isEmpty()) {
            if (centres.size() > 1) {
                return new Taken.Refused(Taken.Why.WHICH_CENTRE,
                        "Centres were added since this dry run. Send the files again and say which centre they are for.");
            }
            intakes.moveTo(dryRun.id(), centres.getFirst().id());
        }
        UUID centre = dryRun.centreId() == null && !centres.isEmpty() ? centres.getFirst().id() : dryRun.centreId();
        if (!intakes.lock(centre)) {
            return busy();
        }
        IntakeOutcome before = outcome(dryRun);
        return apply(viewer, dryRun.id(), compare(
                dryRun.id(), before.tables().keySet(), before.refusedColumns(),
                before.reported().stream().filter(IntakeOutcome.Reported::isAboutTheFile).toList()));
    }

    private Taken apply(Viewer viewer, UUID id, IntakeOutcome compared) {
        IntakeOutcome applied = new IntakeOutcome(
                true, compared.tables(), compared.rejected(), compared.refusedColumns(), compared.reported());
        intakes.keep(id, written(applied));
        intakes.apply(id, today.date(), today.now().toInstant());
        acts.note(viewer, Act.EXTRACT_TAKEN_IN, id, null);
        return new Taken.Read(id, applied);
    }

    private Taken keep(UUID id, IntakeOutcome compared) {
        intakes.keep(id, written(compared));
        return new Taken.Read(id, compared);
    }

    /** What a kept intake would change, or has changed. */
    IntakeOutcome outcome(Intakes.Entry entry) {
        try {
            return json.readValue(entry.outcome(), IntakeOutcome.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String written(IntakeOutcome outcome) {
        try {
            return json.writeValueAsString(outcome);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IntakeOutcome compare(
            UUID id, Set<String> tables, List<IntakeOutcome.RefusedColumn> refused, List<IntakeOutcome.Reported> aboutFiles) {
        intakes.check(id, today.date());
        List<IntakeOutcome.Reported> reported = new ArrayList<>(aboutFiles);
        intakes.otherRoles(id).forEach(other -> reported.add(new IntakeOutcome.Reported(
                ExtractTable.INVOLVEMENTS.code(), other.line(),
                "The role " + other.role() + " (" + other.number() + " rows) is taken in as a co-worker")));
        intakes.overlaps(id).forEach(line -> reported.add(new IntakeOutcome.Reported(
                ExtractTable.INVOLVEMENTS.code(), line,
                "Another allocated worker of this child still runs when this one starts; the later start is the worker")));
        return new IntakeOutcome(false, counts(id, tables), rejected(id), refused, listed(reported));
    }

    private Map<String, IntakeOutcome.Counts> counts(UUID id, Set<String> tables) {
        Map<String, Map<String, Long>> found = intakes.counts(id).stream().collect(Collectors.groupingBy(
                Intakes.Count::tableName, Collectors.toMap(Intakes.Count::verdict, Intakes.Count::number)));
        Map<String, IntakeOutcome.Counts> counts = new LinkedHashMap<>();
        Stream.of(ExtractTable.values()).map(ExtractTable::code).filter(tables::contains).forEach(table -> {
            Map<String, Long> of = found.getOrDefault(table, Map.of());
            counts.put(table, new IntakeOutcome.Counts(
                    of.getOrDefault("new", 0L), of.getOrDefault("changed", 0L), of.getOrDefault("unchanged", 0L),
                    of.getOrDefault("rejected", 0L)));
        });
        return counts;
    }

    private List<IntakeOutcome.Rejected> rejected(UUID id) {
        return intakes.rejected(id, TABLES, IntakeOutcome.LISTED).stream()
                .map(row -> new IntakeOutcome.Rejected(row.tableName(), row.line(), row.reason()))
                .toList();
    }

    private static List<IntakeOutcome.Reported> listed(List<IntakeOutcome.Reported> all) {
        if (all.size() <= IntakeOutcome.LISTED) {
            return all;
        }
        List<IntakeOutcome.Reported> listed = new ArrayList<>(all.subList(0, IntakeOutcome.LISTED - 1));
        listed.add(new IntakeOutcome.Reported("", null, (all.size() - listed.size()) + " more are not listed"));
        return listed;
    }

    private Savepoint savepoint() {
        try {
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void takeBackTo(Savepoint beginning) {
        try {
            connection.rollback(beginning);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The parts of one request, as they come. */
    private final class Arrival {
        private static final String ABOUT_CHILDREN =
                "Holdfast knows children by a reference only. Columns that can name one are never read or stored; leave them out of the extract.";
        private static final String ONLY_THE_ID =
                "Of ssd_person only pers_person_id may be read. This column was neither read nor stored; leave it out of the extract.";

        private final UUID id;
        private final Progress.Counting counting;
        private final Set<ExtractTable> read = EnumSet.noneOf(ExtractTable.class);
        private final List<IntakeOutcome.RefusedColumn> refused = new ArrayList<>();
        private final List<IntakeOutcome.Reported> reported = new ArrayList<>();

        Arrival(UUID id, Progress.Counting counting) {
            this.id = id;
            this.counting = counting;
        }

        void part(FileItemInput part) throws IOException {
            String name = PartName.of(part.getFieldName(), part.getName());
            Optional<ExtractTable> table = ExtractTable.of(name);
            if (table.isPresent()) {
                file(table.get(), part);
            } else if (!PartName.isEmptyChoice(part.getFieldName(), part.getName())) {
                reported.add(new IntakeOutcome.Reported(PartName.shown(name), null, "This part is not a table that is read, and was ignored"));
            }
        }

        private void file(ExtractTable table, FileItemInput part) throws IOException {
            if (!read.add(table)) {
                throw new ExtractFile.NotReadable(table.code() + " came twice.");
            }
            PartText text = PartText.of(part.getInputStream());
            if (text.isWindows1252()) {
                report(table, "The file is not UTF-8 and was read as Windows-1252");
            }
            ExtractFile file = new ExtractFile(table, text.reader());
            reportColumns(table, file.columns());
            Staging.Table rows = staging.into(id, table);
            file.forEachRow(row -> {
                rows.accept(row);
                counting.row();
            });
            rows.finish();
        }

        private void reportColumns(ExtractTable table, Heading columns) {
            columns.unknown().forEach(column -> report(table, "Column " + column + " is not known and was ignored"));
            columns.refused().forEach(column -> refused.add(new IntakeOutcome.RefusedColumn(
                    table.code(), column, table == ExtractTable.PERSON ? ONLY_THE_ID : ABOUT_CHILDREN)));
            columns.absent().forEach(column -> report(table, "Column " + column + " is missing, so no row of this file can be read"));
        }

        private void report(ExtractTable table, String what) {
            reported.add(new IntakeOutcome.Reported(table.code(), 1, what));
        }

        Taken compared() {
            if (read.isEmpty()) {
                return unreadable("The request holds none of the tables " + TABLES.replace(",", ", ") + ".");
            }
            Set<String> tables = read.stream().map(ExtractTable::code).collect(Collectors.toSet());
            return new Taken.Read(id, compare(id, tables, refused, reported));
        }
    }
}
