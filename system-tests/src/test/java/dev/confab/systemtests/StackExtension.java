package dev.confab.systemtests;

import dev.confab.stack.StackException;
import dev.confab.stack.testing.TestStack;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one stack with three gateways for the whole run and hands it to the tests. What a test opened is closed after it;
 * the stack is closed after the last one.
 */
public class StackExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(StackExtension.class);
    private static final StackExtension SHARED = new StackExtension();

    private final String name;
    private final Supplier<TestStack> starter;

    public StackExtension() {
        this("shared", Stacks::shared);
    }

    /** @param name under which the stack is kept for the run */
    StackExtension(String name, Supplier<TestStack> starter) {
        this.name = name;
        this.starter = starter;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Confab.class;
    }

    @Override
    public Confab resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return given(test);
    }

    /** What a {@link SystemTest} is given. */
    public static Confab confab(ExtensionContext test) {
        return SHARED.given(test);
    }

    private Confab given(ExtensionContext test) {
        TestStack stack = test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(name, _ -> Shared.start(starter), Shared.class)
                .stack();
        return test.getStore(NAMESPACE).computeIfAbsent(Confab.class, _ -> new Confab(stack), Confab.class);
    }

    /** The stack of the run, or why there is none: starting is tried once. */
    private record Shared(Optional<TestStack> started, Optional<StackException> failure) implements AutoCloseable {
        static Shared start(Supplier<TestStack> starter) {
            try {
                return new Shared(Optional.of(starter.get()), Optional.empty());
            } catch (StackException e) {
                return new Shared(Optional.empty(), Optional.of(e));
            }
        }

        TestStack stack() {
            failure.ifPresent(e -> {
                throw new StackException("there is no stack to test: " + e.getMessage(), e);
            });
            return started.orElseThrow();
        }

        @Override
        public void close() {
            started.ifPresent(TestStack::close);
        }
    }
}
