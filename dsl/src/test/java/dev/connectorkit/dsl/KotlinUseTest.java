package dev.connectorkit.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tests in Kotlin show that the API reads well from there; this one, that they show all of it. */
class KotlinUseTest {
    private static final DescribedPredicate<JavaClass> API =
            DescribedPredicate.describe("of the API", KotlinUseTest::isOfTheApi);

    private static boolean isOfTheApi(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().contains(".internal")
                && type.getEnclosingClass().map(KotlinUseTest::isOfTheApi).orElse(true)
                && source(type).contains("/classes/");
    }

    private static String source(JavaClass type) {
        return type.getSource().map(source -> source.getUri().toString()).orElse("");
    }

    private static boolean isKotlin(JavaClass type) {
        return type.getSource()
                .flatMap(Source::getFileName)
                .filter(name -> name.endsWith(".kt"))
                .isPresent();
    }

    @Test
    void every_public_type_is_used_by_a_test_in_kotlin() {
        var classes = new ClassFileImporter().importPackages("dev.connectorkit.dsl");
        Set<String> used = classes.stream()
                .filter(KotlinUseTest::isKotlin)
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        var unused = classes.that(API).stream()
                // What is given as a lambda leaves no name behind in the test's class file.
                .filter(type -> !type.isAnnotatedWith(FunctionalInterface.class))
                // Nobody calls a program.
                .filter(type -> type.tryGetMethod("main", String[].class).isEmpty())
                .map(JavaClass::getName)
                .filter(name -> !name.endsWith("package-info") && !used.contains(name))
                .sorted()
                .toList();

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(unused).isEmpty();
    }
}
