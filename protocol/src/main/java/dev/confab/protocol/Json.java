package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How every value of this contract is written and read as JSON (UTF-8): absent parts are left out, times are RFC 3339,
 * unknown members are ignored (a newer peer may say more), wrong types are refused, never coerced.
 */
public final class Json {
    private static final ObjectMapper MAPPER = configure(JsonMapper.builder()).build();

    private Json() {}

    /** The same configuration for a mapper that somebody else builds. */
    public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder.addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .withCoercionConfig(
                        LogicalType.Textual,
                        coercion -> coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
    }

    /** The shared mapper; it must not be reconfigured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #bytes}, not yet encoded. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ConfabException as {@link #refusal} says */
    public static <T> T read(byte[] json, Class<T> type) {
        try {
            return require(MAPPER.readValue(json, type));
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /** @throws ConfabException as {@link #refusal} says */
    public static <T> T read(String json, Class<T> type) {
        try {
            return require(MAPPER.readValue(json, type));
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    private static <T> T require(T value) {
        if (value == null) {
            throw new ConfabException(ErrorCode.MALFORMED, "The JSON is null where an object was expected.");
        }
        return value;
    }

    /**
     * What to answer to JSON that could not be read: {@link ErrorCode#MALFORMED} when it is not JSON, or {@link
     * ErrorCode#INVALID}, {@link ErrorCode#TOO_LONG} with the member that is wrong.
     */
    public static ConfabException refusal(IOException failure) {
        String field = field(failure);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfabException refused) {
                return field.isEmpty() ? refused : new ConfabException(refused.code(), refused.detail(), field);
            }
        }
        if (failure instanceof InvalidTypeIdException && field.isEmpty()) {
            return new ConfabException(ErrorCode.INVALID, "The 'type' is missing or not known.", "type");
        }
        if (failure instanceof JsonMappingException && !field.isEmpty()) {
            return new ConfabException(ErrorCode.INVALID, "The value of '" + field + "' has the wrong type.", field);
        }
        return new ConfabException(ErrorCode.MALFORMED, "The request is not the JSON that was expected.");
    }

    private static String field(IOException failure) {
        if (!(failure instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(Json::name)
                .filter(name -> !name.isEmpty())
                .reduce((outer, inner) -> outer + "." + inner)
                .orElse("");
    }

    private static String name(JsonMappingException.Reference reference) {
        return reference.getFieldName() == null ? "" : reference.getFieldName();
    }
}
