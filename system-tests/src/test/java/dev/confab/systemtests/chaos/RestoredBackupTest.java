package dev.confab.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.ReplicatedTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.faults.StoredMessages;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The backup drill of {@code docs/operations.md}, with the database's own tools. */
@ReplicatedTest
@Order(ReplicatedTest.LAST)
class RestoredBackupTest {
    private static final List<String> REPLICAS = List.of("message-service-1", "message-service-2");

    @Test
    void shouldCatchUpFromTheLogWhenAnOlderBackupIsRestored(Confab confab, @TempDir Path folder) throws Exception {
        // given
        var owner = confab.person("owner");
        var rooms = IntStream.range(0, 4)
                .mapToObj(i -> confab.room(owner, "kept" + i))
                .toList();
        var writer = confab.connect(owner);
        var marks = Marks.by(confab, writer, rooms);
        marks.awaitProjection();
        var stack = confab.stack();
        var backup = folder.resolve("message.sql");
        run(stack, "mariadb-dump", backup.toFile(), Path.of("/dev/null").toFile(), "--single-transaction");
        var later = confab.room(owner, "later");
        writer.join(later);
        var all = new ArrayList<>(rooms);
        all.add(later);
        all.forEach(
                room -> writer.ask(ChatClient.message(room, "after the backup")).expectOk());
        marks.awaitProjection();
        // when
        REPLICAS.forEach(stack::stop);
        run(stack, "mariadb", folder.resolve("out").toFile(), backup.toFile());
        assertThat(new StoredMessages(stack).of(later)).isEmpty();
        writer.send("while the history is away");
        REPLICAS.forEach(stack::start);
        // then
        Marks.by(confab, writer, all).awaitProjection();
        var streams = all.stream().map(room -> Channel.room(room).stream()).toList();
        var log = ReadLog.of(streams, stack.kafka());
        for (var stream : streams) {
            assertThat(new StoredContents(stack).of(stream))
                    .as(stream)
                    .isEqualTo(log.of(stream).contents());
        }
        assertThat(writer.history(later).texts()).startsWith("after the backup", "while the history is away");
    }

    /** One of the programs that come with the embedded server, at message-service's schema. */
    private static void run(TestStack stack, String program, File out, File in, String... options)
            throws IOException, InterruptedException {
        var server = URI.create(stack.databaseUrl());
        var login = server.getUserInfo().split(":", 2);
        var programs = Path.of("../local-stack/target/mariadb/programs").toAbsolutePath();
        var command = new ArrayList<>(List.of(
                programs.resolve("bin").resolve(program).toString(),
                "--no-defaults",
                "--skip-ssl",
                "--host=" + server.getHost(),
                "--port=" + server.getPort(),
                "--user=" + login[0]));
        command.addAll(List.of(options));
        command.add(stack.schema("message-service"));
        var builder = new ProcessBuilder(command)
                .redirectInput(in)
                .redirectOutput(out)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "MYSQL_PWD",
                        login[1],
                        "LD_LIBRARY_PATH",
                        programs.resolve("libs").toString()));
        var process = builder.start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(program).isZero();
    }
}
