package dev.confab.stack.cli;

import dev.confab.stack.build.MavenBuild;
import dev.confab.stack.build.SourceChanges;
import dev.confab.stack.run.DataFolder;
import dev.confab.stack.service.Service;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Sees to it that what runs is what the sources say. */
record Freshness(Path checkout, DataFolder folder) {

    /** Of the services. */
    void ensure() {
        ensure(Map.of());
    }

    /** @param others more modules by name, each with something that its build makes */
    void ensure(Map<String, Path> others) {
        var changes = new SourceChanges(checkout);
        var wanted = new HashMap<>(others);
        for (var service : Service.values()) {
            wanted.put(service.module(), service.jar(checkout));
        }
        var outdated = changes.outdated(wanted);
        if (outdated.isEmpty()) {
            return;
        }
        DataOption.say("Building " + String.join(", ", outdated) + "…");
        var began = FileTime.from(Instant.now());
        new MavenBuild(checkout).make(outdated, folder.log("build"), DataOption::say);
        changes.built(outdated, began);
    }
}
