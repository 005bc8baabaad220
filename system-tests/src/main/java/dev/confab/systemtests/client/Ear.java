package dev.confab.systemtests.client;

/** Hears one connection: every frame in the order in which it comes, answers among them. One call at a time. */
public interface Ear {
    /** Hears nothing. */
    Ear DEAF = new Ear() {
        @Override
        public void onFrame(Frame frame) {}

        @Override
        public void onClose(int code) {}
    };

    void onFrame(Frame frame);

    /** Told once, or twice when an error follows; the first is what counts. */
    void onClose(int code);
}
