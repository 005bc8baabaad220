package dev.confab.stack.build;

import dev.confab.stack.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A Maven module as its pom tells.
 *
 * @param dependencies artifacts of our own that get into what the module makes
 */
record Module(Path folder, String artifact, List<String> dependencies) {
    private static final String OWN_GROUP = "dev.confab";

    static Module read(Path folder) {
        var project = project(folder.resolve("pom.xml"));
        var dependencies = child(project, "dependencies").stream()
                .flatMap(list -> children(list, "dependency").stream())
                .filter(dependency -> OWN_GROUP.equals(text(dependency, "groupId")))
                .filter(dependency -> !"test".equals(text(dependency, "scope")))
                .map(dependency -> text(dependency, "artifactId"))
                .toList();
        return new Module(folder, text(project, "artifactId"), dependencies);
    }

    /** Names of the modules of the project in {@code root}. */
    static List<String> names(Path root) {
        return child(project(root.resolve("pom.xml")), "modules").stream()
                .flatMap(list -> children(list, "module").stream())
                .map(module -> module.getTextContent().strip())
                .toList();
    }

    private static Element project(Path pom) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new StackException("%s can't be read: %s".formatted(pom, e.getMessage()), e);
        }
    }

    private static String text(Element parent, String name) {
        return child(parent, name)
                .map(element -> element.getTextContent().strip())
                .orElse("");
    }

    private static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
