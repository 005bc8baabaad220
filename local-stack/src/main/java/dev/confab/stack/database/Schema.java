package dev.confab.stack.database;

import java.util.List;

/** A schema and the one user that may use it. */
public record Schema(String name, String username, String password) {

    /**
     * The statements, one line each, that make sure that the schema and its user are there, with this password.
     *
     * @param hosts from where the user may come: {@code %}, or addresses
     */
    List<String> creation(List<String> hosts) {
        var statements = new java.util.ArrayList<String>();
        statements.add("CREATE DATABASE IF NOT EXISTS `%s` CHARACTER SET utf8mb4".formatted(name));
        for (var host : hosts) {
            statements.add(
                    "CREATE USER IF NOT EXISTS '%s'@'%s' IDENTIFIED BY '%s'".formatted(username, host, password));
            statements.add("ALTER USER '%s'@'%s' IDENTIFIED BY '%s'".formatted(username, host, password));
            statements.add(
                    "GRANT ALL PRIVILEGES ON `%s`.* TO '%s'@'%s'".formatted(name.replace("_", "\\_"), username, host));
        }
        return statements;
    }

    List<String> removal() {
        return List.of(
                "DROP DATABASE IF EXISTS `%s`".formatted(name), "DROP USER IF EXISTS '%s'@'%%'".formatted(username));
    }
}
