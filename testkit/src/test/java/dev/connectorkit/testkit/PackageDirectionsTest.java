package dev.connectorkit.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackageDirectionsTest {
    private static final String KIT = "dev.connectorkit.testkit";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(KIT);

    @Test
    void packages_depend_in_one_direction() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("run")
                .definedBy(KIT + ".run")
                .layer("simulation")
                .definedBy(KIT + ".simulation")
                .layer("rules")
                .definedBy(KIT + ".rules..")
                .layer("assertj")
                .definedBy(KIT + ".assertj")
                .layer("jqwik")
                .definedBy(KIT + ".jqwik")
                .layer("contract")
                .definedBy(KIT + ".contract")
                .layer("junit")
                .definedBy(KIT + ".junit")
                .whereLayer("simulation")
                .mayNotAccessAnyLayer()
                .whereLayer("run")
                .mayOnlyAccessLayers("simulation")
                .whereLayer("rules")
                .mayOnlyAccessLayers("run", "simulation")
                .whereLayer("assertj")
                .mayOnlyAccessLayers("run", "simulation", "rules")
                .whereLayer("jqwik")
                .mayOnlyAccessLayers("run", "simulation")
                .whereLayer("contract")
                .mayOnlyAccessLayers("run", "simulation", "rules", "assertj", "jqwik")
                .whereLayer("junit")
                .mayOnlyAccessLayers("run", "simulation")
                .check(CLASSES);
    }

    @Test
    void no_package_needs_one_that_needs_it() {
        slices().matching(KIT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void runs_simulation_and_rules_know_no_test_framework() {
        noClasses()
                .that()
                .resideInAnyPackage(KIT + ".run", KIT + ".simulation", KIT + ".rules..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.assertj..", "net.jqwik..")
                .check(CLASSES);
    }
}
