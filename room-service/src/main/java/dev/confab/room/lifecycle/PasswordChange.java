package dev.confab.room.lifecycle;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.confab.room.password.RoomPassword;
import java.io.IOException;

/** What a change of a room says of its password: nothing (absent), take it away ({@code null}), or a new one. */
@JsonDeserialize(using = PasswordChange.Reader.class)
sealed interface PasswordChange {
    record Keep() implements PasswordChange {}

    record Remove() implements PasswordChange {}

    record Replace(RoomPassword next) implements PasswordChange {}

    /** Tells absent from {@code null}. */
    final class Reader extends StdDeserializer<PasswordChange> {
        Reader() {
            super(PasswordChange.class);
        }

        @Override
        public PasswordChange deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return new Replace(context.readValue(parser, RoomPassword.class));
        }

        @Override
        public PasswordChange getNullValue(DeserializationContext context) {
            return new Remove();
        }

        @Override
        public PasswordChange getAbsentValue(DeserializationContext context) {
            return new Keep();
        }
    }
}
