# docker build -t admit .                                       the release, for a real tenant
# docker build -t admit-sandbox --build-arg FLAVOUR=-sandbox .  with the sandbox cloud, to try it
# The base images are arguments, so that a mirror or a local image can take their place.
ARG BUILD_IMAGE=docker.io/library/maven:3.9-eclipse-temurin-25
ARG RUN_IMAGE=docker.io/library/eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
ARG FLAVOUR=
WORKDIR /build
COPY pom.xml .
COPY .mvn .mvn
COPY src/main src/main
COPY frontend-assets frontend-assets
RUN mvn -B -ntp package -Dmaven.test.skip=true \
 && cp target/admit${FLAVOUR}.jar target/app.jar \
 && java -Djarmode=tools -jar target/app.jar extract --layers --destination target/layers

FROM ${RUN_IMAGE} AS train
WORKDIR /app
COPY --from=build /build/target/layers/dependencies/ ./
COPY --from=build /build/target/layers/spring-boot-loader/ ./
COPY --from=build /build/target/layers/snapshot-dependencies/ ./
COPY --from=build /build/target/layers/application/ ./
# A dry start against a tenant that does not exist: no call leaves the machine before somebody signs in.
RUN ADMIT_CLOUD_TENANT_ID=00000000-0000-4000-8000-000000000000 ADMIT_SIGNIN_CLIENT_ID=00000000-0000-4000-8000-000000000001 \
    ADMIT_SIGNIN_CLIENT_SECRET=training ADMIT_SIGNIN_PUBLIC_URL=https://admit.invalid ADMIT_DATA=/tmp/training \
    ADMIT_SIGNIN_KEY=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= \
    java -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar app.jar \
 && rm -rf /tmp/training

FROM ${RUN_IMAGE}
RUN groupadd --gid 10001 admit && useradd --uid 10001 --gid admit --no-create-home --shell /usr/sbin/nologin admit \
 && mkdir /data && chown admit:admit /data
WORKDIR /app
COPY --from=build /build/target/layers/dependencies/ ./
COPY --from=build /build/target/layers/spring-boot-loader/ ./
COPY --from=build /build/target/layers/snapshot-dependencies/ ./
COPY --from=build /build/target/layers/application/ ./
COPY --from=train /app/app.aot ./
USER 10001:10001
ENV ADMIT_DATA=/data
# All that is written goes to /data and /tmp: the root file system may be read-only (docker run --read-only --tmpfs /tmp).
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["java", "-XX:TieredStopAtLevel=1", "-Xmx32m", "-cp", "app.jar", "health.admit.HealthProbe"]
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-XX:-HeapDumpOnOutOfMemoryError", "-jar", "app.jar"]
