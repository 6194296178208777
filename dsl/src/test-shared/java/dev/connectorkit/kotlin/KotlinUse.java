package dev.connectorkit.kotlin;

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
import org.junit.platform.commons.annotation.Testable;

/** The tests in Kotlin show that the API of a module reads well from there; these, that they show all of it. */
public abstract class KotlinUse {
    private static final DescribedPredicate<JavaClass> API =
            DescribedPredicate.describe("of the API", KotlinUse::isOfTheApi);

    /** Kotlin says ==, string templates and {@code use}. */
    private static final Set<String> CALLED_BY_THE_LANGUAGE = Set.of("equals", "hashCode", "toString", "close");

    /** Kotlin says {@code entries}. */
    private static final Set<String> OF_EVERY_ENUM = Set.of("values", "valueOf");

    private final JavaClasses classes;
    private final int types;
    private final int methods;

    /** Looks at the classes of a package and below; so many types and methods at least are used from Kotlin. */
    protected KotlinUse(String root, int types, int methods) {
        classes = new ClassFileImporter().importPackages(root);
        this.types = types;
        this.methods = methods;
    }

    private static boolean isOfTheApi(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().contains(".internal")
                && type.getEnclosingClass().map(KotlinUse::isOfTheApi).orElse(true)
                && source(type).contains("/classes/");
    }

    private static String source(JavaClass type) {
        return type.getSource().map(source -> source.getUri().toString()).orElse("");
    }

    private Stream<JavaClass> kotlin() {
        return classes.stream().filter(KotlinUse::isKotlin);
    }

    /** Returns whether a class is started, and called by nobody. */
    private static boolean isProgram(JavaClass type) {
        return type.tryGetMethod("main", String[].class).isPresent();
    }

    /** Returns whether a class is nothing but an argument of annotations, and called by a test framework. */
    private static boolean isNamedByAnnotations(JavaClass type) {
        return type.getMethods().stream().allMatch(KotlinUse::isCalledByAFramework)
                && type.getAllRawInterfaces().stream().anyMatch(KotlinUse::isOfAFramework);
    }

    private static boolean isCalledByAFramework(JavaMethod method) {
        return method.isMetaAnnotatedWith(Testable.class)
                || lineage(method).anyMatch(overridden -> isOfAFramework(overridden.getOwner()));
    }

    private static boolean isOfAFramework(JavaClass type) {
        return type.getName().startsWith("org.junit.") || type.getName().startsWith("net.jqwik.");
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
        var unused = classes.that(API).stream()
                // What is given as a lambda leaves no name behind in the test's class file.
                .filter(type -> !type.isAnnotatedWith(FunctionalInterface.class))
                .filter(type -> !isProgram(type) && !isNamedByAnnotations(type))
                .map(JavaClass::getName)
                .filter(name -> !name.endsWith("package-info") && !used.contains(name))
                .sorted()
                .toList();

        assertThat(used).hasSizeGreaterThan(types);
        assertThat(unused).isEmpty();
    }

    @Test
    void every_public_method_is_called_or_implemented_by_a_test_in_kotlin() {
        var used = Stream.concat(called(), implemented()).collect(Collectors.toSet());
        var unused = classes.that(API).stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(KotlinUse::isToBeUsed)
                // Whoever calls a method of an interface calls what overrides it.
                .filter(method -> lineage(method).noneMatch(used::contains))
                .map(JavaMethod::getFullName)
                .sorted()
                .toList();

        assertThat(used).hasSizeGreaterThan(methods);
        assertThat(unused).isEmpty();
    }

    private Stream<JavaMethod> called() {
        return kotlin().flatMap(type -> Stream.concat(
                type.getMethodCallsFromSelf().stream().flatMap(call -> call.getTarget().resolveMember().stream()),
                type.getMethodReferencesFromSelf().stream()
                        .flatMap(reference -> reference.getTarget().resolveMember().stream())));
    }

    private Stream<JavaMethod> implemented() {
        return kotlin().flatMap(type -> type.getMethods().stream()).flatMap(KotlinUse::lineage);
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
                && !isCalledByAFramework(method)
                && !isProgram(owner);
    }
}
