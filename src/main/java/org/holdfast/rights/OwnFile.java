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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.holdfast.access.Viewer;
import org.holdfast.templates.Templates;
import org.holdfast.time.Today;
import org.holdfast.web.Words;

/**
 * Everything that is held about one person, made while they download it and kept nowhere: one page to read and the same as
 * JSON for another program. What belongs into it is said by {@code own_file_source} in the database.
 */
@Singleton
class OwnFile {
    private final Rows rows;
    private final ObjectMapper json;
    private final Templates templates;
    private final Today today;

    OwnFile(Rows rows, ObjectMapper json, Templates templates, Today today) {
        this.rows = rows;
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
