package dev.confab.stack.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledLauncherTest {
    private static final TopicPartition ROOMS = new TopicPartition("rooms", 0);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @AfterEach
    void endEverything() {
        new Leftovers(new DataFolder(folder), System.err::println).end();
    }

    @Test
    void shouldFindItsDataAgainAfterTheLauncherWasKilled() throws Exception {
        try (var first = new Launcher(folder)) {
            writeRow(first.jdbcUrl);
            writeRecord(first.kafka);
            first.kill();
        }

        try (var second = new Launcher(folder)) {
            assertThat(readRow(second.jdbcUrl)).isEqualTo("kept");
            assertThat(readRecord(second.kafka)).isEqualTo("kept");
        }
    }

    private static void writeRow(String jdbcUrl) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE note (text VARCHAR(20))");
            statement.execute("INSERT INTO note VALUES ('kept')");
        }
    }

    private static String readRow(String jdbcUrl) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var rows = connection.createStatement().executeQuery("SELECT text FROM note")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void writeRecord(String servers) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers, "acks", "all");
        try (var admin = Admin.create(settings);
                var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(ROOMS.topic(), 1, (short) 1)))
                    .all()
                    .get();
            producer.send(new ProducerRecord<>(ROOMS.topic(), "kept")).get();
        }
    }

    private static String readRecord(String servers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", servers);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(ROOMS));
            consumer.seekToBeginning(List.of(ROOMS));
            return consumer.poll(PATIENCE).iterator().next().value();
        }
    }

    /** A launcher in a process of its own; ended with care unless it was killed. */
    private static final class Launcher implements AutoCloseable {
        private final Process process;
        final String jdbcUrl;
        final String kafka;

        Launcher(Path folder) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            LauncherMain.class.getName(),
                            folder.toString())
                    .redirectError(Redirect.INHERIT)
                    .start();
            BufferedReader said = process.inputReader();
            jdbcUrl = said.readLine();
            kafka = said.readLine();
        }

        void kill() {
            process.destroyForcibly().onExit().join();
        }

        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }
}
