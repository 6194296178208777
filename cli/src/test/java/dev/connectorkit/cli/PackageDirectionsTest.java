package dev.connectorkit.cli;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackageDirectionsTest {
    private static final String CLI = "dev.connectorkit.cli";

    @Test
    void packages_depend_one_way() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("cli")
                .definedBy(CLI)
                .layer("filter")
                .definedBy(CLI + ".filter")
                .layer("spec")
                .definedBy(CLI + ".spec")
                .layer("validate")
                .definedBy(CLI + ".validate")
                .layer("init")
                .definedBy(CLI + ".init")
                .layer("packaging")
                .definedBy(CLI + ".packaging")
                .layer("console")
                .definedBy(CLI + ".console")
                .layer("connector")
                .definedBy(CLI + ".connector")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("filter")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("spec")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("console")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("validate")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("init")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("packaging")
                .mayOnlyBeAccessedByLayers("cli")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(CLI));
    }
}
