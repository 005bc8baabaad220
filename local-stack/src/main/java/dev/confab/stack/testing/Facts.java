package dev.confab.stack.testing;

import dev.confab.stack.run.DataFolder;
import dev.confab.stack.run.Stack;
import dev.confab.stack.service.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a test is told of its stack, by name. */
record Facts(Stack stack, DataFolder folder, TestOptions options) {

    Map<String, String> all() {
        var facts = new LinkedHashMap<String, String>();
        stack.kafka().forEach((key, value) -> facts.put("kafka." + key, value));
        stack.kafkaAccounts()
                .forEach((name, settings) ->
                        settings.forEach((key, value) -> facts.put("account.%s.%s".formatted(name, key), value)));
        facts.put("logs", folder.logs().toString());
        facts.put("database.url", stack.database().toText());
        facts.put("database.host", stack.database().host());
        facts.put("database.port", Integer.toString(stack.database().port()));
        for (int i = 0; i < stack.schemas().size(); i++) {
            var schema = stack.schemas().get(i);
            facts.put("schema.%d.name".formatted(i), schema.name());
            facts.put("schema.%d.username".formatted(i), schema.username());
            facts.put("schema.%d.password".formatted(i), schema.password());
        }
        for (var service : Service.values()) {
            service.schema().map(options::schemaName).ifPresent(name -> {
                facts.put("schema." + service.module(), name);
                facts.put("jdbc." + service.module(), jdbcUrl(name));
            });
        }
        stack.urls().forEach((name, url) -> facts.put("url." + name, url));
        stack.managementUrls().forEach((name, url) -> facts.put("management." + name, url));
        return facts;
    }

    private String jdbcUrl(String schema) {
        var server = stack.database();
        return "jdbc:mariadb://%s:%d/%s?user=%s&password=%s&allowPublicKeyRetrieval=true"
                .formatted(server.host(), server.port(), schema, encoded(server.user()), encoded(server.password()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
