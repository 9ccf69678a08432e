# Build the jar first: mvn package. Then: docker build -t rehearsal .
FROM eclipse-temurin:25-jre AS layers
WORKDIR /layers
COPY target/rehearsal.jar .
RUN java -Djarmode=tools -jar rehearsal.jar extract --layers --destination extracted \
    # The image is for a PostgreSQL beside it: it needs none of its own.
    && rm -f extracted/dependencies/lib/embedded-postgres-binaries-*.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin rehearsal
WORKDIR /rehearsal
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
COPY questions/ questions/
USER 10001
EXPOSE 8080
# The image may have no curl: bash asks.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:+UseParallelGC", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "rehearsal.jar"]
