package dev.confab.systemtests.chaos;

import dev.confab.stack.link.Cut;
import dev.confab.stack.testing.TestStack;

/** Something that goes wrong and is put right again. */
sealed interface Fault {
    /** What is concerned: faults of the same process don't go together. */
    String process();

    void begin(TestStack stack);

    void end(TestStack stack);

    /** kill -9. */
    record Kill(String process) implements Fault {
        @Override
        public void begin(TestStack stack) {
            stack.kill(process);
        }

        @Override
        public void end(TestStack stack) {
            stack.start(process);
        }
    }

    /** As by a deployment. */
    record Stop(String process) implements Fault {
        @Override
        public void begin(TestStack stack) {
            stack.stop(process);
        }

        @Override
        public void end(TestStack stack) {
            stack.start(process);
        }
    }

    /** It stands still, as in a long garbage collection, and wakes up without knowing. */
    record Pause(String process) implements Fault {
        @Override
        public void begin(TestStack stack) {
            stack.pause(process);
        }

        @Override
        public void end(TestStack stack) {
            stack.resume(process);
        }
    }

    /** It can't reach something that it needs. */
    record CutOff(String process, String target, Cut how) implements Fault {
        @Override
        public void begin(TestStack stack) {
            stack.cut(process, target, how);
        }

        @Override
        public void end(TestStack stack) {
            stack.mend(process, target);
        }
    }
}
