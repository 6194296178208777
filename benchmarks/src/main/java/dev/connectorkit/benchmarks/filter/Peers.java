package dev.connectorkit.benchmarks.filter;

import com.googlecode.aviator.AviatorEvaluator;
import com.googlecode.aviator.AviatorEvaluatorInstance;
import com.googlecode.aviator.runtime.function.AbstractFunction;
import com.googlecode.aviator.runtime.function.FunctionUtils;
import com.googlecode.aviator.runtime.type.AviatorObject;
import com.googlecode.aviator.runtime.type.AviatorString;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.MapContext;
import org.mvel2.MVEL;
import org.springframework.expression.Expression;
import org.springframework.expression.spel.SpelCompilerMode;
import org.springframework.expression.spel.SpelParserConfiguration;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.expression.spel.support.StandardEvaluationContext;

/**
 * The expression languages of the JVM, set up for speed as their documentation recommends, without a cache of compiled
 * expressions. One class each, so that using one loads no other.
 */
final class Peers {
    private Peers() {}

    static final class Spel {
        private static final SpelExpressionParser PARSER =
                new SpelExpressionParser(new SpelParserConfiguration(SpelCompilerMode.IMMEDIATE, null));

        private Spel() {}

        static Predicate<Map<String, Object>> compile(String text) {
            Expression expression = PARSER.parseExpression(text);
            var context = new StandardEvaluationContext();
            return account -> Boolean.TRUE.equals(expression.getValue(context, account));
        }
    }

    static final class Aviator {
        private static final AviatorEvaluatorInstance EVALUATOR = AviatorEvaluator.newInstance();

        static {
            EVALUATOR.addFunction(new Lower());
        }

        private Aviator() {}

        static Predicate<Map<String, Object>> compile(String text) {
            var expression = EVALUATOR.compile(text, false);
            return account -> Boolean.TRUE.equals(expression.execute(account));
        }

        private static final class Lower extends AbstractFunction {
            private static final long serialVersionUID = 1L;

            @Override
            public String getName() {
                return "lower";
            }

            @Override
            public AviatorObject call(Map<String, Object> env, AviatorObject argument) {
                return new AviatorString(
                        FunctionUtils.getStringValue(argument, env).toLowerCase(Locale.ROOT));
            }
        }
    }

    static final class Mvel {
        private Mvel() {}

        static Predicate<Map<String, Object>> compile(String text) {
            Serializable expression = MVEL.compileExpression(text);
            return account -> Boolean.TRUE.equals(MVEL.executeExpression(expression, account));
        }
    }

    static final class Jexl {
        private static final JexlEngine ENGINE = new JexlBuilder().create();

        private Jexl() {}

        static Predicate<Map<String, Object>> compile(String text) {
            JexlExpression expression = ENGINE.createExpression(text);
            return account -> Boolean.TRUE.equals(expression.evaluate(new MapContext(account)));
        }
    }

    static final class Cel {
        private static final CelCompiler COMPILER = compiler();
        private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
                .addLibraries(CelExtensions.strings())
                .build();

        private Cel() {}

        private static CelCompiler compiler() {
            var builder = CelCompilerFactory.standardCelCompilerBuilder().addLibraries(CelExtensions.strings());
            Accounts.all().get(0).keySet().forEach(name -> builder.addVar(name, SimpleType.DYN));
            return builder.build();
        }

        static Predicate<Map<String, Object>> compile(String text) {
            CelRuntime.Program program = program(text);
            return account -> {
                try {
                    return Boolean.TRUE.equals(program.eval(account));
                } catch (CelEvaluationException e) {
                    throw new IllegalStateException(e);
                }
            };
        }

        private static CelRuntime.Program program(String text) {
            try {
                return RUNTIME.createProgram(COMPILER.compile(text).getAst());
            } catch (CelValidationException | CelEvaluationException e) {
                throw new IllegalArgumentException(text, e);
            }
        }
    }
}
