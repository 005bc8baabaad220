# One image per service: docker build --build-arg SERVICE=gateway -t confab/gateway .
# All five share the first stage, which builds them from the sources with Maven.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
# aot-jar: the layout whose classes the JDK's ahead-of-time cache can hold
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q package -Pbom -DskipTests -Dspotless.check.skip -Dquarkus.package.jar.type=aot-jar \
        -am -pl auth-service,room-service,message-service,media-service,gateway

FROM eclipse-temurin:25-jre
ARG SERVICE
WORKDIR /confab
# by how seldom each changes
COPY docker/start docker/train docker/ready ./
COPY --from=build /build/${SERVICE}/target/quarkus-app/lib/ lib/
COPY --from=build /build/${SERVICE}/target/quarkus-app/quarkus-run.jar ./
COPY --from=build /build/${SERVICE}/target/quarkus-app/quarkus/ quarkus/
COPY --from=build /build/${SERVICE}/target/quarkus-app/app/ app/
# what it is made of (CycloneDX)
COPY --from=build /build/${SERVICE}/target/bom.json ./

# The same ports in every container. Secrets are files named like the keys that they are the values of.
ENV QUARKUS_HTTP_PORT=8080 \
    QUARKUS_MANAGEMENT_PORT=9000 \
    SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS=/run/secrets \
    CONFAB_SEARCH_FOLDER=/var/lib/confab/search \
    CONFAB_MEDIA_FOLDER=/var/lib/confab/media \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=50 -XX:+UseSerialGC"
RUN ./train && mkdir -m 700 /var/lib/confab && chown 10001:10001 /var/lib/confab

USER 10001:10001
EXPOSE 8080 9000
HEALTHCHECK --interval=2s --timeout=3s --start-period=60s CMD ["./ready"]
ENTRYPOINT ["./start"]
