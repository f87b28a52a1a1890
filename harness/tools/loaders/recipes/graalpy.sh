# shellcheck shell=sh disable=SC2154 # the variables are those of loaders.sh
summary="GraalPy 25.0 (Python 3.12) from Maven Central, on a JDK of this machine"
names=graalpy kind=costly
graal=25.0.3

# newest_java: sets java to the newest one, which must be new enough for GraalPy
newest_java() {
	java='' newest=20
	for candidate in "${JAVA_HOME:-/nonexistent}/bin/java" /usr/lib/jvm/*/bin/java "$(command -v java || :)"; do
		number=$("$candidate" -version 2>&1 | sed -n '1s/^[^"]*"\([0-9]*\).*/\1/p') || continue
		[ "${number:-0}" -gt $newest ] || continue
		java=$candidate newest=$number
	done
	[ -n "$java" ] || skip 'there is no JDK of version 21 or later'
}

# jars: fetches GraalPy's launcher and all that it needs into $root
jars() {
	cat >"$work/pom.xml" <<-END
	<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
	<groupId>none</groupId><artifactId>none</artifactId><version>1</version><packaging>pom</packaging>
	<dependencies>
	<dependency><groupId>org.graalvm.polyglot</groupId><artifactId>python-community</artifactId>
	<version>$graal</version><type>pom</type></dependency>
	<dependency><groupId>org.graalvm.python</groupId><artifactId>python-launcher</artifactId>
	<version>$graal</version></dependency>
	</dependencies></project>
	END
	rm -rf "${root:?}"
	mvn -B -q -f "$work/pom.xml" -Dmaven.repo.local="$work/m2" dependency:copy-dependencies \
		-DincludeTypes=jar -DoutputDirectory="$root" >>"$log" 2>&1 ||
		skip "Maven cannot fetch it ($(why))"
	rm -rf "$work/m2"
}

# The files that GraalPy unpacks at its first start go to $work/cache, not to a home, and the classes
# that a start needs into an archive: with it a start takes half the time. Only the quick one of the
# JVM's compilers is used, since a case is short.
make_loaders() {
	needs mvn
	newest_java
	jars
	given="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xmx1g -Xss8m -Xlog:disable \
-Dpolyglot.engine.userResourceCache='$work/cache' -Dpolyglot.engine.WarnInterpreterOnly=false \
--enable-native-access=ALL-UNNAMED"
	[ $newest -lt 24 ] || given="$given --sun-misc-unsafe-memory-access=allow"
	start="com.oracle.graal.python.shell.GraalPythonMain --python.Executable='$loaders/graalpy' \
--python.PosixModuleBackend=native"
	path=$(echo "$root"/*.jar | tr ' ' ':')
	rm -rf "$work/cache" "$work/classes.jsa"
	mkdir -p "$work/cache"
	script "$work/first" "exec '$java' -XX:ArchiveClassesAtExit='$work/classes.jsa' $given -cp '$path' $start \"\$@\""
	"$work/first" -I -c 'import _imp, importlib, json, subprocess, sysconfig' >>"$log" 2>&1 ||
		skip "it does not start on $java (see $log)"
	put_script graalpy "exec '$java' -XX:SharedArchiveFile='$work/classes.jsa' $given -cp '$path' $start \"\$@\"" \
		--timeout-scale 6
}
