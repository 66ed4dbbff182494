package org.holdfast.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The arrows between the rooms of the house, and who may look at a clock. */
class BoundariesTest {
    private static final String[] LEAVES = {"access", "audit", "database", "mail", "pdf", "sealing", "time"};
    private static final JavaClasses HOUSE = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("org.holdfast");

    @Test
    void leavesKnowNoRoom() {
        noClasses().that().resideInAnyPackage(rooms(LEAVES))
            .should().dependOnClassesThat(inTheHouseBut(LEAVES))
            .check(HOUSE);
    }

    @Test
    void pagesAndJobsKnowNoRoom() {
        noClasses().that().resideInAPackage("org.holdfast.web..")
            .should().dependOnClassesThat(inTheHouseBut("web", "templates", "access", "audit", "database", "pdf", "sealing", "time"))
            .check(HOUSE);
        noClasses().that().resideInAPackage("org.holdfast.jobs..")
            .should().dependOnClassesThat(inTheHouseBut("jobs", "access", "audit", "database", "pdf", "sealing", "time"))
            .check(HOUSE);
    }

    @Test
    void nobodyKnowsTheDemonstrationOrTheHomePage() {
        noClasses().that().resideOutsideOfPackages("org.holdfast.demo..", "org.holdfast", "org.holdfast.templates..")
            .should().dependOnClassesThat().resideInAPackage("org.holdfast.demo..")
            .check(HOUSE);
        noClasses().that().resideOutsideOfPackages("org.holdfast.home..", "org.holdfast.templates..")
            .should().dependOnClassesThat().resideInAPackage("org.holdfast.home..")
            .check(HOUSE);
    }

    @Test
    void noRoomsStandInACircle() {
        slices().matching("org.holdfast.(*)..").should().beFreeOfCycles()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), JavaClass.Predicates.resideInAPackage("org.holdfast.templates.."))
            .check(HOUSE);
    }

    @Test
    void nobodyLooksAtAClockOfTheirOwn() {
        noClasses().that().resideInAPackage("org.holdfast..")
            .should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(ZonedDateTime.class, "now")
            .orShould().callMethod(UUID.class, "randomUUID")
            .check(HOUSE);
        noClasses().that().resideOutsideOfPackage("org.holdfast.time")
            .should().callMethod(Clock.class, "systemUTC").orShould().callMethod(Clock.class, "systemDefaultZone")
            .check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> inTheHouseBut(String... rooms) {
        return JavaClass.Predicates.resideInAPackage("org.holdfast..")
            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(rooms(rooms))));
    }

    private static String[] rooms(String... names) {
        String[] packages = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            packages[i] = "org.holdfast." + names[i] + "..";
        }
        return packages;
    }
}
