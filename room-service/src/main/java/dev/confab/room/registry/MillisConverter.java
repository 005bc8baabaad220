package dev.confab.room.registry;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times are kept as milliseconds UTC, which no driver's or server's time zone can shift. */
@Converter(autoApply = true)
class MillisConverter implements AttributeConverter<Instant, Long> {
    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
