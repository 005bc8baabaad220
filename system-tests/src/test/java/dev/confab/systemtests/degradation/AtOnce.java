package dev.confab.systemtests.degradation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.ChatClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Answers that nobody has to wait for. */
final class AtOnce {
    /** What refuses is known in no time; what hangs is given up after three to seven seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    /** More than any pool of connections holds. */
    private static final int MANY = 100;

    private AtOnce() {}

    /** The answer says that the part is not available, for now. */
    static void refused(Supplier<Answer> request) {
        answered(request).expectProblem(ErrorCode.UNAVAILABLE);
    }

    static void refused(ChatClient client, ChatClient.Command command) {
        timed(() -> client.ask(command)).expectError(ErrorCode.UNAVAILABLE);
    }

    static Answer answered(Supplier<Answer> request) {
        return timed(request);
    }

    /** Very many of what is refused are under way when the work is done; they hold up neither it nor one another for long. */
    static void refusedByTheHundred(Supplier<Answer> request, Runnable work)
            throws InterruptedException, ExecutionException {
        List<Future<Answer>> refusals = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < MANY; i++) {
                refusals.add(threads.submit(request::get));
            }
            timed(() -> {
                work.run();
                return "work beside refusals by the hundred";
            });
        }
        for (Future<Answer> refusal : refusals) {
            refusal.get().expectProblem(ErrorCode.UNAVAILABLE);
        }
    }

    private static <T> T timed(Supplier<T> request) {
        long begun = System.nanoTime();
        T answer = request.get();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(taken).as(answer.toString()).isLessThan(LIMIT);
        return answer;
    }
}
