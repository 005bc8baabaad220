package dev.confab.gateway.room;

import dev.confab.protocol.Username;

/** Is told when the first connection of a user enters a stream on this gateway, and when the last one has gone. */
interface Attendance {
    /** Of a stream in which nobody is told who is there. */
    Attendance UNTOLD = new Attendance() {
        @Override
        public void onCame(Username user) {}

        @Override
        public void onWent(Username user) {}
    };

    void onCame(Username user);

    void onWent(Username user);
}
