package dev.connectorkit.filter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.connectorkit.filter");

    @Test
    void packages_depend_in_one_direction() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("filter")
                .definedBy("dev.connectorkit.filter")
                .layer("check")
                .definedBy("dev.connectorkit.filter.internal.check")
                .layer("eval")
                .definedBy("dev.connectorkit.filter.internal.eval")
                .layer("sdk")
                .definedBy("dev.connectorkit.filter.internal.sdk")
                .layer("parse")
                .definedBy("dev.connectorkit.filter.internal.parse")
                .layer("grammar")
                .definedBy("dev.connectorkit.filter.internal.grammar")
                .layer("ast")
                .definedBy("dev.connectorkit.filter.ast")
                .layer("diagnostic")
                .definedBy("dev.connectorkit.filter.diagnostic")
                .layer("json")
                .definedBy("dev.connectorkit.filter.internal.json")
                .whereLayer("filter")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("check")
                .mayOnlyBeAccessedByLayers("filter")
                .whereLayer("sdk")
                .mayOnlyBeAccessedByLayers("filter")
                .whereLayer("eval")
                .mayOnlyBeAccessedByLayers("filter", "check")
                .whereLayer("parse")
                .mayOnlyBeAccessedByLayers("filter", "check")
                .whereLayer("grammar")
                .mayOnlyBeAccessedByLayers("parse")
                .whereLayer("ast")
                .mayOnlyBeAccessedByLayers("filter", "check", "eval", "parse")
                .whereLayer("diagnostic")
                .mayOnlyBeAccessedByLayers("filter", "check", "parse", "ast")
                .check(MODULE);
        slices().matching("dev.connectorkit.(filter..)")
                .should()
                .beFreeOfCycles()
                .check(MODULE);
    }

    @Test
    void only_the_parsers_know_antlr() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..internal.parse..", "..internal.grammar..", "..internal.sdk..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.antlr..")
                .check(MODULE);
    }

    @Test
    void the_syntax_tree_needs_nothing_but_spans() {
        classes()
                .that()
                .resideInAPackage("dev.connectorkit.filter.ast")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", "dev.connectorkit.filter.ast", "dev.connectorkit.filter.diagnostic")
                .check(MODULE);
    }
}
