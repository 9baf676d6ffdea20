FROM debian:trixie-slim AS build
RUN apt-get update \
	&& apt-get install -y --no-install-recommends openjdk-25-jdk-headless maven \
	&& rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
COPY docs/evidence docs/evidence
COPY rules rules
COPY src/main src/main
# These goals instead of the phase "package", which would download 200 MB of browser drivers for tests that do not run
# here. What Maven downloads stays in a cache of the builder, so that it is downloaded once and is in no image.
RUN --mount=type=cache,target=/root/.m2/repository,sharing=locked \
	mvn -B -ntp compile jar:jar spring-boot:repackage@repackage \
	&& mv target/pg-ha-advisor-*.jar application.jar \
	&& java -Djarmode=tools -jar application.jar extract --layers --destination layers

FROM debian:trixie-slim
RUN apt-get update \
	&& apt-get install -y --no-install-recommends openjdk-25-jre-headless \
	&& rm -rf /var/lib/apt/lists/* \
	&& groupadd --gid 10001 advisor \
	&& useradd --uid 10001 --gid advisor --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin advisor \
	&& install -d -o advisor -g advisor -m 0700 /data
WORKDIR /application
# From rarely to often changing, so that an update is a small layer.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# In the environment, so that "docker run -e" can replace it.
ENV ADVISOR_DATA=/data/advisor \
	JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError"
# By number: Kubernetes cannot see of a name that it is not root.
USER 10001:10001
VOLUME /data
EXPOSE 8080
# Bash opens the connection itself, so that no package is needed for this alone.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
	CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["java", "-jar", "application.jar"]
