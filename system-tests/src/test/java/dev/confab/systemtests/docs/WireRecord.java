package dev.confab.systemtests.docs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.confab.protocol.Account;
import dev.confab.protocol.BanInterval;
import dev.confab.protocol.ClientCommand;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.Destination;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.PresenceRecord;
import dev.confab.protocol.Progress;
import dev.confab.protocol.ReadPosition;
import dev.confab.protocol.RoleInterval;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.SessionEnded;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A record of the protocol as the document should tell it.
 *
 * @param name of its schema: with the name of the sealed interface in front, if it belongs to one
 * @param tag its {@code type} on the wire
 */
record WireRecord(String name, Optional<String> tag, Class<?> type) {

    static List<WireRecord> all() {
        return Stream.of(
                        Stream.of(ClientCommand.class, ServerFrame.class, RoomEvent.class, PresenceRecord.class)
                                .flatMap(WireRecord::of),
                        Stream.of(
                                        RoomState.class,
                                        Account.class,
                                        SessionEnded.class,
                                        BanInterval.class,
                                        RoleInterval.class,
                                        ReadPosition.class,
                                        Progress.class,
                                        MessageRef.class)
                                .map(type -> new WireRecord(type.getSimpleName(), Optional.empty(), type)))
                .flatMap(records -> records)
                .toList();
    }

    /** The records of a sealed interface. */
    static Stream<WireRecord> of(Class<?> root) {
        return leaves(root)
                .distinct()
                .map(leaf -> new WireRecord(
                        root.getSimpleName() + "." + leaf.getSimpleName(), Optional.of(tagOf(root, leaf)), leaf));
    }

    static Set<String> namesOf(Class<?> root) {
        return of(root).map(WireRecord::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(WireRecord::leaves)
                : Stream.of(type);
    }

    private static String tagOf(Class<?> root, Class<?> leaf) {
        JsonTypeName own = leaf.getAnnotation(JsonTypeName.class);
        if (own != null) {
            return own.value();
        }
        return Arrays.stream(root.getAnnotation(JsonSubTypes.class).value())
                .filter(subtype -> subtype.value() == leaf)
                .findFirst()
                .orElseThrow()
                .name();
    }

    Set<String> required() {
        var required = new TreeSet<String>();
        tag.ifPresent(_ -> required.add("type"));
        Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getType() != Optional.class)
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonIgnore.class))
                .filter(component -> !component.getAccessor().isAnnotationPresent(JsonInclude.class))
                .map(RecordComponent::getName)
                .forEach(required::add);
        return required;
    }

    /** What the document should say of each member's type, by name. */
    Map<String, String> members() {
        var members = new TreeMap<String, String>();
        tag.ifPresent(tag -> members.put("type", "const " + tag));
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getType() == Target.class) {
                members.putAll(Map.of("room", shape(RoomName.class), "to", shape(Username.class)));
            } else if (component.getType() == Destination.class) {
                members.putAll(Map.of(
                        "room", shape(RoomName.class),
                        "conversation", shape(Conversation.class),
                        "to", shape(Username.class)));
            } else {
                members.put(component.getName(), shape(component.getGenericType()));
            }
        }
        return members;
    }

    private static String shape(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            String inner = shape(arguments[arguments.length - 1]);
            return generic.getRawType() == Optional.class
                    ? inner
                    : (generic.getRawType() == Map.class ? "object of " : "array of ") + inner;
        }
        return switch (((Class<?>) type).getSimpleName()) {
            case "String" -> "string";
            case "boolean", "Boolean" -> "boolean";
            case "int", "long", "Long", "Integer" -> "integer";
            default -> "#/components/schemas/" + ((Class<?>) type).getSimpleName();
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
