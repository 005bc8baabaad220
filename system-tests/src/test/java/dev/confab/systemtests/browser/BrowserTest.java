package dev.confab.systemtests.browser;

import dev.confab.systemtests.SystemTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A system test with real browsers. Its methods may take {@link Browsers}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SystemTest
@ExtendWith(BrowserExtension.class)
@interface BrowserTest {}
