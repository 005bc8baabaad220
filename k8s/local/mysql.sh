#!/bin/bash
# Run by the MySQL image when it first starts: a schema for each service, and one user for each who may use it alone.
for service in auth room message media; do
  docker_process_sql <<SQL
CREATE DATABASE confab_$service CHARACTER SET utf8mb4;
CREATE USER confab_$service IDENTIFIED BY '$(cat "/run/secrets/mysql-$service")';
GRANT ALL PRIVILEGES ON \`confab\\_$service\`.* TO confab_$service;
SQL
done
