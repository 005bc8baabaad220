package dev.confab.systemtests.degradation;

import dev.confab.stack.testing.TestStack;

/** How a part is down. */
enum Outage {
    /** Who connects is refused. */
    STOPPED,
    /** Who connects gets no answer. */
    PAUSED;

    /** Begins the outage; closing what is returned ends it and waits until the part is ready again. */
    Down of(TestStack stack, String process) {
        switch (this) {
            case STOPPED -> stack.kill(process);
            case PAUSED -> stack.pause(process);
        }
        return () -> {
            switch (this) {
                case STOPPED -> stack.start(process);
                case PAUSED -> stack.resume(process);
            }
        };
    }

    interface Down extends AutoCloseable {
        @Override
        void close();
    }
}
