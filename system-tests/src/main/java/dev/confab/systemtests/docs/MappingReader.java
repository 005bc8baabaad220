package dev.confab.systemtests.docs;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the {@code @ConfigMapping} interfaces of one source file from its syntax alone. */
record MappingReader(DocTrees trees, CompilationUnitTree unit, String module) {
    private static final List<String> WRAPPERS = List.of("Optional", "OptionalInt", "OptionalLong");

    /** The keys of the interface, if it is a mapping. */
    List<ConfigurationKey> keysOf(Tree tree) {
        if (!(tree instanceof ClassTree type)) {
            return List.of();
        }
        return argument(type.getModifiers(), "ConfigMapping", "prefix")
                .map(prefix -> keys(type, prefix).toList())
                .orElse(List.of());
    }

    private Stream<ConfigurationKey> keys(ClassTree type, String prefix) {
        return type.getMembers().stream()
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getBody() == null)
                .flatMap(method -> keys(type, method, prefix + "." + nameOf(method)));
    }

    private Stream<ConfigurationKey> keys(ClassTree type, MethodTree method, String name) {
        return nested(type, method.getReturnType().toString())
                .map(group -> keys(group, name))
                .orElseGet(() -> Stream.of(key(method, name)));
    }

    private static Optional<ClassTree> nested(ClassTree type, String name) {
        return type.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(inner -> inner.getKind() == Tree.Kind.INTERFACE)
                .filter(inner -> inner.getSimpleName().contentEquals(name))
                .findFirst();
    }

    private ConfigurationKey key(MethodTree method, String name) {
        var standard = argument(method.getModifiers(), "WithDefault", "value");
        String returned = method.getReturnType().toString();
        boolean required = standard.isEmpty() && WRAPPERS.stream().noneMatch(returned::startsWith);
        return new ConfigurationKey(
                List.of(module), name, wordFor(method.getReturnType()), standard, required, summaryOf(method));
    }

    private static String nameOf(MethodTree method) {
        return argument(method.getModifiers(), "WithName", "value")
                .orElseGet(() -> method.getName()
                        .toString()
                        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                        .toLowerCase(Locale.ROOT));
    }

    private static String wordFor(Tree type) {
        if (type instanceof ParameterizedTypeTree generic) {
            String inner = wordFor(generic.getTypeArguments().getLast());
            return switch (generic.getType().toString()) {
                case "List", "Set" -> "list of " + inner;
                case "Map" -> inner + " by name";
                default -> inner;
            };
        }
        return switch (type.toString()) {
            case "String" -> "text";
            case "URI" -> "URL";
            case "int", "Integer", "long", "Long", "short", "OptionalInt", "OptionalLong" -> "number";
            case "double", "float" -> "decimal number";
            case "boolean", "Boolean" -> "true or false";
            case "MemorySize" -> "size";
            default -> type.toString().toLowerCase(Locale.ROOT);
        };
    }

    private String summaryOf(MethodTree method) {
        var comment = trees.getDocCommentTree(TreePath.getPath(unit, method));
        if (comment == null) {
            throw new IllegalStateException(
                    unit.getSourceFile().getName() + ": " + method.getName() + " has no javadoc");
        }
        return comment.getFirstSentence().stream()
                .map(Object::toString)
                .collect(Collectors.joining())
                .replaceAll("\\{@(?:code|link|linkplain|literal) ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ");
    }

    /** The text given to an annotation's member, pieced together where it is a sum of literals. */
    private static Optional<String> argument(ModifiersTree modifiers, String annotation, String member) {
        return modifiers.getAnnotations().stream()
                .filter(one -> one.getAnnotationType().toString().endsWith(annotation))
                .flatMap(one -> one.getArguments().stream())
                .filter(argument -> member.equals(memberOf(argument)))
                .map(MappingReader::valueOf)
                .findFirst();
    }

    private static String memberOf(ExpressionTree argument) {
        return argument instanceof AssignmentTree assignment
                ? assignment.getVariable().toString()
                : "value";
    }

    private static String valueOf(ExpressionTree argument) {
        ExpressionTree value = argument instanceof AssignmentTree assignment ? assignment.getExpression() : argument;
        return value instanceof LiteralTree literal ? String.valueOf(literal.getValue()) : value.toString();
    }
}
