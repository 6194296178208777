package dev.connectorkit.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests in Kotlin show that the API reads well from there; this one, that they show all of it. */
class KotlinUseTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages("dev.connectorkit.dsl");
    private static final DescribedPredicate<JavaClass> API =
            DescribedPredicate.describe("of the API", KotlinUseTest::isOfTheApi);

    /** Kotlin says ==, string templates and {@code use}. */
    private static final Set<String> CALLED_BY_THE_LANGUAGE = Set.of("equals", "hashCode", "toString", "close");

    /** Kotlin says {@code entries}. */
    private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

    private static boolean isOfTheApi(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().contains(".internal")
                && type.getEnclosingClass().map(KotlinUseTest::isOfTheApi).orElse(true)
                && source(type).contains("/classes/");
    }

    private static String source(JavaClass type) {
        return type.getSource().map(source -> source.getUri().toString()).orElse("");
    }

    private static Stream<JavaClass> kotlin() {
        return CLASSES.stream().filter(KotlinUseTest::isKotlin);
    }

    /** Returns whether a class is started, and called by nobody. */
    private static boolean isProgram(JavaClass type) {
        return type.tryGetMethod("main", String[].class).isPresent();
    }

    private static boolean isKotlin(JavaClass type) {
        return type.getSource()
                .flatMap(Source::getFileName)
                .filter(name -> name.endsWith(".kt"))
                .isPresent();
    }

    @Test
    void every_public_type_is_used_by_a_test_in_kotlin() {
        Set<String> used = kotlin().flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        var unused = CLASSES.that(API).stream()
                // What is given as a lambda leaves no name behind in the test's class file.
                .filter(type -> !type.isAnnotatedWith(FunctionalInterface.class))
                .filter(type -> !isProgram(type))
                .map(JavaClass::getName)
                .filter(name -> !name.endsWith("package-info") && !used.contains(name))
                .sorted()
                .toList();

        assertThat(used).hasSizeGreaterThan(100);
        assertThat(unused).isEmpty();
    }

    @Test
    void every_public_method_is_called_or_implemented_by_a_test_in_kotlin() {
        var used = Stream.concat(called(), implemented()).collect(Collectors.toSet());
        var unused = CLASSES.that(API).stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(KotlinUseTest::isToBeUsed)
                // Whoever calls a method of an interface calls what overrides it.
                .filter(method -> lineage(method).noneMatch(used::contains))
                .map(JavaMethod::getFullName)
                .sorted()
                .toList();

        assertThat(used).hasSizeGreaterThan(500);
        assertThat(unused).isEmpty();
    }

    private static Stream<JavaMethod> called() {
        return kotlin().flatMap(type -> Stream.concat(
                type.getMethodCallsFromSelf().stream().flatMap(call -> call.getTarget().resolveMember().stream()),
                type.getMethodReferencesFromSelf().stream()
                        .flatMap(reference -> reference.getTarget().resolveMember().stream())));
    }

    private static Stream<JavaMethod> implemented() {
        return kotlin().flatMap(type -> type.getMethods().stream()).flatMap(KotlinUseTest::lineage);
    }

    /** Returns the method and those that it overrides. */
    private static Stream<JavaMethod> lineage(JavaMethod method) {
        var owner = method.getOwner();
        var parameters =
                method.getRawParameterTypes().stream().map(HasName::getName).toArray(String[]::new);
        return Stream.of(Set.of(owner), owner.getAllRawSuperclasses(), owner.getAllRawInterfaces())
                .flatMap(Collection::stream)
                .flatMap(type -> type.tryGetMethod(method.getName(), parameters).stream());
    }

    private static boolean isToBeUsed(JavaMethod method) {
        var owner = method.getOwner();
        var modifiers = method.getModifiers();
        return modifiers.contains(JavaModifier.PUBLIC)
                && !modifiers.contains(JavaModifier.SYNTHETIC)
                && !CALLED_BY_THE_LANGUAGE.contains(method.getName())
                && !(owner.isEnum() && OF_EVERY_ENUM.contains(method.getName()))
                // A lambda implements it, which leaves no name behind in the test's class file.
                && !(owner.isAnnotatedWith(FunctionalInterface.class) && modifiers.contains(JavaModifier.ABSTRACT))
                && !isProgram(owner);
    }
}
