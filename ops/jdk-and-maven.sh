# Finds a JDK 25 and a Maven for the commands beside this file; brings a Maven along where there is none.
# Sourced, from the root of the project. Sets JAVA_HOME; `maven` runs Maven.

java_version=25
maven_version=3.9.11
maven_sha512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

is_jdk() {
  [ -x "$1/bin/javac" ] && grep -q "^JAVA_VERSION=\"$java_version[.\"]" "$1/release" 2>/dev/null
}

jdk_on_path() {
  local java
  java=$(command -v javac) || return 0
  java=$(readlink -f "$java")
  printf '%s\n' "${java%/bin/javac}"
}

find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" "$(jdk_on_path)" /usr/lib/jvm/* /opt/* /opt/java/* "$HOME"/.sdkman/candidates/java/* \
      "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* /usr/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$home" ] && is_jdk "$home"; then
      export JAVA_HOME=$home
      return
    fi
  done
  stop "Holdfast needs a JDK $java_version and found none: install one (packages are called temurin-$java_version-jdk or openjdk-$java_version-jdk), or set JAVA_HOME to it."
}

# 3.8.7 or later
is_recent_maven() {
  local version
  version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
  [ -n "$version" ] && [ "$(printf '%s\n' 3.8.7 "$version" | sort -V | head -n 1)" = 3.8.7 ]
}

maven() {
  if command -v mvn >/dev/null && is_recent_maven; then
    mvn "$@"
  else
    bring_maven
    ".cache/apache-maven-$maven_version/bin/mvn" "$@"
  fi
}

bring_maven() {
  [ -x ".cache/apache-maven-$maven_version/bin/mvn" ] && return
  local central=${HOLDFAST_MAVEN_CENTRAL:-https://repo.maven.apache.org/maven2}
  local archive=.cache/maven.tar.gz
  say "Fetching Maven $maven_version, because there is none on this machine."
  mkdir -p .cache
  fetch "$central/org/apache/maven/apache-maven/$maven_version/apache-maven-$maven_version-bin.tar.gz" "$archive" \
    || stop "Maven could not be fetched. Install Maven 3.8.7 or later, or check the network."
  printf '%s  %s\n' "$maven_sha512" "$archive" | sha512sum --check --status \
    || stop "The Maven that was fetched is not the one expected, and was not used: $archive."
  tar -xzf "$archive" -C .cache
  rm "$archive"
}

fetch() {
  if command -v curl >/dev/null; then
    curl --fail --silent --show-error --location --output "$2" "$1"
  elif command -v wget >/dev/null; then
    wget --quiet --output-document="$2" "$1"
  else
    fetch_with_java "$1" "$2"
  fi
}

fetch_with_java() {
  local program=.cache/Fetch.java
  cat > "$program" <<'JAVA'
void main(String[] args) throws Exception {
    try (var in = java.net.URI.create(args[0]).toURL().openStream()) {
        java.nio.file.Files.copy(in, java.nio.file.Path.of(args[1]), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
JAVA
  "$JAVA_HOME/bin/java" "$program" "$1" "$2"
}
