package dev.connectorkit.dsl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackageDirectionsTest {
    private static final String DSL = "dev.connectorkit.dsl";
    private static final String[] LANGUAGE = {"java..", "jakarta.json..", "org.jspecify.annotations"};

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(DSL);

    @Test
    void packages_depend_one_way() {
        slices().matching(DSL + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void spec_and_command_are_at_the_bottom() {
        onlyUses("spec", "dev.connectorkit.filter..", DSL + ".internal..");
        onlyUses("command", DSL + ".spec", DSL + ".internal.json");
    }

    @Test
    void the_store_knows_commands_only() {
        onlyUses("store", DSL + ".command", DSL + ".internal.json");
    }

    @Test
    void the_cache_stands_alone() {
        onlyUses("cache", "com.github.benmanes.caffeine..");
    }

    @Test
    void the_definition_does_not_know_what_runs_it() {
        noClasses()
                .that()
                .resideInAPackage(DSL)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DSL + ".runtime..", DSL + ".server..", DSL + ".store..", DSL + ".cache..")
                .check(CLASSES);
    }

    @Test
    void jackson_stays_where_json_is_read() {
        noClasses()
                .that()
                .resideOutsideOfPackages(DSL + ".internal.json", DSL + ".spec.lint")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(CLASSES);
    }

    private void onlyUses(String subject, String... others) {
        var allowed = new ArrayList<>(List.of(LANGUAGE));
        allowed.add(DSL + "." + subject);
        allowed.addAll(List.of(others));
        classes()
                .that()
                .resideInAPackage(DSL + "." + subject)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed.toArray(String[]::new))
                .check(CLASSES);
    }
}
