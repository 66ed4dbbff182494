package org.holdfast.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/**
 * Holdfast is Apache-2.0, so nothing that only the GPL covers may be shipped with it. LGPL jars may, because they stay
 * separate and unmodified in {@code lib/}. The licences are those the artifacts' own POMs, or their parents', declare.
 */
class LicencesTest {
    @Test
    void nothingWeShipIsUnderTheGplAlone() throws IOException {
        TreeMap<String, List<String>> refused = new TreeMap<>();
        for (Path pom : runtimePoms()) {
            List<String> licences = licences(pom);
            if (!licences.isEmpty() && licences.stream().allMatch(LicencesTest::isGpl)) {
                refused.put(artifact(pom), licences);
            }
        }
        assertEquals("{}", refused.toString());
    }

    @Test
    void everythingWeShipSaysItsLicence() throws IOException {
        List<String> silent = runtimePoms().stream()
            .filter(pom -> licences(pom).isEmpty()).map(LicencesTest::artifact).toList();

        assertEquals(List.of(), silent);
    }

    @Test
    void tellsTheGplFromItsRelatives() {
        assertTrue(isGpl("GNU General Public License v3.0"));
        assertTrue(isGpl("GPL-2.0-only"));
        assertTrue(isGpl("GNU Affero General Public License"));
        assertFalse(isGpl("GNU Lesser General Public License 2.1"));
        assertFalse(isGpl("LGPL-2.1-or-later"));
        assertFalse(isGpl("GPL2 w/ CPE"));
        assertFalse(isGpl("GNU General Public License, version 2 with the Classpath Exception"));
        assertFalse(isGpl("The Apache License, Version 2.0"));
    }

    private static List<Path> runtimePoms() throws IOException {
        String classpath = Files.readString(Path.of("target/runtime-classpath")).strip();
        List<Path> poms = List.of(classpath.split(File.pathSeparator)).stream().map(LicencesTest::pom).toList();
        assertTrue(poms.size() > 50, "the runtime class path is not what it should be");
        return poms;
    }

    /** A classifier stands in the jar's name and not in the POM's; both lie in a folder named after the version. */
    private static Path pom(String jar) {
        Path version = Path.of(jar).getParent();
        return version.resolve(version.getParent().getFileName() + "-" + version.getFileName() + ".pom");
    }

    private static String artifact(Path pom) {
        return pom.getFileName().toString().replace(".pom", "");
    }

    private static List<String> licences(Path pom) {
        Element project = read(pom);
        List<String> own = project.select("> licenses > license > name").eachText();
        Element parent = project.selectFirst("> parent");
        return own.isEmpty() && parent != null ? licences(parentPom(pom, project, parent)) : own;
    }

    private static Element read(Path pom) {
        try {
            return Jsoup.parse(Files.readString(pom), Parser.xmlParser()).selectFirst("project");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Path parentPom(Path pom, Element project, Element parent) {
        String group = parent.selectFirst("> groupId").text();
        String artifact = parent.selectFirst("> artifactId").text();
        String version = parent.selectFirst("> version").text();
        return repository(pom, project, parent).resolve(group.replace('.', '/'))
            .resolve(artifact).resolve(version).resolve(artifact + "-" + version + ".pom");
    }

    /** The local Maven repository: as many folders up as the artifact's own coordinates are long. */
    private static Path repository(Path pom, Element project, Element parent) {
        Element own = project.selectFirst("> groupId");
        String group = own == null ? parent.selectFirst("> groupId").text() : own.text();
        Path path = pom.getParent().getParent().getParent();
        for (int i = 0; i < group.split("\\.").length; i++) {
            path = path.getParent();
        }
        return path;
    }

    private static boolean isGpl(String name) {
        String licence = name.toLowerCase(Locale.ROOT);
        boolean gpl = licence.contains("gpl") || licence.contains("general public license");
        boolean relative = licence.contains("lgpl") || licence.contains("lesser") || licence.contains("library general")
            || licence.contains("exception") || licence.contains("cpe");
        return gpl && !relative;
    }
}
