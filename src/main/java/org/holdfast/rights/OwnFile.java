package org.holdfast.rights;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.type.Argument;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.holdfast.access.Viewer;
import org.holdfast.sealing.OwnText;
import org.holdfast.sealing.OwnTexts;
import org.holdfast.sealing.Sealing;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Words;

/**
 * Everything that is held about one person, made while they download it and kept nowhere: one page to read and the same as
 * JSON for another program. What belongs into it is said by {@code own_file_source} in the database; what is sealed comes
 * from the rooms that keep it.
 */
@Singleton
class OwnFile {
    private static final String SEALED = "What is sealed, and yours to read";

    private final Rows rows;
    private final List<OwnTexts> rooms;
    private final Sealing sealing;
    private final ObjectMapper json;
    private final Templates templates;
    private final Today today;

    OwnFile(Rows rows, List<OwnTexts> rooms, Sealing sealing, ObjectMapper json, Templates templates, Today today) {
        this.rows = rows;
        this.rooms = rooms;
        this.sealing = sealing;
        this.json = json;
        this.templates = templates;
        this.today = today;
    }

    /** One row of some table, with names in place of ids. */
    @Introspected
    record Row(String title, String entry) {}

    @JdbcRepository(dialect = Dialect.POSTGRES)
    interface Rows extends GenericRepository<Row, UUID> {
        /** Everything about the viewer, and about nobody else. */
        @Query(value = "select title, entry from own_file()", nativeQuery = true)
        List<Row> everything();
    }

    /** A ZIP with {@code own-file.html} and {@code own-file.json}. */
    byte[] of(Viewer viewer) {
        Map<String, List<JsonNode>> parts = rows.everything().stream().collect(Collectors.groupingBy(
                Row::title, LinkedHashMap::new, Collectors.mapping(row -> read(row.entry()), Collectors.toList())));
        List<JsonNode> sealed = sealed(viewer);
        if (!sealed.isEmpty()) {
            parts.put(SEALED, sealed);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("own-file.html"));
            zip.write(templates.rightsOwnFileCopy(OwnFileCopy.of(viewer.name(), Words.moment(today.now()), parts)).render().getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("own-file.json"));
            zip.write(json.writeValueAsBytes(tree(parts)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private List<JsonNode> sealed(Viewer viewer) {
        List<OwnText> texts = rooms.stream().flatMap(room -> room.of(viewer).stream()).toList();
        List<Optional<String>> words = sealing.open(texts.stream().map(OwnText::item).toList());
        List<JsonNode> entries = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Map<String, JsonNode> entry = new LinkedHashMap<>();
            entry.put("what", JsonNode.createStringNode(texts.get(i).what()));
            entry.put("words", JsonNode.createStringNode(words.get(i).orElse("It does not open. Ask your administrator for a copy.")));
            entries.add(JsonNode.createObjectNode(entry));
        }
        return entries;
    }

    private static JsonNode tree(Map<String, List<JsonNode>> parts) {
        Map<String, JsonNode> tree = new LinkedHashMap<>();
        parts.forEach((title, rows) -> tree.put(title, JsonNode.createArrayNode(rows)));
        return JsonNode.createObjectNode(tree);
    }

    private JsonNode read(String entry) {
        try {
            return json.readValue(entry, Argument.of(JsonNode.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
