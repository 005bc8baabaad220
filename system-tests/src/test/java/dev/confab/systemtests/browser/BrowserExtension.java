package dev.confab.systemtests.browser;

import dev.confab.systemtests.StackExtension;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts one Chromium for the whole run. After every test no page may have complained, broken its content security policy
 * or asked anybody else for anything; a test that failed leaves pictures in {@code target/failures}.
 */
final class BrowserExtension implements ParameterResolver, AfterTestExecutionCallback {
    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browsers.class;
    }

    @Override
    public Browsers resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var confab = StackExtension.confab(test);
        Chromium chromium = test.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Chromium.class, _ -> Chromium.start(), Chromium.class);
        return test.getStore(NAMESPACE)
                .computeIfAbsent(Browsers.class, _ -> new Browsers(chromium, confab), Browsers.class);
    }

    @Override
    public void afterTestExecution(ExtensionContext test) {
        Browsers browsers = test.getStore(NAMESPACE).get(Browsers.class, Browsers.class);
        if (browsers == null) {
            return;
        }
        if (test.getExecutionException().isPresent()) {
            browsers.takePictures(test.getRequiredTestClass().getSimpleName() + "."
                    + test.getRequiredTestMethod().getName());
        } else {
            browsers.expectNoComplaints();
        }
    }
}
