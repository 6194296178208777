package dev.connectorkit.cli.filter;

import dev.connectorkit.dsl.spec.AttributeType;
import dev.connectorkit.dsl.spec.ConnectorSpec;
import dev.connectorkit.dsl.spec.SchemaAttribute;
import dev.connectorkit.dsl.spec.SpecException;
import dev.connectorkit.filter.FilterCompiler;
import dev.connectorkit.filter.FilterResult;
import dev.connectorkit.filter.ValueType;
import dev.connectorkit.filter.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reports everything that is wrong or suspicious about a filter string.",
        footer = {"", "Exit code: 0 if there is nothing but notes to report, 1 if there are errors or warnings."})
final class CheckFilter implements Callable<Integer> {
    private enum Format {
        TEXT,
        JSON
    }

    /** Where the attributes come from, if anybody knows them. */
    private static final class KnownAttributes {
        @Option(
                names = "--spec",
                paramLabel = "FILE",
                description = "A connector-spec.json, whose account schema has the attributes.")
        private @Nullable Path specFile;

        @Option(
                names = "--attributes",
                paramLabel = "NAME:TYPE",
                split = ",",
                description =
                        "The attributes: names with string, boolean, int or long; [] after the type if there may be"
                                + " several values. For example: email:string,age:int,groups:string[]")
        private List<String> declarations = List.of();
    }

    @Mixin
    private FilterArguments filter = new FilterArguments();

    @ArgGroup
    private KnownAttributes known = new KnownAttributes();

    @Option(names = "--strict", description = "Makes an attribute that is not known an error instead of a warning.")
    private boolean strict;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (the default), or json: an array of findings.")
    private Format format = Format.TEXT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        FilterCompiler compiler = withKnownAttributes(filter.compiler());
        FilterResult result = filter.compile(strict ? compiler.onlyKnownAttributes() : compiler);
        var out = spec.commandLine().getOut();
        out.print(format == Format.JSON ? result.toJson() + "\n" : result.report());
        out.flush();
        boolean found = result.issues().stream().anyMatch(issue -> issue.severity() != Severity.INFO);
        return found ? FilterCommand.FOUND_OR_FAILED : 0;
    }

    private FilterCompiler withKnownAttributes(FilterCompiler compiler) {
        FilterCompiler extended = compiler;
        if (known.specFile != null) {
            for (SchemaAttribute attribute :
                    connectorSpec(known.specFile).accountSchema().attributes()) {
                // What a spec does not say, or says wrongly, the platform treats as text.
                boolean typed = attribute.type() != AttributeType.UNKNOWN;
                ValueType type = typed ? ValueType.of(attribute.type().text()) : ValueType.STRING;
                boolean multi = attribute.traits().contains(SchemaAttribute.Trait.MULTI);
                extended = with(extended, attribute.name(), type, multi);
            }
        }
        for (String declaration : known.declarations) {
            extended = declared(extended, declaration);
        }
        return extended;
    }

    private static FilterCompiler with(FilterCompiler compiler, String name, ValueType type, boolean multi) {
        return multi ? compiler.multiValuedAttribute(name, type) : compiler.attribute(name, type);
    }

    /** Adds an attribute written {@code name:type}, where the name may have colons too. */
    private FilterCompiler declared(FilterCompiler compiler, String declaration) {
        int colon = declaration.lastIndexOf(':');
        String type = declaration.substring(colon + 1);
        boolean multi = type.endsWith("[]");
        try {
            ValueType valueType = ValueType.of(multi ? type.substring(0, type.length() - 2) : type);
            return with(compiler, declaration.substring(0, Math.max(colon, 0)), valueType, multi);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--attributes: expected a name and string, boolean, int or long, as in age:int or groups:string[],"
                            + " but got \"" + declaration + "\"",
                    e);
        }
    }

    private ConnectorSpec connectorSpec(Path file) {
        try {
            return ConnectorSpec.parse(Files.readString(file));
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "--spec: cannot read " + file, e);
        } catch (SpecException e) {
            throw new ParameterException(spec.commandLine(), "--spec: " + file + ": " + e.getMessage(), e);
        }
    }
}
