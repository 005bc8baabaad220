package dev.confab.systemtests.chaos;

import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.systemtests.chaos.Recording.Outcome;
import dev.confab.systemtests.chaos.Recording.Sent;
import dev.confab.systemtests.client.ChatClient.Command;
import dev.confab.systemtests.client.Frame;
import java.util.Arrays;
import java.util.Optional;

/** Content on its way: sent again with the same id, by whatever gateway, until somebody says what became of it. */
final class Outgoing {
    private final String stream;
    private final String from;
    private final MessageId id;
    private final Command command;
    private boolean inDoubt;
    private Optional<Outcome> outcome = Optional.empty();

    /** @param id that the command names as its own */
    Outgoing(String stream, String from, MessageId id, Command command) {
        this.stream = stream;
        this.from = from;
        this.id = id;
        this.command = command;
    }

    Command command() {
        return command;
    }

    boolean isDone() {
        return outcome.isPresent();
    }

    /** No answer came. */
    void onSilence() {
        inDoubt = true;
    }

    void onAnswer(Frame answer) {
        if (answer.isOk()) {
            outcome = Optional.of(new Outcome.Acknowledged(answer.position()));
            return;
        }
        var code = Arrays.stream(ErrorCode.values())
                .filter(known -> known.wire().equals(answer.text("code")))
                .findFirst()
                .orElseThrow();
        if (code.retryable()) {
            inDoubt |= code != ErrorCode.RATE_LIMITED;
        } else {
            outcome = Optional.of(inDoubt ? new Outcome.Unknown() : new Outcome.Refused(code.wire()));
        }
    }

    Sent sent() {
        return new Sent(stream, from, id.toString(), outcome.orElse(new Outcome.Unknown()));
    }
}
