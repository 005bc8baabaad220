package dev.confab.systemtests.docs;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Name;

/** Reads the {@code @ConfigMapping} interfaces and the {@code @ConfigProperty} parameters of one file from its syntax. */
record MappingReader(DocTrees trees, CompilationUnitTree unit, String module) {
    private static final List<String> WRAPPERS = List.of("Optional", "OptionalInt", "OptionalLong");

    List<ConfigurationKey> keys() {
        return unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .flatMap(type -> Stream.concat(mapped(type), injected(type)))
                .toList();
    }

    private Stream<ConfigurationKey> mapped(ClassTree type) {
        return argument(type.getModifiers(), "ConfigMapping", "prefix").stream().flatMap(prefix -> keys(type, prefix));
    }

    private Stream<ConfigurationKey> injected(ClassTree type) {
        return methods(type)
                .flatMap(method -> method.getParameters().stream()
                        .flatMap(parameter -> argument(parameter.getModifiers(), "ConfigProperty", "name").stream()
                                .filter(name -> name.startsWith("confab."))
                                .map(name -> key(method, parameter, name))));
    }

    private ConfigurationKey key(MethodTree method, VariableTree parameter, String name) {
        var standard = argument(parameter.getModifiers(), "ConfigProperty", "defaultValue");
        return key(name, parameter.getType(), standard, explained(method, parameter));
    }

    private ConfigurationKey key(String name, Tree type, Optional<String> standard, String summary) {
        boolean required = standard.isEmpty() && WRAPPERS.stream().noneMatch(type.toString()::startsWith);
        var standards = new TreeSet<>(standard.stream().toList());
        return new ConfigurationKey(new TreeSet<>(List.of(module)), name, wordFor(type), standards, required, summary);
    }

    private static Stream<MethodTree> methods(ClassTree type) {
        return type.getMembers().stream().filter(MethodTree.class::isInstance).map(MethodTree.class::cast);
    }

    private Stream<ConfigurationKey> keys(ClassTree type, String prefix) {
        return methods(type)
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
        return key(name, method.getReturnType(), standard, summaryOf(method));
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
        return words(commentOf(method).getFirstSentence());
    }

    /** What the javadoc of the method says of its parameter. */
    private String explained(MethodTree method, VariableTree parameter) {
        return commentOf(method).getBlockTags().stream()
                .filter(ParamTree.class::isInstance)
                .map(ParamTree.class::cast)
                .filter(tag -> tag.getName().getName().contentEquals(parameter.getName()))
                .findFirst()
                .map(tag -> words(tag.getDescription()))
                .orElseThrow(() -> undocumented(parameter.getName()));
    }

    private DocCommentTree commentOf(MethodTree method) {
        var comment = trees.getDocCommentTree(TreePath.getPath(unit, method));
        if (comment == null) {
            throw undocumented(method.getName());
        }
        return comment;
    }

    private IllegalStateException undocumented(Name name) {
        return new IllegalStateException("%s: no javadoc says what %s means"
                .formatted(unit.getSourceFile().getName(), name));
    }

    private static String words(List<? extends DocTree> text) {
        return text.stream()
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
