package org.holdfast.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtractFileTest {
    private static final String HEAD = "prof_professional_id,prof_professional_name,prof_professional_job_title\r\n";

    @Test
    void aRowStandsOnTheLineWhereItBegins() throws IOException {
        List<ExtractRow> rows = rows(HEAD + "P1,\"Vance,\r\nCarys\",Worker\r\n\r\nP2,Ben,\"a \"\"b\"\"\"\r\nP3,Dora,");

        assertEquals(List.of(2, 5, 6), rows.stream().map(ExtractRow::line).toList());
        assertEquals("a \"b\"", rows.get(1).text2());
    }

    @Test
    void aRowOfAnotherWidthIsRejectedAndTheOthersAreRead() throws IOException {
        List<ExtractRow> rows = rows(HEAD + "P1,Ben\nP2,Ben,Worker\nP3,Ben,Worker,more\n");

        assertEquals(3, rows.size());
        assertTrue(rows.get(0).unreadable().contains("2 cells"));
        assertEquals(null, rows.get(1).unreadable());
        assertTrue(rows.get(2).unreadable().contains("4 cells"));
    }

    @Test
    void aQuotationMarkThatIsNeverClosedRefusesTheFileByItsLine() {
        IOException refused = assertThrows(ExtractFile.NotReadable.class, () -> rows(HEAD + "P1,Ben,Worker\nP2,\"Ben,Worker\n"));

        assertTrue(refused.getMessage().contains("line 3"), refused.getMessage());
    }

    @Test
    void suchAMarkDoesNotReadAHugeFileIntoOneCell() {
        String endless = HEAD + "P1,\"" + "x".repeat(3_000_000);

        assertThrows(ExtractFile.NotReadable.class, () -> rows(endless));
    }

    @Test
    void whatIsNoCsvOrLacksItsIdIsRefused() {
        for (String text : List.of("", "PK\u0003\u0004\0\0", "name;id\n", "{\"a\":1}", "prof_professional_name\nBen\n")) {
            assertThrows(ExtractFile.NotReadable.class, () -> rows(text), text);
        }
    }

    @Test
    void aRefusalRepeatsNothingOfTheFile() {
        IOException refused = assertThrows(ExtractFile.NotReadable.class, () -> rows("Oona,Solyom,14/02/2010\n"));

        assertFalse(refused.getMessage().contains("Oona"));
    }

    @Test
    void utf8WithAMarkAndWindows1252AreBothRead() throws IOException {
        String csv = HEAD + "P1,\"Sólyom, Zoë\",Worker\n";

        assertEquals("Zoë Sólyom", name(("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8)));
        assertEquals("Zoë Sólyom", name(csv.getBytes(StandardCharsets.UTF_8)));
        assertEquals("Zoë Sólyom", name(csv.getBytes(Charset.forName("windows-1252"))));
    }

    @Test
    void oneByteThatIsNotUtf8MakesTheWholeFileWindows1252() throws IOException {
        byte[] bytes = (HEAD + "P1,Zoë,W\n").getBytes(StandardCharsets.UTF_8);
        byte[] mixed = java.util.Arrays.copyOf(bytes, bytes.length + 6);
        System.arraycopy("P2,\u00e9,".getBytes(StandardCharsets.ISO_8859_1), 0, mixed, bytes.length, 5);
        mixed[mixed.length - 1] = '\n';

        assertTrue(PartText.of(new ByteArrayInputStream(mixed)).isWindows1252());
        assertEquals("ZoÃ«", name(mixed));
    }

    @Test
    void nullAsTextIsNothing() throws IOException {
        assertEquals(null, rows(HEAD + "P1,Ben,NULL\n").getFirst().text2());
        assertEquals(null, rows(HEAD + "P1,Ben, null \n").getFirst().text2());
    }

    private static String name(byte[] bytes) throws IOException {
        List<ExtractRow> rows = new ArrayList<>();
        new ExtractFile(ExtractTable.PROFESSIONALS, PartText.of(new ByteArrayInputStream(bytes)).reader()).forEachRow(rows::add);
        return rows.getFirst().text1();
    }

    private static List<ExtractRow> rows(String text) throws IOException {
        List<ExtractRow> rows = new ArrayList<>();
        new ExtractFile(ExtractTable.PROFESSIONALS, new StringReader(text)).forEachRow(rows::add);
        return rows;
    }
}
