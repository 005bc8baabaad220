package dev.confab.stack.cli;

import dev.confab.stack.build.MavenBuild;
import dev.confab.stack.build.SourceChanges;
import dev.confab.stack.run.DataFolder;
import dev.confab.stack.service.Service;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Sees to it that what runs is what the sources say. */
record Freshness(Path checkout, DataFolder folder) {

    void ensure() {
        var changes = new SourceChanges(checkout);
        var outdated = changes.outdated(Arrays.stream(Service.values())
                .collect(Collectors.toMap(Service::module, service -> service.jar(checkout))));
        if (outdated.isEmpty()) {
            return;
        }
        DataOption.say("Building " + String.join(", ", outdated) + "…");
        var began = FileTime.from(Instant.now());
        new MavenBuild(checkout).make(outdated, folder.log("build"), DataOption::say);
        changes.built(outdated, began);
    }
}
