package dev.connectorkit.dsl.spec;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SpecArchitectureTest {
    private static final JavaClasses SPEC = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.connectorkit.dsl.spec");

    @Test
    void the_model_knows_neither_commands_nor_the_runtime_nor_its_lint() {
        classes()
                .that()
                .resideInAPackage("dev.connectorkit.dsl.spec")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "jakarta.json..",
                        "org.jspecify..",
                        "dev.connectorkit.filter..",
                        "dev.connectorkit.dsl.internal.json..",
                        "dev.connectorkit.dsl.internal.spec..",
                        "dev.connectorkit.dsl.spec")
                .check(SPEC);
    }

    @Test
    void the_lint_knows_the_model_and_reads_text_with_jackson() {
        classes()
                .that()
                .resideInAPackage("dev.connectorkit.dsl.spec.lint")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "jakarta.json..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.core..",
                        "dev.connectorkit.dsl.internal.json..",
                        "dev.connectorkit.dsl.internal.spec..",
                        "dev.connectorkit.dsl.spec..")
                .check(SPEC);
    }

    @Test
    void jackson_shows_in_no_public_type() {
        noClasses()
                .that()
                .arePublic()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .check(SPEC);
    }
}
