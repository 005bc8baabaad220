package dev.confab.chassis.identity;

import dev.confab.chassis.topics.StartAt;
import dev.confab.chassis.topics.TopicReader;
import dev.confab.protocol.Json;
import dev.confab.protocol.SessionEnded;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The sessions that ended lately: their access tokens are void although they have not expired. Follows {@link
 * Topic#SESSIONS} and fires each {@link SessionEnded} as a CDI event, on the reader's thread.
 */
@ApplicationScoped
public class EndedSessions {
    private final Map<SessionId, Instant> forgetAt = new ConcurrentHashMap<>();
    private final Event<SessionEnded> ended;
    private final Duration tokenLifetime;
    private final TopicReader reader;

    /** @param tokenLifetime How long an access token is good for. The same in all services. */
    EndedSessions(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Event<SessionEnded> ended,
            @ConfigProperty(name = "confab.tokens.lifetime", defaultValue = "15m") Duration tokenLifetime) {
        this.ended = ended;
        this.tokenLifetime = tokenLifetime;
        this.reader = new TopicReader(
                        kafka, Topic.SESSIONS, new StartAt.Ago(tokenLifetime.multipliedBy(2)), this::onRecords)
                .lookingOut();
    }

    public boolean contains(SessionId session) {
        return forgetAt.containsKey(session);
    }

    /** Whether all that ended before this process started is known. */
    public boolean isCaughtUp() {
        return reader.isCaughtUp();
    }

    /**
     * Whether nobody counts as signed in whose session ended a while ago. False for a moment after this process was paused
     * or cut off from Kafka: until it has learnt what happened meanwhile.
     */
    public boolean isCurrent() {
        return reader.isCurrent();
    }

    /** Done when {@link #contains} can be trusted; after a pause of this process that takes a moment. */
    public Uni<Void> settled() {
        CompletableFuture<Void> settled = reader.settled().toCompletableFuture();
        if (settled.isDone()) {
            return Uni.createFrom().voidItem();
        }
        Context caller = Vertx.currentContext();
        Uni<Void> later = Uni.createFrom().completionStage(settled);
        return caller == null
                ? later.emitOn(Infrastructure.getDefaultWorkerPool())
                : later.emitOn(MutinyHelper.executor(caller));
    }

    void onStart(@Observes StartupEvent started) {
        reader.start();
    }

    void onStop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    private void onRecords(ConsumerRecords<byte[], byte[]> batch) {
        Instant now = Instant.now();
        forgetAt.values().removeIf(now::isAfter);
        TopicReader.Handler.ofEach(record -> {
                    SessionEnded end = Json.read(record.value(), SessionEnded.class);
                    forgetAt.put(end.session(), now.plus(tokenLifetime.multipliedBy(2)));
                    ended.fire(end);
                })
                .onRecords(batch);
    }
}
